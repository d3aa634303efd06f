// Date polls: what may be asked, until when it may be answered, and which date suits best.
#include "workflows/planning/date_poll.hpp"

#include <gtest/gtest.h>

#include "workflows/planning/words.hpp"

namespace workflows {
namespace {

const Day today = make_day(2018, 11, 1);
const Day closes = make_day(2018, 11, 9);
const Day monday = make_day(2018, 12, 3);
const Day tuesday = make_day(2018, 12, 4);
const Day wednesday = make_day(2018, 12, 5);

std::string fault(const std::vector<Day>& days, Day until = closes) {
    const auto checked = check_poll_days(days, until, today);
    return checked ? "" : checked.error().field;
}

TEST(PollDays, AreTwoToTenDifferentOnesAfterTheClosingDay) {
    EXPECT_EQ(fault({monday, tuesday}), "");
    EXPECT_EQ(fault({monday}), "day-1");
    EXPECT_EQ(fault({monday, monday}), "day-2");
    EXPECT_EQ(fault({closes, monday}), "day-1");
    EXPECT_EQ(fault({monday, tuesday}, today), "");
    EXPECT_EQ(fault({monday, tuesday}, today - std::chrono::days{1}), "closes_on");
    std::vector<Day> many;
    for (int step = 0; step < 11; ++step)
        many.push_back(monday + std::chrono::days{step});
    EXPECT_EQ(fault(many), "day-1");
    many.pop_back();
    EXPECT_EQ(fault(many), "");
}

TEST(PollAnswers, AreTakenToTheEndOfTheClosingDay) {
    EXPECT_TRUE(takes_answers(PollState::open, closes, closes));
    EXPECT_FALSE(takes_answers(PollState::open, closes, closes + std::chrono::days{1}));
    EXPECT_FALSE(takes_answers(PollState::closed, closes, today));
    EXPECT_FALSE(takes_answers(PollState::cancelled, closes, today));
    EXPECT_EQ(no_answers_error(PollState::open, closes).message,
              planning::words::poll_closed("Friday 9 November 2018"));
}

TEST(PollTotals, CountEachAnswerAndLeaveOutWhoDidNotAnswer) {
    const std::vector<PollAnswers> answers{
        {{monday, PollAnswer::yes}, {tuesday, PollAnswer::no}},
        {{monday, PollAnswer::if_need_be}, {tuesday, PollAnswer::yes}},
        {}};
    const std::vector<PollTotal> expected{{monday, 1, 1, 0}, {tuesday, 1, 0, 1}};
    EXPECT_EQ(poll_totals({monday, tuesday}, answers), expected);
}

TEST(BestPollDay, LeavesFewestOutThenSuitsMostThenIsEarliest) {
    EXPECT_EQ(best_poll_day({{monday, 5, 0, 1}, {tuesday, 1, 4, 0}}), tuesday);
    EXPECT_EQ(best_poll_day({{monday, 1, 2, 0}, {tuesday, 2, 1, 0}}), tuesday);
    EXPECT_EQ(best_poll_day({{monday, 1, 1, 0}, {tuesday, 1, 1, 0}, {wednesday, 1, 1, 0}}), monday);
    EXPECT_EQ(best_poll_day({{monday, 0, 0, 0}, {tuesday, 0, 0, 0}}), std::nullopt);
}

}  // namespace
}  // namespace workflows
