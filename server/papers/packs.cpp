#include "server/papers/packs.hpp"

#include <algorithm>

#include "db/agenda_versions.hpp"
#include "db/boards.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/base/secrets.hpp"
#include "server/base/temporary_file.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/papers/pack_progress_commands.hpp"
#include "server/papers/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "templates/documents/pack_json.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/text/words.hpp"

namespace server::papers {
namespace {

using agenda::PublishedItem;
using templates::PackInput;
using workflows::Level;
using workflows::refused;

/// Of the drawing: raised when packs come to look different, so that they are built again.
constexpr std::string_view pack_format = "pack 1";

Level level_of(Audience audience) {
    switch (audience) {
        case Audience::public_:
            return Level::public_;
        case Audience::members:
            return Level::members;
        case Audience::exempt:
            return Level::exempt;
    }
    return Level::public_;
}

std::string marking_of(Audience audience) {
    switch (audience) {
        case Audience::public_:
            return "";
        case Audience::members:
            return words::for_members_and_invited_people;
        case Audience::exempt:
            return words::not_for_publication;
    }
    return words::not_for_publication;
}

using workflows::text::capitalised;

std::string note_of(const PublishedItem& item) {
    const auto withheld = agenda::withheld_words(item);
    if (!withheld.empty()) return withheld;
    return item.papers.empty() && !item.withheld ? agenda::paper_words(item) : "";
}

templates::PackItem pack_item(const PublishedItem& item, std::size_t number) {
    templates::PackItem out;
    out.number = std::to_string(number);
    out.title = item.title;
    out.note = note_of(item);
    if (item.withheld) return out;
    out.purpose = capitalised(workflows::to_words(item.purpose));
    out.owner = item.owner;
    out.presenter = item.presenter;
    if (item.minutes > 0) out.minutes = workflows::text::counted(item.minutes, "minute", "minutes");
    for (const auto& paper : item.papers) {
        out.papers.push_back(
            {paper.title, paper.file_name, paper.sha256, static_cast<std::size_t>(paper.pages)});
    }
    return out;
}

std::string time_words(const agenda::AgendaContent& content) {
    const auto starts = workflows::parse_time(content.starts);
    const auto ends = workflows::parse_time(content.ends);
    if (!starts || !ends) return "";
    return words::from_to(workflows::spoken_time(*starts), workflows::spoken_time(*ends));
}

PackInput front_of(const db::MeetingRow& meeting, const workflows::Board& board,
                   const db::AgendaVersionRow& version, const agenda::AgendaContent& content,
                   Audience audience) {
    const auto date = workflows::PlannedDate::parse(content.planned).value().words();
    PackInput input;
    input.title = words::agenda_pack(board.name, date);
    input.language = "en-GB";
    input.created = workflows::iso(version.published_at);
    input.board_name = board.name;
    input.board_code = board.code;
    const auto held_in = meeting.held_in;
    input.meeting_title = words::meeting_held(workflows::to_words(held_in));
    input.date_words = date;
    input.time_words = time_words(content);
    input.place = content.place;
    const auto invited_contact = meeting.contact.empty() ? board.contact : meeting.contact;
    input.contact =
        audience == Audience::public_ ? meetings::public_contact(meeting) : invited_contact;
    const auto published = workflows::to_local(version.published_at, board.zone);
    input.status = words::published_on(workflows::long_date(published.day));
    input.version = words::version_number(version.number);
    return input;
}

struct Order {
    db::MeetingRow meeting;
    PackInputs inputs;
    std::optional<db::PackRow> known;
};

}  // namespace

Result<void> check_version_is_current(db::ReadTx& tx, const db::MeetingRow& meeting) {
    const auto version = db::published_agenda(tx, meeting.id, meeting.published);
    if (!version) return {};
    const auto said = agenda::parse_agenda_content(version->content);
    if (said.planned == meeting.planned.key() && said.starts == meeting.starts &&
        said.ends == meeting.ends && said.place == meeting.place) {
        return {};
    }
    return refused(words::details_changed_after_version(version->number));
}

namespace {

Result<Order> read_order(base::App& app, const std::string& id, Audience audience) {
    const auto tx = app.database.begin_read();
    auto meeting = db::load_meeting(*tx, id);
    if (!meeting) return meeting.error();
    const auto board = db::load_board(*tx, meeting->board);
    if (!board) return board.error();
    if (const auto same = check_version_is_current(*tx, *meeting); !same) return same.error();
    auto inputs = pack_inputs(*tx, *meeting, *board, audience);
    if (!inputs) return refused(words::publish_the_agenda_first_packs);
    auto known = db::find_pack_of_inputs(*tx, id, inputs->hash);
    return Order{std::move(*meeting), std::move(*inputs), std::move(known)};
}

// Papers where their bytes are; one that is lost or damaged is named.
Result<PackInput> with_files(const base::App& app, PackInput input) {
    for (auto& item : input.items) {
        for (auto& paper : item.papers) {
            const auto sha256 = paper.path;
            if (const auto whole = app.papers.verify(sha256); !whole) {
                return refused(
                    words::problem_with_paper(item.number, paper.title, whole.error().message));
            }
            paper.path = app.papers.path_of(sha256).string();
        }
    }
    return input;
}

std::string failure_words(const PackInput& input, const templates::WorkerFailure& failure) {
    if (failure.item_index >= input.items.size()) return failure.words;
    const auto& item = input.items[failure.item_index];
    if (failure.paper_index < item.papers.size())
        return words::problem_with_paper(item.number, item.papers[failure.paper_index].title,
                                         failure.words);
    return words::problem_with_item(item.number, failure.words);
}

Result<templates::PackPlan> run_worker(const base::App& app, const PackInput& input,
                                       const std::filesystem::path& target,
                                       const base::WorkerProgress& progress) {
    bool stopped = false;
    const auto answer = base::ask_pdf_worker(
        app.config.pdf_worker_program, templates::pack_request(input, target.string()),
        base::pack_time_max, [&](const templates::PackProgress& at) {
            const auto next = progress ? progress(at) : base::Proceed::yes;
            stopped = next == base::Proceed::no;
            return next;
        });
    if (stopped) return refused(words::cancelled_by_the_user);
    if (answer && answer->failure) return refused(failure_words(input, *answer->failure));
    if (!answer || !answer->plan) {
        return refused(words::the_pack_is_too_large);
    }
    return *answer->plan;
}

}  // namespace

std::optional<PackInputs> pack_inputs(db::ReadTx& tx, const db::MeetingRow& meeting,
                                      const workflows::Board& board, Audience audience) {
    const auto version = db::published_agenda(tx, meeting.id, meeting.published);
    if (!version) return std::nullopt;
    const auto content =
        agenda::seen_at(agenda::published_content(tx, *version), level_of(audience));
    PackInputs inputs;
    inputs.agenda_version = version->number;
    inputs.input = front_of(meeting, board, *version, content, audience);
    inputs.input.marking = marking_of(audience);
    for (const auto& item : content.items)
        inputs.input.items.push_back(pack_item(item, inputs.input.items.size() + 1));
    inputs.hash = base::sha256_hex(std::string(pack_format) + "\n" +
                                   std::string(workflows::to_text(audience)) + "\n" +
                                   templates::to_json(inputs.input));
    return inputs;
}

std::optional<db::PackRow> current_pack(db::ReadTx& tx, const db::MeetingRow& meeting,
                                        const workflows::Board& board, Audience audience) {
    const auto inputs = pack_inputs(tx, meeting, board, audience);
    if (!inputs) return std::nullopt;
    return db::find_pack_of_inputs(tx, meeting.id, inputs->hash);
}

std::optional<ReadablePack> fullest_pack(db::ReadTx& tx, const db::MeetingRow& meeting,
                                         const workflows::Board& board, Level level) {
    const auto built = db::list_packs(tx, meeting.id, meeting.published);
    for (const auto audience : {Audience::exempt, Audience::members, Audience::public_}) {
        if (!agenda::may_see(audience, level) || !has_pack_for(meeting, audience)) continue;
        const bool any = std::any_of(built.begin(), built.end(), [&](const auto& pack) {
            return pack.audience == workflows::to_text(audience);
        });
        if (!any) continue;
        if (auto pack = current_pack(tx, meeting, board, audience))
            return ReadablePack{*std::move(pack), audience};
    }
    return std::nullopt;
}

Result<PackBuilt> build_pack(base::App& app, const std::string& meeting, Audience audience,
                             const base::WorkerProgress& progress) {
    const auto order = read_order(app, meeting, audience);
    if (!order) return order.error();
    if (order->known && app.papers.verify(order->known->sha256))
        return PackBuilt{*order->known, true};
    const auto input = with_files(app, order->inputs.input);
    if (!input) return input.error();
    const auto name = "pack-" + app.ids.id() + ".pdf";
    const base::TemporaryFile file(app.config.data_directory, name);
    const base::TemporaryFile half_written(app.config.data_directory, name + ".part");
    const auto plan = run_worker(app, *input, file.path(), progress);
    if (!plan) return plan.error();
    const auto stored = app.papers.put(file.path());

    db::PackRow pack;
    pack.meeting = meeting;
    pack.agenda = order->inputs.agenda_version;
    pack.audience = workflows::to_text(audience);
    pack.inputs = order->inputs.hash;
    pack.sha256 = stored.sha256;
    pack.size_bytes = stored.size_bytes;
    pack.pages = static_cast<int>(plan->page_count);
    return PackBuilt{keep_pack(app, pack), false};
}

bool has_pack_for(const db::MeetingRow& meeting, Audience audience) {
    return audience != Audience::public_ || meeting.held_in != workflows::HeldIn::private_;
}

std::string pack_href(const std::string& meeting, Audience audience) {
    return web::href(routes::meeting_pack_pdf, meeting) +
           "?audience=" + std::string(workflows::to_text(audience));
}

std::string pack_file_name(const db::MeetingRow& meeting, Audience audience) {
    const auto kind = audience == Audience::public_
                          ? std::string(words::pack)
                          : words::pack_for(workflows::to_words(audience));
    return meeting.board + " " + meeting.planned.key() + " " + kind + ".pdf";
}

}  // namespace server::papers
