// Dates and times: reading, wording, and the clocks that change twice a year.
#include "workflows/core/date.hpp"

#include <gtest/gtest.h>

namespace workflows {
namespace {

const std::string london = "Europe/London";

std::string in_utc(Day day, TimeOfDay time, const std::string& zone) {
    Result<Instant> instant = to_instant(day, time, zone);
    return instant ? iso(*instant) : instant.error().message;
}

TEST(ParseDay, ReadsIsoDatesOnly) {
    EXPECT_EQ(parse_day("2018-11-22").value(), make_day(2018, 11, 22));
    EXPECT_EQ(parse_day("2016-02-29").value(), make_day(2016, 2, 29));
    for (const char* bad :
         {"", "2018-11-31", "2019-02-29", "2018-00-10", "2018-1-22", "22/11/2018", "2018-11-22 ",
          "2018-11-2x", "-018-11-22", "0218-11-22", "1899-12-31", "2200-01-01", "20181-1-22"}) {
        Result<Day> day = parse_day(bad, "held_on");
        ASSERT_FALSE(day) << bad;
        EXPECT_EQ(day.error().code, Code::invalid);
        EXPECT_EQ(day.error().field, "held_on");
    }
}

TEST(ParseTime, ReadsWhatPeopleWrite) {
    EXPECT_EQ(parse_time("14:00").value(), (TimeOfDay{14, 0}));
    EXPECT_EQ(parse_time("9:30").value(), (TimeOfDay{9, 30}));
    EXPECT_EQ(parse_time("00:00").value(), (TimeOfDay{0, 0}));
    EXPECT_EQ(parse_time("2pm").value(), (TimeOfDay{14, 0}));
    EXPECT_EQ(parse_time("2:30pm").value(), (TimeOfDay{14, 30}));
    EXPECT_EQ(parse_time(" 2.30 PM ").value(), (TimeOfDay{14, 30}));
    EXPECT_EQ(parse_time("12am").value(), (TimeOfDay{0, 0}));
    EXPECT_EQ(parse_time("12pm").value(), (TimeOfDay{12, 0}));
    EXPECT_EQ(parse_time("midday").value(), (TimeOfDay{12, 0}));
    EXPECT_EQ(parse_time("midnight").value(), (TimeOfDay{0, 0}));
    for (const char* bad : {"", "14", "1400", "24:00", "14:60", "14:5", "13pm", "0am", "pm", "2 o'",
                            "14:00:00", "-1:00", "1:-1", "100:00", "2pmam"}) {
        Result<TimeOfDay> time = parse_time(bad, "starts_at");
        ASSERT_FALSE(time) << bad;
        EXPECT_EQ(time.error().field, "starts_at");
    }
}

TEST(DateWords, SayTheWeekday) {
    Day day = make_day(2018, 11, 22);
    EXPECT_EQ(iso(day), "2018-11-22");
    EXPECT_EQ(long_date(day), "Thursday 22 November 2018");
    EXPECT_EQ(short_date(day), "22 Nov 2018");
    EXPECT_EQ(weekday_date(day), "Thu 22 Nov 2018");
    EXPECT_EQ(long_date(make_day(2020, 3, 1)), "Sunday 1 March 2020");
    EXPECT_EQ(month_name(std::chrono::year{2019} / 2), "February 2019");
    EXPECT_EQ(year_of(day), 2018);
    EXPECT_FALSE(is_weekend(day));
    EXPECT_TRUE(is_weekend(make_day(2018, 11, 24)));
    EXPECT_TRUE(is_weekend(make_day(2018, 11, 25)));
}

TEST(TimeWords, AreSpokenEnglish) {
    EXPECT_EQ(spoken_time({14, 0}), "2pm");
    EXPECT_EQ(spoken_time({17, 30}), "5:30pm");
    EXPECT_EQ(spoken_time({9, 5}), "9:05am");
    EXPECT_EQ(spoken_time({12, 0}), "midday");
    EXPECT_EQ(spoken_time({12, 15}), "12:15pm");
    EXPECT_EQ(spoken_time({0, 0}), "midnight");
    EXPECT_EQ(spoken_time({0, 45}), "12:45am");
    EXPECT_EQ(iso(TimeOfDay{9, 5}), "09:05");
}

TEST(Zones, SummerAndWinter) {
    EXPECT_EQ(in_utc(make_day(2018, 11, 22), {14, 0}, london), "2018-11-22T14:00:00Z");
    EXPECT_EQ(in_utc(make_day(2019, 6, 13), {14, 0}, london), "2019-06-13T13:00:00Z");
    EXPECT_EQ(in_utc(make_day(2019, 6, 13), {0, 30}, london), "2019-06-12T23:30:00Z");
}

TEST(Zones, ASkippedTimeMovesToTheEndOfTheGap) {
    Day day = make_day(2026, 3, 29);
    EXPECT_EQ(in_utc(day, {0, 59}, london), "2026-03-29T00:59:00Z");
    EXPECT_EQ(in_utc(day, {1, 0}, london), "2026-03-29T01:00:00Z");
    EXPECT_EQ(in_utc(day, {1, 30}, london), "2026-03-29T01:00:00Z");
    EXPECT_EQ(in_utc(day, {2, 0}, london), "2026-03-29T01:00:00Z");
    EXPECT_EQ(in_utc(day, {2, 30}, london), "2026-03-29T01:30:00Z");
}

TEST(Zones, ADoubledTimeIsItsFirst) {
    Day day = make_day(2026, 10, 25);
    EXPECT_EQ(in_utc(day, {0, 30}, london), "2026-10-24T23:30:00Z");
    EXPECT_EQ(in_utc(day, {1, 30}, london), "2026-10-25T00:30:00Z");
    EXPECT_EQ(in_utc(day, {2, 0}, london), "2026-10-25T02:00:00Z");
}

TEST(Zones, BackToCivilTime) {
    LocalTime summer =
        to_local(to_instant(make_day(2026, 6, 30), {23, 30}, london).value(), london);
    EXPECT_EQ(summer.day, make_day(2026, 6, 30));
    EXPECT_EQ(summer.time, (TimeOfDay{23, 30}));
    EXPECT_EQ(summer.offset_minutes, 60);
    EXPECT_EQ(summer.abbreviation, "BST");
    LocalTime winter = to_local(Instant{make_day(2026, 12, 31)}, london);
    EXPECT_EQ(winter.offset_minutes, 0);
    EXPECT_EQ(winter.abbreviation, "GMT");
    LocalTime west = to_local(Instant{make_day(2026, 1, 1)}, "America/New_York");
    EXPECT_EQ(west.day, make_day(2025, 12, 31));
    EXPECT_EQ(west.offset_minutes, -300);
}

TEST(Zones, EveryHourOfAYearComesBack) {
    Instant end{make_day(2027, 1, 1)};
    for (Instant at{make_day(2026, 1, 1)}; at < end; at += std::chrono::hours{1}) {
        LocalTime local = to_local(at, london);
        Instant back = to_instant(local.day, local.time, london).value();
        bool second_of_a_doubled_hour = iso(at) == "2026-10-25T01:00:00Z";
        EXPECT_EQ(back, second_of_a_doubled_hour ? at - std::chrono::hours{1} : at) << iso(at);
    }
}

TEST(Zones, AnUnknownZoneIsRefused) {
    for (const char* bad : {"", "Europe/Oxford", "../../etc/passwd", "europe/london"}) {
        Result<Instant> instant = to_instant(make_day(2026, 1, 1), {9, 0}, bad);
        ASSERT_FALSE(instant) << bad;
        EXPECT_EQ(instant.error().code, Code::invalid);
        EXPECT_EQ(instant.error().field, "zone");
        EXPECT_THROW(to_local(Instant{}, bad), std::invalid_argument);
    }
}

}  // namespace
}  // namespace workflows
