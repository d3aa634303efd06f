#include "server/forward_plan.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>
#include <tuple>

#include "db/boards.hpp"
#include "db/circulations.hpp"
#include "db/import/csv.hpp"
#include "db/meetings.hpp"
#include "db/requests.hpp"
#include "db/todo.hpp"
#include "server/board_facts.hpp"
#include "server/forward_reports.hpp"
#include "server/meeting_words.hpp"
#include "server/pages/agenda_view.hpp"
#include "server/standing.hpp"
#include "workflows/circulation.hpp"

namespace server {
namespace {

using workflows::Day;
using workflows::Level;
using workflows::PlannedDate;

class Planner {
  public:
    Planner(const App& app, db::ReadTx& tx, const Viewer& viewer, const PlanSpan& span)
        : app_(app), tx_(tx), viewer_(viewer), span_(span) {
        for (const auto& seat : viewer.seats) {
            own_.insert(seat.board);
            if (seat.role == "secretariat" || viewer.chairs(seat.board)) served_.insert(seat.board);
        }
        for (auto& board : db::list_boards(tx))
            boards_.emplace(board.code, std::move(board));
    }

    std::vector<ForwardEntry> all() {
        db::MeetingFilter filter;
        filter.from = span_.from;
        filter.to = span_.to;
        filter.reader.person = viewer_.person;
        for (auto& meeting : db::list_meetings(tx_, filter)) {
            if (meeting.state != "cancelled") meetings_.push_back(std::move(meeting));
        }
        for (auto& report : forward_reports(app_, tx_, span_))
            entries_.push_back(std::move(report));
        for (const auto& meeting : meetings_) {
            add_items(meeting);
            add_stops(meeting);
        }
        add_requests();
        add_bare_meetings();
        return in_order();
    }

  private:
    ForwardEntry at(const db::MeetingRow& meeting, ForwardKind kind) const {
        ForwardEntry entry;
        entry.kind = kind;
        entry.date = meeting.planned;
        entry.when = meeting_words(meeting, "");
        entry.board = meeting.board;
        entry.meeting = meeting.id;
        entry.href = meeting_href(meeting);
        return entry;
    }

    void add_items(const db::MeetingRow& meeting) {
        const auto level = workflows::reading_level(board_standing(tx_, viewer_, meeting.board));
        const auto open = pages::agenda_view(tx_, meeting, Level::public_);
        const auto view = level == Level::public_ ? open : pages::agenda_view(tx_, meeting, level);
        if (!view.shown) return;
        for (std::size_t i = 0; i < view.items.size(); ++i) {
            const auto& item = view.items[i];
            // A title that is withheld says nothing about what comes.
            if (item.struck || item.title.empty() || is_report(meeting, item.id)) continue;
            auto entry = at(meeting, ForwardKind::item);
            entry.title = item.title;
            entry.purpose = item.purpose;
            entry.state = view.draft ? "being prepared" : "on the agenda";
            entry.open = open.shown && i < open.items.size() && open.items[i].title == item.title;
            entries_.push_back(std::move(entry));
        }
    }

    // A report that has its place on the agenda is told once, as a report.
    bool is_report(const db::MeetingRow& meeting, const std::string& item) const {
        return !item.empty() &&
               std::any_of(entries_.begin(), entries_.end(), [&](const ForwardEntry& entry) {
                   return entry.kind == ForwardKind::report && entry.meeting == meeting.id &&
                          entry.item == item;
               });
    }

    void add_stops(const db::MeetingRow& meeting) {
        for (const auto& stop : db::list_stops_at(tx_, meeting.id)) {
            if (!own_.contains(stop.board) && !own_.contains(stop.owner)) continue;
            auto entry = at(meeting, ForwardKind::stop);
            entry.board = stop.board;
            entry.title = stop.document;
            const auto state = workflows::from_text<workflows::StopState>(stop.state);
            entry.state = state ? std::string(workflows::to_words(*state)) : stop.state;
            entry.href = "/circulations/" + stop.circulation;
            entry.open = false;
            entries_.push_back(std::move(entry));
        }
    }

    // Those that have a meeting but no item yet; with an item they are on its agenda.
    void add_requests() {
        std::set<std::string> seen;
        for (const auto& board : served_) {
            for (const auto& open : db::list_open_requests_of(tx_, board)) {
                if (!seen.insert(open.id).second) continue;
                const auto row = db::find_request(tx_, open.id);
                if (row) add_request(*row);
            }
        }
    }

    void add_request(const db::RequestRow& row) {
        if (row.request.state != workflows::RequestState::accepted) return;
        const auto meeting = std::find_if(meetings_.begin(), meetings_.end(),
                                          [&](const auto& one) { return one.id == row.meeting; });
        if (meeting == meetings_.end()) return;
        auto entry = at(*meeting, ForwardKind::request);
        entry.title = row.request.title;
        if (row.request.purpose) entry.purpose = workflows::to_words(*row.request.purpose);
        entry.state = "accepted, asked by " + row.request.from_board;
        entry.href = "/requests/" + row.id;
        entry.open = false;
        entries_.push_back(std::move(entry));
    }

    void add_bare_meetings() {
        std::set<std::string> told;
        for (const auto& entry : entries_)
            told.insert(entry.meeting);
        for (const auto& meeting : meetings_) {
            if (told.contains(meeting.id)) continue;
            auto entry = at(meeting, ForwardKind::meeting);
            const auto& name = boards_.at(meeting.board).name;
            entry.title = name;
            entry.state = meeting.state == "held" ? "held" : meeting.state;
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

    const App& app_;
    db::ReadTx& tx_;
    const Viewer& viewer_;
    PlanSpan span_;
    std::set<std::string> own_;     // boards on which the viewer sits
    std::set<std::string> served_;  // … as chair or secretariat
    std::map<std::string, workflows::Board> boards_;
    std::vector<db::MeetingRow> meetings_;
    std::vector<ForwardEntry> entries_;
};

}  // namespace

PlanSpan plan_span(Day from) {
    const std::chrono::year_month_day day{from};
    const auto first = day.year() / day.month();
    const auto last = first + std::chrono::months(forward_plan_months - 1);
    return {Day{first / 1}, std::chrono::sys_days{last / std::chrono::last}};
}

std::vector<ForwardEntry> forward_plan(const App& app, db::ReadTx& tx, const Viewer& viewer,
                                       Day from) {
    return Planner(app, tx, viewer, plan_span(from)).all();
}

std::vector<ForwardEntry> filtered(std::vector<ForwardEntry> plan, std::string_view board,
                                   std::string_view report) {
    std::erase_if(plan, [&](const ForwardEntry& entry) {
        return (!board.empty() && entry.board != board) ||
               (!report.empty() && entry.report != report);
    });
    return plan;
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
            return "Document going round";
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
    auto text = db::csv_line(
        {"kind", "date", "when", "board", "title", "purpose", "state", "report", "public"});
    for (const auto& entry : plan)
        text += db::csv_line({kind_words(entry.kind), entry.date.key(), entry.when, entry.board,
                              entry.title, entry.purpose, entry.state, entry.report,
                              entry.open ? "yes" : "no"});
    return text;
}

}  // namespace server
