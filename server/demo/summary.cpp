#include "server/demo/summary.hpp"

#include <iomanip>
#include <map>

#include "db/boards.hpp"
#include "db/circulations.hpp"
#include "db/county.hpp"
#include "db/meetings.hpp"
#include "db/memberships.hpp"
#include "db/outbox.hpp"
#include "db/people.hpp"
#include "db/requests.hpp"
#include "server/meetings/clash_queries.hpp"
#include "server/papers/packs.hpp"
#include "server/web/people_choices.hpp"
#include "workflows/core/clear_days.hpp"
#include "workflows/timetable/timetable.hpp"

namespace server::demo {
namespace {

constexpr int label_width = 23;

void print_county(db::ReadTx& tx, std::ostream& out) {
    const auto boards = db::list_boards(tx);
    const auto cells = db::list_timetable(tx);
    const auto groups = db::list_groups(tx);
    const auto successions = db::list_successions(tx);
    const auto obligations = [&](workflows::Day day) {
        return workflows::expand(cells, groups, successions, day).size();
    };
    out << "boards                 " << boards.size() << '\n';
    out << "people                 " << db::list_people(tx).size() << '\n';
    out << "memberships            " << db::list_all_memberships(tx).size() << '\n';
    out << "meetings               "
        << db::list_meetings(tx, {.open_dates = db::OpenDates::included}).size() << '\n';
    out << "timetable              " << cells.size() << " cells, "
        << obligations(workflows::make_day(2016, 1, 1)) << " obligations in 2016, "
        << obligations(workflows::make_day(2019, 1, 1)) << " in 2019\n";
}

void print_clashes(db::ReadTx& tx, std::ostream& out) {
    const auto clashes = meetings::clashes_between(tx, workflows::make_day(2018, 1, 1),
                                                   workflows::make_day(2019, 12, 31));
    out << "clashes of 2018-2019   " << clashes.size() << '\n';
    for (const auto& clash : clashes) {
        out << "  " << workflows::weekday_date(clash.day) << "  " << clash.person << ":";
        for (const auto& board : clash.boards)
            out << ' ' << board;
        out << '\n';
    }
}

std::string papers_by(const base::App& app, db::ReadTx& tx, const db::StopRow& stop) {
    const auto day = stop.planned.day();
    const auto board = db::find_board(tx, stop.board);
    if (!day || !board) return "when the day is set";
    const auto profile = workflows::find_profile(board->clear_days_profile);
    const auto days = workflows::latest_publication(*day, board->agenda_out_clear_days,
                                                    app.holidays(tx), profile.value());
    return workflows::weekday_date(days.latest_publication.value());
}

void print_counts(const std::string& what, const std::map<std::string, int>& counts,
                  std::ostream& out) {
    out << what << '\n';
    for (const auto& [name, count] : counts)
        out << "  " << name << ": " << count << '\n';
}

void print_circulation(const base::App& app, db::ReadTx& tx, const std::string& id,
                       std::ostream& out) {
    const auto stops = db::list_stops(tx, id);
    out << "circulation stops      " << stops.size() << '\n';
    std::map<std::string, int> states;
    std::map<std::string, int> versions;
    for (const auto& stop : stops) {
        ++states[std::string(workflows::to_words(stop.state))];
        if (!stop.version_issued.empty()) ++versions[stop.version_issued];
        out << "  " << stop.planned.key() << "  " << stop.board << ": papers out by "
            << papers_by(app, tx, stop) << ", " << stop.version_issued << ", "
            << workflows::to_words(stop.state) << '\n';
        if (!stop.comments.empty()) out << "              " << stop.comments << '\n';
    }
    print_counts("circulation outcomes", states, out);
    print_counts("circulation versions", versions, out);
}

void print_requests(db::ReadTx& tx, std::ostream& out) {
    std::map<std::string, int> states;
    for (const auto& board : db::list_boards(tx)) {
        for (const auto& request : db::list_requests_from(tx, board.code)) {
            ++states[std::string(workflows::to_words(request.request.state))];
        }
    }
    print_counts("requests by state", states, out);
}

void print_mail(db::ReadTx& tx, std::ostream& out) {
    out << "mail by letter\n";
    for (const auto& row : db::count_outbox_by_template(tx)) {
        out << "  " << row.template_name << ", " << workflows::to_text(row.state) << ": "
            << row.count << '\n';
    }
}

void print_pack(db::ReadTx& tx, const std::string& meeting_id, std::ostream& out) {
    const auto meeting = db::find_meeting(tx, meeting_id);
    if (!meeting) return;
    const auto board = db::load_board(tx, meeting->board).value();
    for (const auto& audience : workflows::names<workflows::Visibility>) {
        const auto pack = papers::current_pack(tx, *meeting, board, audience.value);
        if (!pack) continue;
        out << "pack                   " << pack->pages << " pages, " << pack->size_bytes
            << " bytes, audience: " << audience.text << '\n';
    }
}

}  // namespace

void print_summary(Stage& stage, const Story& story, const std::vector<Place>& places,
                   std::ostream& out) {
    const auto tx = stage.app.database.begin_read();
    for (const auto& line : story.told)
        out << line << '\n';
    out << '\n';
    print_county(*tx, out);
    print_clashes(*tx, out);
    print_circulation(stage.app, *tx, story.circulation, out);
    print_requests(*tx, out);
    print_mail(*tx, out);
    print_pack(*tx, story.meeting, out);
    out << web::demo_day_words(stage.app.clock.now()) << '\n';
    for (const auto& place : places)
        out << std::left << std::setw(label_width) << place.what << place.path.string() << '\n';
}

}  // namespace server::demo
