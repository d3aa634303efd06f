// Deadlines: the days, and the words that a secretary can check them by.
#include "workflows/meetings/deadlines.hpp"

#include <gtest/gtest.h>

namespace workflows {
namespace {

const Holidays holidays;

std::vector<Deadline> of(std::string_view date, LeadTimes lead_times = {},
                         Profile profile = Profile::va_working) {
    return deadlines(PlannedDate::parse(date).value(), lead_times, holidays, profile);
}

TEST(Deadlines, OfAMeetingWithADay) {
    std::vector<Deadline> all = of("2018-11-15");
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].kind, Deadline::requests_close);
    EXPECT_EQ(all[0].day, make_day(2018, 10, 18));
    EXPECT_EQ(all[1].kind, Deadline::papers_due);
    EXPECT_EQ(all[1].day, make_day(2018, 11, 1));
    EXPECT_EQ(all[2].kind, Deadline::agenda_out);
    EXPECT_EQ(all[2].day, make_day(2018, 11, 7));
    EXPECT_EQ(all[3].kind, Deadline::minutes_due);
    EXPECT_EQ(all[3].day, make_day(2018, 11, 29));
}

TEST(Deadlines, SayWhatWasCounted) {
    std::vector<Deadline> all = of("2018-11-15");
    EXPECT_EQ(all[0].words,
              "Thu 18 Oct 2018: 20 working days before Thu 15 Nov: 18, 19, 22 to 26, 29 to 31 Oct, "
              "1, 2, 5 to 9, 12 to 14 Nov counted; weekends skipped");
    EXPECT_EQ(all[2].words,
              "Wed 7 Nov 2018: 5 clear days before Thu 15 Nov: 8, 9, 12, 13, 14 Nov counted; Sat "
              "10 and Sun 11 Nov skipped");
    EXPECT_EQ(all[2].counted.size(), 5U);
    EXPECT_EQ(all[2].skipped.size(), 2U);
}

TEST(Deadlines, SayWhichHolidaysWereSkipped) {
    std::vector<Deadline> easter = of("2016-03-31");
    EXPECT_EQ(easter[2].words,
              "Mon 21 Mar 2016: 5 clear days before Thu 31 Mar: 22, 23, 24, 29, 30 Mar counted; "
              "Good Friday 25 Mar, Sat 26, Sun 27 and Easter Monday 28 Mar skipped");
    EXPECT_EQ(easter[1].words,
              "Tue 15 Mar 2016: 10 working days before Thu 31 Mar: 15 to 18, 21 to 24, 29, 30 Mar "
              "counted; Good Friday 25 Mar, Easter Monday 28 Mar and weekends skipped");
    std::vector<Deadline> new_year = of("2027-01-05");
    EXPECT_EQ(new_year[2].words,
              "Wed 23 Dec 2026: 5 clear days before Tue 5 Jan 2027: 24, 29, 30, 31 Dec, 4 Jan "
              "counted; Christmas Day 25 Dec, Sat 26, Sun 27, substitute day 28 Dec, New "
              "Year's Day 1 Jan, Sat 2 and Sun 3 Jan skipped");
}

TEST(Deadlines, FollowTheBoardsLeadTimes) {
    std::vector<Deadline> all = of("2018-11-15", {1, 0, 3, 1});
    EXPECT_EQ(all[0].words, "Wed 14 Nov 2018: 1 working day before Thu 15 Nov: 14 Nov counted");
    EXPECT_EQ(all[1].words, "Thu 15 Nov 2018: 0 working days before Thu 15 Nov");
    EXPECT_EQ(all[2].day, make_day(2018, 11, 9));
    EXPECT_EQ(all[3].words, "Fri 16 Nov 2018: 1 working day after Thu 15 Nov: 16 Nov counted");
    std::vector<Deadline> calendar = of("2018-11-15", {}, Profile::calendar);
    EXPECT_EQ(calendar[2].day, make_day(2018, 11, 9));
    EXPECT_EQ(calendar[1].day, make_day(2018, 11, 1));
}

TEST(Deadlines, WaitForTheDay) {
    for (const char* date : {"2019-02", "tbc"}) {
        std::vector<Deadline> all = of(date);
        ASSERT_EQ(all.size(), 4U);
        for (const Deadline& deadline : all) {
            EXPECT_EQ(deadline.day, std::nullopt);
            EXPECT_EQ(deadline.words, "when the date is set");
        }
        EXPECT_EQ(all[3].kind, Deadline::minutes_due);
    }
}

TEST(Deadlines, HaveNames) {
    EXPECT_EQ(deadline_name(Deadline::requests_close), "Deadline for agenda requests");
    EXPECT_EQ(deadline_name(Deadline::minutes_due), "Draft minutes due");
}

TEST(Deadlines, StandInOrderForEveryDayOfTenYears) {
    for (Day day = make_day(2016, 1, 1); day < make_day(2026, 1, 1); day += std::chrono::days{1}) {
        std::vector<Deadline> all = deadlines(PlannedDate(day), {}, holidays);
        ASSERT_TRUE(all[0].day < all[1].day && all[1].day < all[2].day && all[2].day < day);
        ASSERT_GT(all[3].day, day);
        for (const Deadline& deadline : all) {
            ASSERT_TRUE(holidays.is_working_day(*deadline.day)) << deadline.words;
        }
    }
}

}  // namespace
}  // namespace workflows
