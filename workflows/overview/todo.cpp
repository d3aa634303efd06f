#include "workflows/overview/todo.hpp"

#include <algorithm>
#include <tuple>

#include "workflows/overview/words.hpp"

namespace workflows {
namespace {

constexpr int fortnight = 14;
constexpr int quarter = 92;
constexpr int always = 36500;

auto sort_key(const Todo& todo) {
    return std::tuple(todo.due.value_or(Day::max()), todo.kind, todo.board, todo.words, todo.href);
}

}  // namespace

std::vector<Todo> in_order(std::vector<Todo> todos) {
    std::sort(todos.begin(), todos.end(),
              [](const Todo& a, const Todo& b) { return sort_key(a) < sort_key(b); });
    todos.erase(std::unique(todos.begin(), todos.end()), todos.end());
    return todos;
}

Urgency urgency(const Todo& todo, Day today) {
    if (!todo.due) return Urgency::any_time;
    if (*todo.due < today) return Urgency::overdue;
    if (*todo.due == today) return Urgency::today;
    return *todo.due - today <= std::chrono::days(7) ? Urgency::this_week : Urgency::later;
}

std::string due_words(const Todo& todo, Day today) {
    switch (urgency(todo, today)) {
        case Urgency::overdue:
            return overview::words::overdue_since(weekday_date(*todo.due));
        case Urgency::today:
            return overview::words::due_today;
        case Urgency::this_week:
        case Urgency::later:
            return overview::words::due(weekday_date(*todo.due));
        case Urgency::any_time:
            break;
    }
    return overview::words::no_deadline;
}

int days_ahead(TodoKind kind) {
    switch (kind) {
        case TodoKind::answer_request:
        case TodoKind::request_answered:
        case TodoKind::paper_wanted:
        case TodoKind::response_back:
        case TodoKind::issue_step:
        case TodoKind::poll_open:
        case TodoKind::theme_open:
            return always;
        case TodoKind::confirm_meeting:
        case TodoKind::report_slot:
        case TodoKind::response_owed:
        case TodoKind::return_owed:
            return quarter;
        case TodoKind::agenda_out:
        case TodoKind::papers_due:
        case TodoKind::circulation_papers:
        case TodoKind::minutes_due:
        case TodoKind::report_due:
        case TodoKind::review_due:
        case TodoKind::board_change:
            break;
    }
    return fortnight;
}

bool is_shown(const Todo& todo, Day today) {
    return !todo.due || *todo.due - today <= std::chrono::days(days_ahead(todo.kind));
}

std::optional<Todo> first_to_come(const std::vector<Todo>& todos, Day today) {
    std::vector<Todo> hidden;
    for (const auto& todo : todos) {
        if (!is_shown(todo, today)) hidden.push_back(todo);
    }
    if (hidden.empty()) return std::nullopt;
    return in_order(std::move(hidden)).front();
}

}  // namespace workflows
