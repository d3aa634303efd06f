#include "server/overview/todo_queries.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/minutes.hpp"
#include "db/todo.hpp"
#include "server/letters/deadlines.hpp"
#include "server/meetings/confirm_by.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/overview/todo_words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "server/web/site.hpp"
#include "workflows/circulation/circulation.hpp"
#include "workflows/overview/reminders.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace server::overview {
namespace {

using workflows::Board;
using workflows::Day;
using workflows::Deadline;
using workflows::Todo;
using workflows::TodoKind;

// Provisional or confirmed, and not over.
bool is_upcoming(const db::MeetingRow& meeting, Day today) {
    if (!workflows::is_to_come(meeting.state)) return false;
    if (const auto day = meeting.planned.day()) return *day >= today;
    const auto month = meeting.planned.month();
    return !month || Day{*month / std::chrono::last} >= today;
}

std::vector<db::MeetingRow> upcoming_of(db::ReadTx& tx, const base::Viewer& viewer,
                                        const std::set<std::string>& boards, Day today,
                                        db::OpenDates open_dates) {
    if (boards.empty()) return {};
    auto meetings = db::list_meetings(tx, {.boards = boards,
                                           .from = today,
                                           .open_dates = open_dates,
                                           .reader = {.person = viewer.person}});
    std::erase_if(meetings, [&](const auto& meeting) { return !is_upcoming(meeting, today); });
    return meetings;
}

using PaperCounts = std::map<std::string, db::PaperCount>;  // by meeting
using Meetings = std::map<std::string, db::MeetingRow>;     // by id

class Gatherer {
  public:
    Gatherer(const base::App& app, db::ReadTx& tx, const base::Viewer& viewer, Day today)
        : sources_(app.site->deadlines),
          tx_(tx),
          viewer_(viewer),
          today_(today),
          holidays_(app.holidays(tx)) {
        for (auto& board : db::list_boards(tx))
            boards_.emplace(board.code, std::move(board));
    }

    std::vector<Todo> all() {
        add_requests();
        add_meetings();
        add_stops();
        add_wanted_papers();
        for (const auto& source : sources_) {
            if (source.add_todos != nullptr)
                source.add_todos(tx_, {viewer_, holidays_, boards_, today_}, todos_);
        }
        return workflows::in_order(std::move(todos_));
    }

  private:
    bool speaks_for(const std::string& board) const {
        return base::may(viewer_, workflows::Action::speak_for_board, board);
    }
    const std::string& name(const std::string& board) const { return boards_.at(board).name; }

    void add_requests() {
        std::set<std::string> served;
        for (const auto& seat : viewer_.seats) {
            if (speaks_for(seat.board)) served.insert(seat.board);
        }
        for (const auto& board : served) {
            for (const auto& request : db::list_open_requests_of(tx_, board))
                add_request(request, board);
        }
    }

    std::string request_words(const db::OpenRequest& request, workflows::RequestState state,
                              bool asked) const {
        using State = workflows::RequestState;
        const auto& title = request.title;
        if (asked) return words::respond_to_request(name(request.asking_board), title);
        const auto& other = name(request.asked_board);
        if (state == State::offered) return words::alternative_suggested(other, title);
        if (state == State::declined) return words::request_declined(other, title);
        return words::your_request(other, title, workflows::to_words(state));
    }

    void add_request(const db::OpenRequest& request, const std::string& board) {
        const auto move = workflows::whose_move(request.state);
        const bool asked = move == workflows::Side::asked && request.asked_board == board;
        const bool asking = move == workflows::Side::asking && request.asking_board == board;
        if (!asked && !asking) return;
        // As server/requests/request_exports.cpp says it.
        const auto& due =
            workflows::is_waiting(request.state) ? request.consider_by : request.answer_by;
        Todo todo;
        todo.kind = asked ? TodoKind::answer_request : TodoKind::request_answered;
        if (asked && due) todo.due = *due;

        todo.words = request_words(request, request.state, asked);
        todo.href = web::href(routes::request, request.id);
        todo.board = board;
        todos_.push_back(std::move(todo));
    }

    // Of the boards that the viewer serves as secretariat.
    void add_meetings() {
        const auto boards = viewer_.boards_served();
        const auto meetings = upcoming_of(tx_, viewer_, {boards.begin(), boards.end()}, today_,
                                          db::OpenDates::included);
        const meetings::ConfirmDays days(tx_, meetings);
        std::set<std::string> undone;  // whose agenda is not out
        for (const auto& meeting : meetings)
            if (meeting.published == 0 && meeting.planned.day()) undone.insert(meeting.id);
        const auto papers = undone.empty() ? PaperCounts{} : db::count_papers(tx_, undone);
        for (const auto& meeting : meetings)
            add_meeting(meeting, days, papers);
        for (const auto& board : boards)
            add_minutes(boards_.at(board));
    }

    void add_meeting(const db::MeetingRow& meeting, const meetings::ConfirmDays& days,
                     const PaperCounts& counts) {
        if (meeting.state == workflows::MeetingState::provisional) add_confirmation(meeting, days);
        if (meeting.published > 0 || !meeting.planned.day()) return;

        const auto when = meeting.planned.words();
        add_due(meeting, TodoKind::agenda_out, Deadline::agenda_out, words::publish_agenda(when),
                routes::meeting_publish);
        const auto counted = counts.find(meeting.id);
        const auto papers = counted == counts.end() ? db::PaperCount{} : counted->second;
        if (papers.items > 0 && papers.expected == 0) return;

        const auto count = papers.expected == 0 ? words::no_items(when)
                                                : words::reports_outstanding(
                                                      static_cast<int>(papers.expected), when);
        add_due(meeting, TodoKind::papers_due, Deadline::papers_due, count, routes::meeting_agenda);
    }

    void add_due(const db::MeetingRow& meeting, TodoKind kind, Deadline::Kind deadline,
                 const std::string& what, const web::Address& page) {
        const auto day =
            meetings::deadline_day(meeting, boards_.at(meeting.board), deadline, holidays_);
        todos_.push_back({kind, day, what, web::href(page, meeting.id), meeting.board});
    }

    void add_confirmation(const db::MeetingRow& meeting, const meetings::ConfirmDays& days) {
        const bool undated = !meeting.planned.day() && !meeting.planned.month();
        const auto what = undated ? std::string(words::set_date)
                                  : words::confirm_meeting(meeting.planned.words());
        todos_.push_back({TodoKind::confirm_meeting,
                          days.of(meeting, boards_.at(meeting.board), holidays_), what,
                          web::href(routes::meeting, meeting.id), meeting.board});
    }

    template <class Row>
    Meetings meetings_of(const std::vector<Row>& rows, std::string Row::*meeting) {
        std::set<std::string> ids;
        for (const auto& row : rows)
            ids.insert(row.*meeting);
        ids.erase("");
        return ids.empty() ? Meetings{} : db::find_meetings(tx_, ids);
    }

    const db::MeetingRow* upcoming_in(const Meetings& meetings, const std::string& id) const {
        const auto found = meetings.find(id);
        const bool shown = found != meetings.end() && is_upcoming(found->second, today_);
        return shown ? &found->second : nullptr;
    }

    // Of the boards that the viewer serves, and of their documents.
    void add_stops() {
        const auto served = viewer_.boards_served();
        if (served.empty()) return;
        auto stops = db::list_stops_of(tx_, {served.begin(), served.end()});
        std::erase_if(stops,
                      [](const auto& stop) { return stop.state != workflows::StopState::planned; });
        const auto meetings = meetings_of(stops, &db::StopAtMeeting::meeting);
        for (const auto& stop : stops) {
            const auto* meeting = upcoming_in(meetings, stop.meeting);
            if (meeting == nullptr) continue;
            const auto& board = boards_.at(stop.board);
            todos_.push_back(
                {TodoKind::circulation_papers,
                 meetings::deadline_day(*meeting, board, Deadline::agenda_out, holidays_),
                 words::send_document(stop.document, board.name, meeting->planned.words()),
                 web::href(routes::circulation, stop.circulation), stop.board});
        }
    }

    // As long as the reminders of it: minutes of older meetings are not chased, so that a county
    // with years of meetings behind it begins with a short list.
    void add_minutes(const Board& board) {
        const int days_back = board.minutes_due_days + workflows::overdue_useful_days;
        const auto from = workflows::working_days_before(today_, days_back, holidays_).day;
        const auto circulated = db::list_meetings_with_minutes(tx_, from, today_);
        for (const auto& meeting : db::list_meetings(tx_, {.board = board.code,
                                                          .from = from,
                                                          .to = today_,
                                                          .reader = {.person = viewer_.person}})) {
            if (circulated.contains(meeting.id)) continue;
            if (!took_place(meeting, board)) continue;
            const bool held = meeting.state == workflows::MeetingState::held;
            add_due(meeting, TodoKind::minutes_due, Deadline::minutes_due,
                    held ? words::circulate_minutes(meeting.planned.words())
                         : words::confirm_held(meeting.planned.words()),
                    held ? routes::meeting_minutes : routes::meeting_hold);
        }
    }

    // A confirmed meeting that is over was held; recording it so comes first on its page.
    bool took_place(const db::MeetingRow& meeting, const Board& board) const {
        const auto end = meetings::end_instant(meeting, board);
        const bool counts = meeting.state == workflows::MeetingState::held ||
                            meeting.state == workflows::MeetingState::confirmed;
        return counts && end && *end <= tx_.now();
    }

    // An item that came after the papers were due is not overdue since before it was there.
    std::optional<Day> paper_day(const db::WantedPaper& paper, const db::MeetingRow& meeting) {
        const auto& board = boards_.at(meeting.board);
        const auto due = meetings::deadline_day(meeting, board, Deadline::papers_due, holidays_);
        if (!due || paper.created_at == 0) return due;
        const workflows::Instant created{std::chrono::seconds(paper.created_at)};
        return workflows::paper_due_day(*due, workflows::to_local(created, board.zone).day,
                                        *meeting.planned.day(), holidays_);
    }

    void add_wanted_papers() {
        const auto papers = db::list_wanted_papers(tx_, viewer_.person);
        const auto meetings = meetings_of(papers, &db::WantedPaper::meeting);
        for (const auto& paper : papers) {
            const auto* meeting = upcoming_in(meetings, paper.meeting);
            if (meeting == nullptr) continue;
            todos_.push_back({TodoKind::paper_wanted, paper_day(paper, *meeting),
                              words::send_report(paper.title),
                              web::href(routes::item_papers, paper.item), meeting->board});
        }
    }

    std::span<const letters::DutySource> sources_;
    db::ReadTx& tx_;
    const base::Viewer& viewer_;
    Day today_;
    workflows::Holidays holidays_;
    std::map<std::string, Board> boards_;
    std::vector<Todo> todos_;
};

}  // namespace

std::vector<Todo> todos_of(const base::App& app, db::ReadTx& tx, const base::Viewer& viewer,
                           Day today) {
    return Gatherer(app, tx, viewer, today).all();
}

std::vector<db::MeetingRow> next_meetings_of(db::ReadTx& tx, const base::Viewer& viewer, Day today,
                                             std::size_t rows_max) {
    std::set<std::string> boards;
    for (const auto& seat : viewer.seats)
        boards.insert(seat.board);
    for (const auto& invitation : db::list_standing_invitations(tx)) {
        if (invitation.person == viewer.person && db::invites_on(invitation, today))
            boards.insert(invitation.board);
    }
    auto meetings = upcoming_of(tx, viewer, boards, today, db::OpenDates::left_out);
    std::sort(meetings.begin(), meetings.end(), [](const auto& a, const auto& b) {
        if (a.planned == b.planned)
            return std::tie(a.starts, a.board, a.id) < std::tie(b.starts, b.board, b.id);
        return a.planned < b.planned;
    });
    if (meetings.size() > rows_max) meetings.resize(rows_max);
    return meetings;
}

}  // namespace server::overview
