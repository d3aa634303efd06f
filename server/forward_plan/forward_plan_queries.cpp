#include "server/forward_plan/forward_plan_queries.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>
#include <tuple>

#include "db/boards.hpp"
#include "db/circulations.hpp"
#include "db/lookups.hpp"
#include "db/meetings.hpp"
#include "db/requests.hpp"
#include "db/todo.hpp"
#include "server/access/relations.hpp"
#include "server/agenda/agenda_view.hpp"
#include "server/boards/board_facts.hpp"
#include "server/forward_plan/forward_reports.hpp"
#include "server/forward_plan/words.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/circulation/circulation.hpp"
#include "workflows/text/csv.hpp"

namespace server::forward_plan {
namespace {

using workflows::Day;
using workflows::Level;

class Planner {
  public:
    Planner(const base::App& app, db::ReadTx& tx, const base::Viewer& viewer, const PlanSpan& span,
            const PlanFilter& filter)
        : app_(app), tx_(tx), viewer_(viewer), span_(span), filter_(filter) {
        for (const auto& seat : viewer.seats) {
            own_.insert(seat.board);
            if (workflows::is_officer(seat.role)) served_.insert(seat.board);
        }
    }

    std::vector<ForwardEntry> all() {
        entries_ = forward_reports(app_, tx_, span_, filter_);
        if (filter_.report.empty()) add_others();
        std::erase_if(entries_, [&](const auto& entry) {
            return !filter_.shows_board(entry.board) ||
                   (!filter_.report.empty() && entry.report != filter_.report);
        });
        return in_order();
    }

  private:
    // What is of no report of the timetable.
    void add_others() {
        for (const auto& entry : entries_)
            if (!entry.item.empty()) reports_.emplace(entry.meeting, entry.item);
        for (auto& meeting : db::list_meetings(
                 tx_, {.from = span_.from, .to = span_.to, .reader = {.person = viewer_.person}})) {
            if (meeting.state != workflows::MeetingState::cancelled)
                meetings_.push_back(std::move(meeting));
        }
        for (const auto& meeting : meetings_)
            by_id_.emplace(meeting.id, &meeting);
        add_agendas();
        add_stops();
        add_requests();
        add_bare_meetings();
    }

    ForwardEntry at(const db::MeetingRow& meeting, ForwardKind kind) const {
        ForwardEntry entry;
        entry.kind = kind;
        entry.date = meeting.planned;
        entry.when = boards::meeting_words(meeting, "");
        entry.board = meeting.board;
        entry.meeting = meeting.id;
        entry.href = meetings::meeting_href(meeting);
        return entry;
    }

    void add_agendas() {
        const auto inviting = db::boards_inviting(tx_, viewer_.person);
        std::map<std::string, Level> levels;  // of this reader, by meeting
        for (const auto& meeting : meetings_) {
            if (!filter_.shows_board(meeting.board)) continue;
            const auto level = workflows::reading_level(
                access::board_standing(viewer_, meeting.board, inviting.contains(meeting.board)));
            if (agenda::may_show_agenda(meeting, level)) levels.emplace(meeting.id, level);
        }
        if (levels.empty()) return;
        const agenda::Agendas agendas(tx_, levels);
        for (const auto& meeting : meetings_)
            if (const auto level = levels.find(meeting.id); level != levels.end())
                add_items(agendas, meeting, level->second);
    }

    void add_items(const agenda::Agendas& agendas, const db::MeetingRow& meeting, Level level) {
        const auto open = agendas.view(meeting, Level::public_);
        const auto view = level == Level::public_ ? open : agendas.view(meeting, level);
        if (!view.shown) return;
        for (std::size_t i = 0; i < view.items.size(); ++i) {
            const auto& item = view.items[i];
            // A title that is withheld says nothing about what comes; a report that has its place
            // on the agenda is told once, as a report.
            if (item.struck || item.title.empty() || reports_.contains({meeting.id, item.id}))
                continue;
            auto entry = at(meeting, ForwardKind::item);
            entry.title = item.title;
            entry.purpose = item.purpose;
            entry.state = view.draft ? "being prepared" : "on the agenda";
            entry.open = open.shown && i < open.items.size() && open.items[i].title == item.title;
            entries_.push_back(std::move(entry));
        }
    }

    void add_stops() {
        for (const auto& stop : db::list_stops_of(tx_, own_)) {
            const auto meeting = by_id_.find(stop.meeting);
            if (meeting == by_id_.end()) continue;
            auto entry = at(*meeting->second, ForwardKind::stop);
            entry.board = stop.board;
            entry.title = stop.document;
            entry.state = workflows::to_words(stop.state);
            entry.href = web::href(routes::circulation, stop.circulation);
            entry.open = false;
            entries_.push_back(std::move(entry));
        }
    }

    // Those that have a meeting but no item yet; with an item they are on its agenda.
    void add_requests() {
        std::vector<std::string> accepted;
        for (const auto& board : served_) {
            for (const auto& open : db::list_open_requests_of(tx_, board)) {
                if (open.state != workflows::RequestState::accepted) continue;
                if (std::ranges::find(accepted, open.id) == accepted.end())
                    accepted.push_back(open.id);
            }
        }
        const auto requests = db::find_requests(tx_, {accepted.begin(), accepted.end()});
        for (const auto& id : accepted)
            add_request(requests.at(id));
    }

    void add_request(const db::RequestRow& row) {
        const auto meeting = by_id_.find(row.meeting);
        if (meeting == by_id_.end()) return;
        auto entry = at(*meeting->second, ForwardKind::request);
        entry.title = row.request.title;
        if (row.request.purpose) entry.purpose = workflows::to_words(*row.request.purpose);
        entry.state = "accepted, asked by " + row.request.from_board;
        entry.href = web::href(routes::request, row.id);
        entry.open = false;
        entries_.push_back(std::move(entry));
    }

    void add_bare_meetings() {
        std::set<std::string> told;
        for (const auto& entry : entries_)
            told.insert(entry.meeting);
        std::map<std::string, std::string> names;
        for (const auto& board : db::list_boards(tx_))
            names.emplace(board.code, board.name);
        for (const auto& meeting : meetings_) {
            if (told.contains(meeting.id) || !filter_.shows_board(meeting.board)) continue;
            auto entry = at(meeting, ForwardKind::meeting);
            entry.title = names.at(meeting.board);
            entry.state = workflows::to_text(meeting.state);
            entries_.push_back(std::move(entry));
        }
    }

    std::vector<ForwardEntry> in_order() {
        const auto key = [](const ForwardEntry& entry) {
            return std::tuple(entry.board, entry.kind, entry.title);
        };
        std::stable_sort(entries_.begin(), entries_.end(),
                         [&](const ForwardEntry& a, const ForwardEntry& b) {
                             if (a.date == b.date) return key(a) < key(b);
                             return a.date < b.date;
                         });
        return std::move(entries_);
    }

    const base::App& app_;
    db::ReadTx& tx_;
    const base::Viewer& viewer_;
    PlanSpan span_;
    const PlanFilter& filter_;
    std::set<std::string> own_;             // boards on which the viewer sits
    std::set<std::string> served_;          // … as chair or secretariat
    std::vector<db::MeetingRow> meetings_;  // in order of their dates
    std::map<std::string_view, const db::MeetingRow*> by_id_;
    std::set<std::pair<std::string, std::string>> reports_;  // meeting and item
    std::vector<ForwardEntry> entries_;
};

}  // namespace

PlanSpan plan_span(Day from) {
    const std::chrono::year_month_day day{from};
    const auto first = day.year() / day.month();
    const auto last = first + std::chrono::months(forward_plan_months - 1);
    return {Day{first / 1}, std::chrono::sys_days{last / std::chrono::last}};
}

std::vector<ForwardEntry> forward_plan(const base::App& app, db::ReadTx& tx,
                                       const base::Viewer& viewer, Day from,
                                       const PlanFilter& filter) {
    return Planner(app, tx, viewer, plan_span(from), filter).all();
}

std::string_view kind_words(ForwardKind kind) {
    switch (kind) {
        case ForwardKind::meeting:
            return "Meeting";
        case ForwardKind::item:
            return "Agenda item";
        case ForwardKind::report:
            return "Report";
        case ForwardKind::stop:
            return words::document_in_circulation;
        case ForwardKind::request:
            break;
    }
    return "Request";
}

std::string forward_plan_json(const std::vector<ForwardEntry>& plan, Day from) {
    boost::json::array entries;
    for (const auto& entry : plan)
        entries.push_back({{"kind", kind_words(entry.kind)},
                           {"date", entry.date.key()},
                           {"when", entry.when},
                           {"board", entry.board},
                           {"title", entry.title},
                           {"purpose", entry.purpose},
                           {"state", entry.state},
                           {"href", entry.href},
                           {"report", entry.report},
                           {"public", entry.open}});
    return boost::json::serialize(
        boost::json::object{{"from", workflows::iso(plan_span(from).from)},
                            {"to", workflows::iso(plan_span(from).to)},
                            {"months", forward_plan_months},
                            {"entries", entries}});
}

std::string forward_plan_csv(const std::vector<ForwardEntry>& plan) {
    auto text = workflows::text::csv_line(
        {"kind", "date", "when", "board", "title", "purpose", "state", "report", "public"});
    for (const auto& entry : plan)
        text += workflows::text::csv_line({kind_words(entry.kind), entry.date.key(), entry.when,
                                           entry.board, entry.title, entry.purpose, entry.state,
                                           entry.report, entry.open ? "yes" : "no"});
    return text;
}

}  // namespace server::forward_plan
