// The weeks of a year and how full they are.
#include <gtest/gtest.h>

#include <algorithm>

#include "templates/figures/density_strip.hpp"
#include "tests/templates/figures_fixture.hpp"

namespace {

using namespace templates::figures;
using figures_test::day;

DensityStrip strip_of_2019() {
    DensityStrip strip{2019, {}, day(2019, 5, 15)};
    for (int i = 0; i < 40; ++i) {
        const auto on = day(2019, 1, 7) + std::chrono::days((i * 37) % 350);
        strip.days.push_back({on, 1 + i % 3, i % 9 == 0});
    }
    return strip;
}

TEST(DensityStrip, LooksAsItDid) {
    figures_test::expect_golden("density_2019", draw(strip_of_2019()));
}

TEST(DensityStrip, CountsWeeksFromMondayToSunday) {
    // 2019 began on a Tuesday and ended on a Tuesday: 53 weeks.
    const DensityStrip strip{2019,
                             {{day(2019, 1, 1), 1, false},
                              {day(2019, 1, 6), 2, true},
                              {day(2019, 1, 7), 4, false},
                              {day(2019, 12, 31), 1, false},
                              {day(2018, 12, 31), 9, false},
                              {day(2020, 1, 1), 9, false}},
                             {}};
    const auto layout = lay_out(strip);
    ASSERT_EQ(layout.weeks.size(), 53U);
    EXPECT_EQ(layout.weeks[0].meetings, 3);
    EXPECT_TRUE(layout.weeks[0].clash);
    EXPECT_EQ(layout.weeks[1].meetings, 4);
    EXPECT_FALSE(layout.weeks[1].clash);
    EXPECT_EQ(layout.weeks[52].meetings, 1);
    EXPECT_EQ(layout.weeks[1].x - layout.weeks[0].x, 17);
    EXPECT_EQ(layout.unit, 14);
}

TEST(DensityStrip, HasFiftyFourWeeksInALeapYearThatBeginsOnASunday) {
    EXPECT_EQ(lay_out(DensityStrip{2012, {}, {}}).weeks.size(), 54U);
}

TEST(DensityStrip, OfNothingIsNothingAndOfOneMeetingIsOne) {
    EXPECT_TRUE(draw(DensityStrip{2019, {}, day(2019, 5, 15)}).empty());
    const auto one = draw(DensityStrip{2019, {{day(2019, 12, 31), 1, false}}, {}});
    EXPECT_FALSE(one.empty());
    EXPECT_LT(one.height, 200);
}

TEST(DensityStrip, StaysLowHoweverFullTheYearIs) {
    DensityStrip strip{2019, {}, {}};
    for (int i = 0; i < 365; ++i)
        strip.days.push_back({day(2019, 1, 1) + std::chrono::days(i), 6, false});
    const auto layout = lay_out(strip);
    const auto most =
        std::max_element(layout.weeks.begin(), layout.weeks.end(),
                         [](const auto& a, const auto& b) { return a.meetings < b.meetings; });
    EXPECT_EQ(most->meetings, 42);
    EXPECT_LE(most->meetings * layout.unit, 96);
    EXPECT_LT(draw(strip).marks.size(), 512U * 1024U);
}

}  // namespace
