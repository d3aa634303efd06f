// One to-do list over all boards a person serves: what is due, in the order in which to do it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "workflows/core/date.hpp"
#include "workflows/core/names.hpp"

namespace workflows {

/// In the order in which rows of one day stand.
enum class TodoKind {
    answer_request,      // another board waits for us
    request_answered,    // our request came back: agree, send again, close
    agenda_out,          // publish the agenda (LGA 1972 s.100B(3))
    papers_due,          // papers of a meeting are to be in
    paper_wanted,        // a paper of one's own
    circulation_papers,  // papers to a board that a document goes round (protocol 7.3)
    confirm_meeting,     // a provisional date
    minutes_due,         // draft minutes of a meeting that is over
    // Matters between the boards; they come from server/letters/deadlines.cpp
    report_slot,    // a report of the timetable to be put on a meeting (protocol 4.4)
    report_due,     // … to be delivered, or its outcome recorded
    response_owed,  // another board waits for our response (4.3)
    response_back,  // a response came back to us: confirm it or send it back
    issue_step,     // an issue or concern that we hold, or may take further (4.6, 4.12)
    poll_open,      // a date poll of ours: chase or close it
    theme_open,     // a theme whose answers are in (3.7)
    return_owed,    // the yearly return to the register
    review_due,     // a controlled document to be reviewed (6.1)
    board_change    // a hand-over or succession that is to come
};

struct Todo {
    TodoKind kind = TodoKind::answer_request;
    std::optional<Day> due = {};  // none: it can be done at any time
    std::string words = {};       // what to do, the text of its link
    std::string href = {};
    std::string board = {};  // code, shown as a tag
    friend bool operator==(const Todo&, const Todo&) = default;
};

/// By due day, then kind, board and words; rows without a day last; the same thing once.
std::vector<Todo> in_order(std::vector<Todo> todos);

enum class Urgency { overdue, today, this_week, later, any_time };
/// `this_week`: within seven days.
Urgency urgency(const Todo& todo, Day today);
/// "Overdue since Thu 1 Nov 2018", "Due today", "Due Wed 7 Nov 2018", "When the day is set".
std::string due_words(const Todo& todo, Day today);

/// How many days before its due day a row of this kind begins to stand on the list.
int days_ahead(TodoKind kind);
/// Whether the row stands on today's list: overdue, due within days_ahead(), or without a day.
bool is_shown(const Todo& todo, Day today);

/// The first row by due day of those not shown yet.
std::optional<Todo> first_to_come(const std::vector<Todo>& todos, Day today);

template <>
inline constexpr auto names<TodoKind> = std::to_array<Name<TodoKind>>({
    {TodoKind::answer_request, "answer_request", "respond to a request"},
    {TodoKind::request_answered, "request_answered", "your request"},
    {TodoKind::agenda_out, "agenda_out", "publish an agenda"},
    {TodoKind::papers_due, "papers_due", "reports due"},
    {TodoKind::paper_wanted, "paper_wanted", "your report"},
    {TodoKind::circulation_papers, "circulation_papers", "circulation"},
    {TodoKind::confirm_meeting, "confirm_meeting", "confirm a meeting"},
    {TodoKind::minutes_due, "minutes_due", "draft minutes"},
    {TodoKind::report_slot, "report_slot", "place a report"},
    {TodoKind::report_due, "report_due", "timetable report"},
    {TodoKind::response_owed, "response_owed", "respond to a board"},
    {TodoKind::response_back, "response_back", "response to your board"},
    {TodoKind::issue_step, "issue_step", "issue or concern"},
    {TodoKind::poll_open, "poll_open", "find a date"},
    {TodoKind::theme_open, "theme_open", "theme"},
    {TodoKind::return_owed, "return_owed", "annual return"},
    {TodoKind::review_due, "review_due", "document review"},
    {TodoKind::board_change, "board_change", "board change"},
});

}  // namespace workflows
