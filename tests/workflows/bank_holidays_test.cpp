// Bank holidays against published lists, and Easter against its table.
#include "workflows/core/bank_holidays.hpp"

#include <gtest/gtest.h>

#include <map>

namespace workflows {
namespace {

/// "2016-01-01 2016-12-27s ...", s for a substitute day.
std::string listed(int year) {
    std::string text;
    for (const Holiday& holiday : bank_holidays(year)) {
        text += (text.empty() ? "" : " ") + iso(holiday.day).substr(5) +
                (holiday.substitute ? "s" : "");
    }
    return text;
}

TEST(Easter, FollowsTheTable) {
    const std::map<int, const char*> table = {
        {1818, "03-22"}, {2285, "03-22"}, {2038, "04-25"}, {2016, "03-27"}, {2024, "03-31"},
        {2025, "04-20"}, {2026, "04-05"}, {2027, "03-28"}, {2028, "04-16"}, {2029, "04-01"},
        {2030, "04-21"}, {2031, "04-13"}, {2032, "03-28"}, {2033, "04-17"}, {2034, "04-09"},
        {2035, "03-25"}, {1954, "04-18"}, {1981, "04-19"}, {2049, "04-18"}, {2076, "04-19"}};
    for (const auto& [year, day] : table) {
        EXPECT_EQ(iso(easter_sunday(year)).substr(5), day) << year;
    }
    for (int year = year_min; year <= year_max; ++year) {
        EXPECT_EQ(std::chrono::weekday(easter_sunday(year)), std::chrono::Sunday) << year;
    }
}

TEST(BankHolidays, MatchThePublishedLists) {
    EXPECT_EQ(listed(2016), "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27s");
    EXPECT_EQ(listed(2017), "01-02s 04-14 04-17 05-01 05-29 08-28 12-25 12-26");
    EXPECT_EQ(listed(2018), "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26");
    EXPECT_EQ(listed(2019), "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26");
    EXPECT_EQ(listed(2020), "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28s");
    EXPECT_EQ(listed(2021), "01-01 04-02 04-05 05-03 05-31 08-30 12-27s 12-28s");
    EXPECT_EQ(listed(2022), "01-03s 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27s");
    EXPECT_EQ(listed(2023), "01-02s 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26");
    EXPECT_EQ(listed(2026), "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28s");
    EXPECT_EQ(listed(2027), "01-01 03-26 03-29 05-03 05-31 08-30 12-27s 12-28s");
    EXPECT_EQ(listed(2028), "01-03s 04-14 04-17 05-01 05-29 08-28 12-25 12-26");
    EXPECT_EQ(listed(2029), "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26");
    EXPECT_EQ(listed(2030), "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26");
}

TEST(BankHolidays, FollowProclamations) {
    EXPECT_EQ(listed(1995), "01-02s 04-14 04-17 05-08 05-29 08-28 12-25 12-26");
    EXPECT_EQ(listed(1999), "01-01 04-02 04-05 05-03 05-31 08-30 12-27s 12-28s 12-31");
    EXPECT_EQ(listed(2002), "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26");
    EXPECT_EQ(listed(2011), "01-03s 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27s");
    EXPECT_EQ(listed(2012), "01-02s 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26");
    EXPECT_EQ(listed(1977), "");
}

TEST(BankHolidays, AreWorkingWeekdaysOnceEach) {
    for (int year = 1978; year <= year_max; ++year) {
        std::vector<Holiday> holidays = bank_holidays(year);
        EXPECT_GE(holidays.size(), 8U) << year;
        for (std::size_t i = 0; i < holidays.size(); ++i) {
            EXPECT_FALSE(is_weekend(holidays[i].day)) << iso(holidays[i].day);
            EXPECT_EQ(year_of(holidays[i].day), year);
            EXPECT_TRUE(i == 0 || holidays[i - 1].day < holidays[i].day) << year;
        }
    }
}

std::string reason(const Holidays& holidays, Day day) {
    const std::string* reason = holidays.reason(day);
    return reason != nullptr ? *reason : "works";
}

TEST(Holidays, GiveTheReason) {
    Holidays holidays;
    EXPECT_EQ(reason(holidays, make_day(2016, 3, 25)), "Good Friday");
    EXPECT_EQ(reason(holidays, make_day(2016, 3, 26)), "Saturday");
    EXPECT_EQ(reason(holidays, make_day(2016, 3, 27)), "Sunday");
    EXPECT_EQ(reason(holidays, make_day(2016, 3, 28)), "Easter Monday");
    EXPECT_EQ(reason(holidays, make_day(2016, 3, 24)), "works");
    EXPECT_EQ(reason(holidays, make_day(2016, 12, 26)), "Boxing Day");
    EXPECT_EQ(reason(holidays, make_day(2016, 12, 27)), "substitute day");
    EXPECT_EQ(reason(holidays, make_day(2021, 12, 25)), "Saturday");
    EXPECT_EQ(reason(holidays, make_day(2026, 12, 24)), "works");
    EXPECT_EQ(reason(holidays, make_day(2028, 1, 3)), "substitute day");
}

TEST(Holidays, TakeDaysThatTheOperatorAdds) {
    Holidays holidays({{make_day(2027, 6, 1), "Day of thanksgiving"},
                       {make_day(2026, 12, 24), "County Hall closed"},
                       {make_day(2026, 12, 26), "on a Saturday anyway"}});
    EXPECT_EQ(reason(holidays, make_day(2026, 12, 24)), "County Hall closed");
    EXPECT_EQ(reason(holidays, make_day(2027, 6, 1)), "Day of thanksgiving");
    EXPECT_EQ(reason(holidays, make_day(2026, 12, 26)), "Saturday");
    EXPECT_EQ(reason(holidays, make_day(2026, 12, 25)), "Christmas Day");
    EXPECT_FALSE(holidays.is_working_day(make_day(2026, 12, 24)));
    EXPECT_TRUE(holidays.is_working_day(make_day(2026, 12, 23)));
}

}  // namespace
}  // namespace workflows
