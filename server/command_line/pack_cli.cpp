// pack build.
#include <filesystem>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/command_line/cli.hpp"
#include "server/command_line/words.hpp"
#include "server/papers/packs.hpp"

namespace server::command_line {
namespace {

std::optional<workflows::Board> board_named(db::ReadTx& tx, const std::string& name) {
    if (auto board = db::find_board(tx, name)) return board;
    return db::find_board_by_slug(tx, name);
}

std::optional<db::MeetingRow> meeting_of(base::App& app, const Options& options,
                                         workflows::Day day) {
    const auto tx = app.database.begin_read();
    const auto board = board_named(*tx, options.board);
    return board ? db::find_meeting_on(*tx, board->code, day, db::service_reader()) : std::nullopt;
}

Exit say_pack(base::App& app, const db::MeetingRow& meeting, workflows::Visibility audience,
              Output output) {
    const auto tx = app.database.begin_read();
    const auto board = db::find_board(*tx, meeting.board);
    if (const auto same = papers::check_version_is_current(*tx, meeting); !same) {
        output.err << same.error().message << '\n';
        return Exit::failed;
    }
    const auto inputs = papers::pack_inputs(*tx, meeting, *board, audience);
    if (!inputs) {
        output.err << words::publish_the_agenda_first;
        return Exit::failed;
    }
    output.out << words::pack_would_be_created(inputs->input.items.size(), inputs->agenda_version);
    return Exit::ok;
}

}  // namespace

Exit build_pack(base::App& app, const Options& options, Output output) {
    const auto day = workflows::parse_day(options.date, "DATE");
    if (!day) {
        output.err << "DATE: " << day.error().message << '\n';
        return Exit::usage;
    }
    const auto audience = workflows::from_text<workflows::Visibility>(options.audience);
    if (!audience) {
        output.err << words::which_audience;
        return Exit::usage;
    }
    const auto meeting = meeting_of(app, options, *day);
    if (!meeting) {
        output.err << words::no_meeting_on(options.board, workflows::long_date(*day));
        return Exit::not_found;
    }
    if (options.dry_run) return say_pack(app, *meeting, *audience, output);
    const auto built = papers::build_pack(app, meeting->id, *audience);
    if (!built) {
        output.err << built.error().message << '\n';
        return Exit::failed;
    }
    std::filesystem::copy_file(app.papers.path_of(built->pack.sha256), options.output,
                               std::filesystem::copy_options::overwrite_existing);
    output.out << words::pack_written(options.output.string(), built->pack.pages);
    return Exit::ok;
}

}  // namespace server::command_line
