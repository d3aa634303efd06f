#include "server/overview/officers_agenda_queries.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <map>
#include <set>

#include "db/boards.hpp"
#include "db/circulations.hpp"
#include "db/issues.hpp"
#include "db/lookups.hpp"
#include "db/meetings.hpp"
#include "db/people.hpp"
#include "db/register.hpp"
#include "db/responses.hpp"
#include "db/themes.hpp"
#include "db/todo.hpp"
#include "server/circulation/circulation_queries.hpp"
#include "server/forward_plan/forward_reports.hpp"
#include "server/meetings/clash_queries.hpp"
#include "server/overview/todo_words.hpp"
#include "server/partnership_register/return_commands.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace server::overview {
namespace {

using workflows::Day;
using Rows = std::vector<OfficersRow>;

constexpr std::chrono::days reports_ahead{120};   // a season and the time to write for it
constexpr std::chrono::days meetings_ahead{183};  // provisional dates to be settled
constexpr std::chrono::days clashes_ahead{365};

// One row for what comes to several boards in the same way.
void add_reports(const OfficersFacts& facts, Rows& rows) {
    const forward_plan::PlanSpan span{facts.today, facts.today + reports_ahead};
    std::map<std::string, std::size_t> row_of;
    for (const auto& entry : forward_plan::forward_reports(facts.app, facts.tx, span)) {
        const auto words = words::report_line(entry.report, entry.purpose, entry.when, entry.state);
        const auto [found, is_new] = row_of.emplace(words, rows.size());
        if (is_new) rows.push_back({words, entry.href, entry.board, entry.date.day()});
        auto& boards = rows[found->second].board;
        if (!is_new) boards += ", " + entry.board;
    }
}

void add_requests(const OfficersFacts& facts, Rows& rows) {
    std::set<std::string> seen;
    for (const auto& board : facts.served()) {
        for (const auto& open : db::list_open_requests_of(facts.tx, board)) {
            if (!seen.insert(open.id).second) continue;
            const bool waits = workflows::is_waiting(open.state);
            const auto& day = waits ? open.consider_by : open.answer_by;
            OfficersRow row;
            row.words = words::request_line(open.title, open.asking_board, open.asked_board,
                                            workflows::to_words(open.state));
            row.href = web::href(routes::request, open.id);
            row.board = board;
            if (day) row.due = *day;
            rows.push_back(std::move(row));
        }
    }
}

bool is_late(workflows::StopLamp lamp) {
    using enum workflows::StopLamp;
    return lamp == late || lamp == too_late || lamp == needs_meeting || lamp == papers_due;
}

// The documents of the viewer's boards and those that they are asked about, as list_stops_of()
// has them; boards that took over from others have theirs too.
std::vector<db::CirculationRow> own_circulations(const OfficersFacts& facts,
                                                 const std::vector<workflows::Succession>& ended) {
    std::set<std::string> own;
    for (const auto& seat : facts.viewer.seats)
        own.insert(seat.board);
    for (const auto& one : ended)
        if (facts.speaks_for(workflows::holder(one.board, ended, facts.today)))
            own.insert(one.board);
    std::map<std::string, db::CirculationRow> known;
    for (auto& row : db::list_circulations(facts.tx))
        known.emplace(row.id, std::move(row));
    std::set<std::string> seen;
    std::vector<db::CirculationRow> rows;
    for (const auto& stop : db::list_stops_of(facts.tx, own))
        if (seen.insert(stop.circulation).second) rows.push_back(known.at(stop.circulation));
    return rows;
}

void add_circulations(const OfficersFacts& facts, Rows& rows) {
    const auto ended = db::list_successions(facts.tx);
    const auto documents = own_circulations(facts, ended);
    for (const auto& status : circulation::circulation_statuses(facts.app, facts.tx, documents)) {
        const auto& document = status.circulation.document;
        for (std::size_t i = 0; i < status.stops.size(); ++i) {
            const auto now = workflows::status(status.stops[i], facts.today);
            if (!is_late(now.lamp)) continue;
            const auto& row = status.rows[i];
            const auto holder = workflows::holder(row.board, ended, facts.today);
            const auto line =
                holder == row.board
                    ? words::stop_line(document, row.board_name, now.words)
                    : words::stop_line_replaced(document, row.board_name, holder, now.words);
            rows.push_back({line, web::href(routes::circulation, status.circulation.id), holder,
                            workflows::due_day(status.stops[i], facts.today)});
        }
    }
}

void add_responses(const OfficersFacts& facts, Rows& rows) {
    std::set<std::string> seen;
    for (const auto& board : facts.served()) {
        auto list = db::list_responses_owed_by(facts.tx, board);
        for (auto& asked : db::list_responses_asked_by(facts.tx, board))
            list.push_back(std::move(asked));
        for (const auto& row : list) {
            const auto& response = row.response;
            const bool open = workflows::whose_move(response.state).has_value();
            if (!open || response.state == workflows::ResponseState::named) continue;
            if (!seen.insert(row.id).second) continue;
            rows.push_back(
                {words::response_line(row.source_title, response.number, response.owing_board,
                                      response.asking_board, workflows::to_words(response.state)),
                 web::href(routes::response, row.id), response.owing_board, response.due});
        }
    }
}

void add_issues(const OfficersFacts& facts, Rows& rows) {
    std::set<std::string> seen;
    for (const auto& board : facts.served()) {
        for (const auto& row : db::list_issues_of(facts.tx, board)) {
            if (!workflows::is_open_issue(row.issue.state) || !seen.insert(row.id).second) continue;
            const auto state = workflows::to_words(row.issue.state);
            rows.push_back({words::issue_line(row.reference, row.issue.title, state),
                            web::href(routes::issue, row.id), row.issue.raising_board,
                            row.next_date});
        }
    }
}

void add_returns(const OfficersFacts& facts, Rows& rows) {
    const bool collects = base::may(facts.viewer, workflows::Action::read_open_returns);
    const auto boards = db::boards_by_code(facts.tx);
    for (const auto& row : db::list_open_returns(facts.tx)) {
        if (!collects && !facts.speaks_for(row.board)) continue;
        const auto& board = boards.at(row.board);
        const auto year = std::to_string(row.year);
        rows.push_back({words::return_line(row.year, board.name, workflows::to_words(row.state)),
                        facts.speaks_for(row.board)
                            ? partnership_register::return_href(board.slug, row.year)
                            : web::href(routes::register_return, year, board.slug),
                        row.board, row.due});
    }
}

void add_provisional(const OfficersFacts& facts, Rows& rows) {
    std::map<std::string, std::string> names;
    for (const auto& board : db::list_boards(facts.tx))
        names.emplace(board.code, board.name);
    const std::chrono::year_month_day last{facts.today + meetings_ahead};
    const db::MeetingFilter soon{.from = facts.today,
                                 .to = Day{last.year() / last.month() / std::chrono::last},
                                 .open_dates = db::OpenDates::included,
                                 .reader = {.person = facts.viewer.person}};
    for (const auto& meeting : db::list_meetings(facts.tx, soon)) {
        if (meeting.state != workflows::MeetingState::provisional) continue;
        rows.push_back({words::provisional_line(names.at(meeting.board), meeting.planned.words()),
                        web::href(routes::meeting, meeting.id), meeting.board,
                        meeting.planned.day()});
    }
}

void add_clashes(const OfficersFacts& facts, Rows& rows) {
    const auto clashes = meetings::clashes_between(
        facts.tx, facts.today, facts.today + clashes_ahead, {.person = facts.viewer.person});
    std::map<std::string, std::string> posts;
    if (!clashes.empty()) {
        for (const auto& person : db::list_people(facts.tx))
            posts.emplace(person.key, person.post);
    }
    for (const auto& clash : clashes) {
        const auto post = posts.find(clash.person);
        std::string boards;
        for (const auto& board : clash.boards)
            boards += (boards.empty() ? "" : ", ") + board;
        rows.push_back({words::clash_line(post == posts.end() ? clash.person : post->second, boards,
                                          workflows::long_date(clash.day)),
                        web::href(routes::clashes), boards, clash.day});
    }
}

std::string listed(std::string codes) {
    for (auto at = codes.find(';'); at != std::string::npos; at = codes.find(';'))
        codes.replace(at, 1, ", ");
    return codes.empty() ? "nobody" : codes;
}

void add_themes(const OfficersFacts& facts, Rows& rows) {
    for (const auto& theme : db::list_themes(facts.tx)) {
        if (theme.state == workflows::ThemeState::closed) continue;
        rows.push_back(
            {words::theme_line(theme.name, listed(theme.lead_boards), listed(theme.contributors)),
             web::href(routes::theme, theme.key)});
    }
}

struct Section {
    std::string_view title;
    std::string_view none;
    void (*add)(const OfficersFacts&, Rows&);
};

// In the order in which the officers take them.
constexpr std::array sections{
    Section{words::reports_section, words::no_reports, add_reports},
    Section{words::requests_section, words::no_requests, add_requests},
    Section{words::documents_section, words::no_documents, add_circulations},
    Section{words::responses_section, words::no_responses, add_responses},
    Section{words::issues_section, words::no_issues, add_issues},
    Section{words::returns_section, words::no_returns, add_returns},
    Section{words::provisional_section, words::no_provisional, add_provisional},
    Section{words::clashes_section, words::no_clashes, add_clashes},
    Section{words::themes_section, words::no_themes, add_themes},
};

bool comes_before(const OfficersRow& a, const OfficersRow& b) {
    return a.due.value_or(Day::max()) < b.due.value_or(Day::max());
}

}  // namespace

bool OfficersFacts::speaks_for(const std::string& board) const {
    return base::may(viewer, workflows::Action::speak_for_board, board);
}

std::vector<std::string> OfficersFacts::served() const {
    std::set<std::string> boards;
    for (const auto& seat : viewer.seats) {
        if (speaks_for(seat.board)) boards.insert(seat.board);
    }
    return std::vector<std::string>(boards.begin(), boards.end());
}

std::vector<OfficersSection> officers_agenda(const base::App& app, db::ReadTx& tx,
                                             const base::Viewer& viewer, Day today) {
    const OfficersFacts facts{app, tx, viewer, today};
    std::vector<OfficersSection> agenda;
    for (const auto& section : sections) {
        OfficersSection made{std::string(section.title), std::string(section.none), {}};
        section.add(facts, made.rows);
        std::stable_sort(made.rows.begin(), made.rows.end(), comes_before);
        agenda.push_back(std::move(made));
    }
    return agenda;
}

std::string officers_agenda_json(const std::vector<OfficersSection>& agenda, Day today) {
    boost::json::array list;
    for (const auto& section : agenda) {
        boost::json::array rows;
        for (const auto& row : section.rows)
            rows.push_back({{"words", row.words},
                            {"board", row.board},
                            {"due", row.due ? workflows::iso(*row.due) : ""},
                            {"href", row.href}});
        list.push_back({{"title", section.title}, {"rows", rows}});
    }
    return boost::json::serialize(
        boost::json::object{{"today", workflows::iso(today)}, {"sections", list}});
}

}  // namespace server::overview
