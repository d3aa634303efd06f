// Planned dates: a day, a month, or not known yet.
#include "workflows/core/planned_date.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace workflows {
namespace {

PlannedDate planned(std::string_view text) {
    return PlannedDate::parse(text).value();
}

TEST(PlannedDate, ReadsDaysMonthsAndUnknown) {
    EXPECT_EQ(planned("2018-11-22").day(), make_day(2018, 11, 22));
    EXPECT_EQ(planned("2018-11-22").month(), std::chrono::year{2018} / 11);
    EXPECT_EQ(planned("2019-02").day(), std::nullopt);
    EXPECT_EQ(planned("2019-02").month(), std::chrono::year{2019} / 2);
    for (const char* unknown : {"", "tbc", "TBC", "tba"}) {
        EXPECT_TRUE(planned(unknown).to_be_confirmed());
        EXPECT_EQ(planned(unknown).month(), std::nullopt);
    }
}

TEST(PlannedDate, RefusesImpossibleDates) {
    for (const char* bad :
         {"2019-02-30", "2019-13", "2019-00", "2019-2", "TBA February 2019", "soon", "2019"}) {
        Result<PlannedDate> date = PlannedDate::parse(bad, "date");
        ASSERT_FALSE(date) << bad;
        EXPECT_EQ(date.error().code, Code::invalid);
        EXPECT_EQ(date.error().field, "date");
    }
}

TEST(PlannedDate, WordsAndKeyComeBack) {
    EXPECT_EQ(planned("2018-11-22").words(), "Thursday 22 November 2018");
    EXPECT_EQ(planned("2019-02").words(), "February 2019 (date to be confirmed)");
    EXPECT_EQ(PlannedDate().words(), "Date to be confirmed");
    for (const char* key : {"2018-11-22", "2019-02", ""}) {
        EXPECT_EQ(planned(key).key(), key);
    }
}

TEST(PlannedDate, OrdersByTime) {
    std::vector<PlannedDate> dates;
    for (const char* text : {"tbc", "2019-03-01", "2019-02", "2018-12-31", "2019-02-28"}) {
        dates.push_back(planned(text));
    }
    std::sort(dates.begin(), dates.end());
    std::vector<std::string> keys;
    for (const PlannedDate& date : dates) {
        keys.push_back(date.key());
    }
    EXPECT_EQ(keys,
              (std::vector<std::string>{"2018-12-31", "2019-02-28", "2019-02", "2019-03-01", ""}));
    EXPECT_FALSE(planned("tbc") < planned(""));
    EXPECT_EQ(planned("2019-02"), planned("2019-02"));
}

}  // namespace
}  // namespace workflows
