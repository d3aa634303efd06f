// The order of a to-do list, and how urgent its rows are.
#include "workflows/overview/todo.hpp"

#include <gtest/gtest.h>

#include "workflows/overview/words.hpp"

namespace {

using workflows::make_day;
using workflows::Todo;
using workflows::TodoKind;

const auto today = make_day(2018, 11, 1);

Todo todo(TodoKind kind, std::optional<workflows::Day> due, std::string words) {
    return {kind, due, std::move(words), "/x", "HWB"};
}

TEST(TodoOrder, ByDayThenKindAndTheSameThingOnce) {
    const auto sorted = workflows::in_order(
        {todo(TodoKind::confirm_meeting, {}, "d"),
         todo(TodoKind::agenda_out, today + std::chrono::days(2), "c"),
         todo(TodoKind::papers_due, today, "b"), todo(TodoKind::answer_request, today, "a"),
         todo(TodoKind::answer_request, today, "a")});
    ASSERT_EQ(sorted.size(), 4U);
    EXPECT_EQ(sorted[0].words + sorted[1].words + sorted[2].words + sorted[3].words, "abcd");
}

TEST(TodoOrder, SaysHowUrgentARowIs) {
    const auto row = [](int days) {
        return todo(TodoKind::agenda_out, today + std::chrono::days(days), "x");
    };
    EXPECT_EQ(workflows::due_words(row(-1), today),
              workflows::overview::words::overdue_since("Wed 31 Oct 2018"));
    EXPECT_EQ(workflows::due_words(row(0), today), workflows::overview::words::due_today);
    EXPECT_EQ(workflows::due_words(row(6), today),
              workflows::overview::words::due("Wed 7 Nov 2018"));
    EXPECT_EQ(workflows::due_words(todo(TodoKind::agenda_out, {}, "x"), today),
              workflows::overview::words::no_deadline);
    EXPECT_EQ(workflows::urgency(row(7), today), workflows::Urgency::this_week);
    EXPECT_EQ(workflows::urgency(row(8), today), workflows::Urgency::later);
}

TEST(TodoOrder, ShowsAFortnightAheadAndNamesTheNext) {
    const std::vector<Todo> todos{
        todo(TodoKind::agenda_out, today + std::chrono::days(15), "later"),
        todo(TodoKind::agenda_out, today + std::chrono::days(14), "shown"),
        todo(TodoKind::papers_due, today + std::chrono::days(20), "last")};
    EXPECT_FALSE(workflows::is_shown(todos[0], today));
    EXPECT_TRUE(workflows::is_shown(todos[1], today));
    EXPECT_EQ(workflows::first_to_come(todos, today)->words, "later");
    EXPECT_EQ(workflows::first_to_come({}, today), std::nullopt);
}

}  // namespace
