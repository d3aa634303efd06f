// Clear days against worked examples, and as properties over thirty years.
#include "workflows/core/clear_days.hpp"

#include <gtest/gtest.h>

namespace workflows {
namespace {

const Holidays holidays;

Day on(std::string_view text) {
    return parse_day(text).value();
}

std::size_t count(Day published, Day meeting, Profile profile = Profile::va_working) {
    return clear_days(published, meeting, holidays, profile).counted.size();
}

std::string latest(std::string_view meeting, int days = 5, Profile profile = Profile::va_working) {
    return iso(latest_publication(on(meeting), days, holidays, profile).latest_publication.value());
}

std::string earliest(std::string_view published, int days = 5,
                     Profile profile = Profile::va_working) {
    return iso(earliest_meeting(on(published), days, holidays, profile).earliest_meeting.value());
}

struct Example {
    const char* meeting;
    const char* latest;
};

// clang-format off
constexpr Example examples[] = {
    {"2016-01-27", "2016-01-19"},  // one weekend
    {"2016-02-18", "2016-02-10"},
    {"2016-03-03", "2016-02-24"},  // the leap day counts
    {"2016-03-24", "2016-03-16"},  // Maundy Thursday is a working day
    {"2016-03-31", "2016-03-21"},  // Good Friday and Easter Monday
    {"2016-06-16", "2016-06-08"},
    {"2018-11-15", "2018-11-07"}, {"2019-03-21", "2019-03-13"}, {"2019-06-13", "2019-06-05"},
    {"2019-09-26", "2019-09-18"}, {"2019-12-05", "2019-11-27"}, {"2020-03-19", "2020-03-11"},
    {"2019-04-23", "2019-04-11"},
    {"2019-04-30", "2019-04-18"},  // rolled back from Easter Monday
    {"2026-04-07", "2026-03-26"},
    {"2026-04-08", "2026-03-27"},  // rolled back from a Sunday
    {"2026-01-05", "2025-12-23"}, {"2026-01-06", "2025-12-24"},
    {"2027-01-05", "2026-12-23"},  // 28 December 2026 is a substitute
    {"2028-01-06", "2027-12-24"},  // three substitutes
    {"2027-06-02", "2027-05-24"},
    {"2022-09-20", "2022-09-09"},  // the state funeral
    {"2032-01-02", "2031-12-22"},
};
// clang-format on

TEST(ClearDays, WorkedExamples) {
    for (const Example& example : examples) {
        EXPECT_EQ(latest(example.meeting), example.latest) << example.meeting;
    }
}

TEST(ClearDays, NearMisses) {
    EXPECT_EQ(count(on("2016-03-22"), on("2016-03-31")), 4U);
    EXPECT_EQ(count(on("2019-04-12"), on("2019-04-23")), 4U);
    EXPECT_EQ(count(on("2019-04-15"), on("2019-04-23")), 3U);
    EXPECT_EQ(count(on("2026-03-25"), on("2026-04-07")), 6U);
    EXPECT_EQ(count(on("2026-03-27"), on("2026-04-07")), 4U);
    EXPECT_EQ(count(on("2025-12-24"), on("2026-01-05")), 4U);
    EXPECT_EQ(count(on("2022-09-12"), on("2022-09-20")), 4U);
    EXPECT_EQ(count(on("1990-04-26"), on("1990-05-01")), 2U);
    EXPECT_EQ(latest("1990-05-01", 3), "1990-04-25");
}

TEST(ClearDays, EarliestMeeting) {
    EXPECT_EQ(earliest("2026-03-30"), "2026-04-09");
    EXPECT_EQ(earliest("2025-12-19"), "2025-12-31");
    EXPECT_EQ(earliest("2016-03-22"), "2016-04-01");
}

TEST(ClearDays, PublicationOnADayThatDoesNotCount) {
    ClearDays answer = earliest_meeting(on("2026-03-28"), 5, holidays);
    EXPECT_EQ(answer.treated_as, on("2026-03-30"));
    EXPECT_EQ(answer.earliest_meeting, on("2026-04-09"));
    EXPECT_EQ(answer.published, on("2026-03-28"));
    EXPECT_EQ(answer.counted.front(), on("2026-03-31"));
    EXPECT_EQ(earliest_meeting(on("2026-03-27"), 5, holidays).treated_as, std::nullopt);
    EXPECT_EQ(count(on("2026-03-28"), on("2026-04-08")), 5U);
    EXPECT_EQ(count(on("2026-03-30"), on("2026-04-08")), 4U);
}

TEST(ClearDays, PublicationAfterTheOfficeHasClosed) {
    TimeOfDay cut_off{17, 0};
    EXPECT_EQ(publication_day(on("2026-03-27"), {16, 59}, cut_off, holidays), on("2026-03-27"));
    EXPECT_EQ(publication_day(on("2026-03-27"), {17, 0}, cut_off, holidays), on("2026-03-30"));
    EXPECT_EQ(publication_day(on("2026-03-28"), {9, 0}, cut_off, holidays), on("2026-03-30"));
    EXPECT_EQ(publication_day(on("2026-04-02"), {18, 0}, cut_off, holidays), on("2026-04-07"));
    EXPECT_EQ(publication_day(on("2026-03-28"), {9, 0}, cut_off, holidays, Profile::calendar),
              on("2026-03-28"));
}

TEST(ClearDays, NoDaysIsTheLastWorkingDayBefore) {
    EXPECT_EQ(latest("2026-04-07", 0), "2026-04-02");
    EXPECT_EQ(latest("2026-04-02", 0), "2026-04-01");
    EXPECT_EQ(earliest("2026-04-02", 0), "2026-04-07");
    ClearDays answer = latest_publication(on("2026-04-07"), 0, holidays);
    EXPECT_TRUE(answer.counted.empty());
    EXPECT_EQ(answer.skipped.size(), 4U);
}

TEST(ClearDays, MeetingNotAfterPublicationCountsNothing) {
    Day day = on("2026-04-08");
    EXPECT_EQ(count(day, day), 0U);
    EXPECT_EQ(count(day, on("2026-04-01")), 0U);
    EXPECT_EQ(count(day, on("2026-04-09")), 0U);
}

TEST(ClearDays, CalendarCountsEveryDay) {
    EXPECT_EQ(latest("2016-06-16", 28, Profile::calendar), "2016-05-18");
    EXPECT_EQ(latest("2016-06-16", 28), "2016-05-05");
    EXPECT_EQ(latest("2016-03-29", 1, Profile::calendar), "2016-03-27");
    ClearDays answer = earliest_meeting(on("2016-03-26"), 2, holidays, Profile::calendar);
    EXPECT_EQ(answer.earliest_meeting, on("2016-03-29"));
    EXPECT_EQ(answer.treated_as, std::nullopt);
    EXPECT_TRUE(answer.skipped.empty());
}

TEST(ClearDays, ExplainWithReasons) {
    ClearDays answer = latest_publication(on("2016-03-31"), 5, holidays);
    EXPECT_EQ(answer.days, 5);
    EXPECT_EQ(answer.meeting, on("2016-03-31"));
    EXPECT_EQ(answer.published, std::nullopt);
    std::vector<SkippedDay> skipped = {{on("2016-03-25"), "Good Friday"},
                                       {on("2016-03-26"), "Saturday"},
                                       {on("2016-03-27"), "Sunday"},
                                       {on("2016-03-28"), "Easter Monday"}};
    EXPECT_EQ(answer.skipped, skipped);
    EXPECT_EQ(answer.counted.size(), 5U);
    EXPECT_EQ(answer.counted.front(), on("2016-03-22"));
    EXPECT_EQ(latest_publication(on("2028-01-06"), 5, holidays).skipped[2].reason,
              "substitute day");
}

TEST(ClearDays, SayItInWords) {
    ClearDays easter = earliest_meeting(on("2026-03-26"), 5, holidays);
    EXPECT_EQ(easter.words(),
              "Clear days: Fri 27, Mon 30, Tue 31 Mar, Wed 1, Thu 2 Apr = 5. (Good Friday 3 Apr, "
              "Easter Monday 6 Apr and weekends do not count.)");
    EXPECT_EQ(easter.verdict(),
              "If papers are published on Thu 26 Mar 2026, the meeting can be on Tue 7 Apr 2026 or "
              "later (5 clear days between).");
    EXPECT_EQ(latest_publication(on("2018-11-09"), 1, holidays).words(),
              "Clear days: Thu 8 Nov = 1.");
    EXPECT_EQ(latest_publication(on("2019-01-02"), 0, holidays).words(),
              "Clear days: none. (New Year's Day 1 Jan does not count.)");
    EXPECT_EQ(latest_publication(on("2018-11-12"), 0, holidays).words(),
              "Clear days: none. (Weekends do not count.)");
    EXPECT_EQ(latest_publication(on("2026-04-07"), 5, holidays).verdict(),
              "Publish by Thu 26 Mar 2026 for a meeting on Tue 7 Apr 2026 (5 clear days between).");
}

TEST(ClearDays, ANewHolidayMovesTheDay) {
    Holidays with_closure({{on("2018-11-13"), "Day of mourning"}});
    EXPECT_EQ(latest_publication(on("2018-11-15"), 5, with_closure).latest_publication,
              on("2018-11-06"));
}

TEST(ClearDays, HoldForEveryDateOfThirtyYears) {
    for (Day day = on("2010-01-01"); day <= on("2040-12-31"); day += std::chrono::days{1}) {
        for (std::size_t days : {0U, 3U, 5U}) {
            int asked = static_cast<int>(days);
            Day last = *latest_publication(day, asked, holidays).latest_publication;
            ASSERT_TRUE(holidays.is_working_day(last)) << iso(day);
            ASSERT_EQ(count(last, day), days) << iso(day);
            Day too_late = working_days_after(last, 1, holidays).day;
            ASSERT_TRUE(too_late >= day || count(too_late, day) < days) << iso(day);

            ClearDays answer = earliest_meeting(day, asked, holidays);
            Day first = *answer.earliest_meeting;
            Day published = answer.treated_as.value_or(day);
            ASSERT_TRUE(holidays.is_working_day(first)) << iso(day);
            ASSERT_EQ(count(published, first), days) << iso(day);
            ASSERT_EQ(latest_publication(first, asked, holidays).latest_publication, published)
                << iso(day);
        }
    }
}

TEST(ClearDays, EveryDayBetweenIsCountedOrSkipped) {
    for (Day day = on("2026-01-01"); day <= on("2028-12-31"); day += std::chrono::days{1}) {
        ClearDays answer = latest_publication(day, 5, holidays);
        auto between = (day - *answer.latest_publication).count() - 1;
        ASSERT_EQ(static_cast<long>(answer.counted.size() + answer.skipped.size()), between);
    }
}

TEST(WorkingDays, StepBothWays) {
    WorkingDays back = working_days_before(on("2016-03-31"), 5, holidays);
    EXPECT_EQ(back.day, on("2016-03-22"));
    EXPECT_EQ(back.counted.size(), 5U);
    EXPECT_EQ(back.counted.front(), back.day);
    EXPECT_EQ(list_skipped(back.skipped),
              "Good Friday 25 Mar, Sat 26, Sun 27 and Easter Monday 28 Mar");
    WorkingDays forward = working_days_after(on("2018-12-20"), 3, holidays);
    EXPECT_EQ(forward.day, on("2018-12-27"));
    EXPECT_EQ(list_weekdays(forward.counted), "Fri 21, Mon 24, Thu 27 Dec");
}

TEST(WorkingDays, StartOnADayOff) {
    EXPECT_EQ(working_days_before(on("2018-11-18"), 0, holidays).day, on("2018-11-16"));
    EXPECT_EQ(working_days_before(on("2018-11-18"), 1, holidays).day, on("2018-11-16"));
    EXPECT_EQ(working_days_before(on("2018-11-15"), 0, holidays).day, on("2018-11-15"));
    EXPECT_EQ(working_days_after(on("2018-11-17"), 0, holidays).day, on("2018-11-19"));
    EXPECT_EQ(working_days_after(on("2018-11-17"), 1, holidays).skipped.size(), 1U);
}

TEST(DayLists, NameEachMonthOnce) {
    std::vector<Day> days = {on("2018-10-30"), on("2018-10-31"), on("2018-11-01"),
                             on("2018-11-02"), on("2018-11-03"), on("2018-11-05")};
    EXPECT_EQ(list_days(days), "30, 31 Oct, 1, 2, 3, 5 Nov");
    EXPECT_EQ(list_day_ranges(days), "30, 31 Oct, 1 to 3, 5 Nov");
    EXPECT_EQ(list_day_ranges({on("2018-12-31"), on("2019-01-01")}), "31 Dec, 1 Jan");
    EXPECT_EQ(list_weekdays({}), "");
    EXPECT_EQ(join_with_and({"a", "b", "c"}), "a, b and c");
}

TEST(Profile, HasNames) {
    EXPECT_EQ(find_profile("va_working"), Profile::va_working);
    EXPECT_EQ(find_profile("calendar"), Profile::calendar);
    EXPECT_EQ(find_profile("lunar"), std::nullopt);
}

}  // namespace
}  // namespace workflows
