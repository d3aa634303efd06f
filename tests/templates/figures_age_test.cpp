// The ages of what is open: places, words that stand clear of the targets, percentiles.
#include <gtest/gtest.h>

#include "templates/figures/age_plot.hpp"
#include "templates/figures/words.hpp"
#include "tests/templates/figures_fixture.hpp"

namespace {

using namespace templates::figures;

AgePlot some_ages() {
    return {{{"OSCB to HWB: Annual report of the safeguarding board", 47, 28, "/requests/a"},
             {"CT to HIB: Smoking in pregnancy", 30, 33, "/requests/b"},
             {"HWB to OSAB: Winter deaths", 12, {}, "/requests/c"},
             {"HIB to CT: School meals", 7, 20, "/requests/d"},
             {"SOP to HWB: Drugs strategy, for the joint meeting of the chairs in March", 0, 0,
              "/requests/e"}}};
}

std::vector<Box> boxes_of(const AgeLayout& layout) {
    std::vector<Box> boxes;
    for (const auto& row : layout.rows) {
        boxes.push_back(row.words_box);
        const auto marked = [&](Point at) {
            return Box{at.x - mark_radius, at.y - mark_radius, at.x + mark_radius,
                       at.y + mark_radius};
        };
        if (row.target && row.target->x != row.dot.x) boxes.push_back(marked(*row.target));
    }
    return boxes;
}

TEST(AgePlot, LooksAsItDid) {
    figures_test::expect_golden("request_ages", draw(some_ages()));
}

TEST(AgePlot, PutsDaysOnAScale) {
    const auto layout = lay_out(some_ages());
    EXPECT_EQ(layout.ticks, (std::vector<int>{0, 7, 14, 21, 28, 35, 42, 49}));
    EXPECT_EQ(layout.days_max, 49);
    EXPECT_EQ(layout.rows[4].dot.x, layout.plot_left);
    EXPECT_EQ(layout.rows[0].dot.x, layout.plot_left + 47 * 520 / 49);
    EXPECT_EQ(layout.rows[0].target->x, layout.plot_left + 28 * 520 / 49);
    EXPECT_FALSE(layout.rows[2].target.has_value());
    EXPECT_EQ(layout.rows[0].words, figure_words::days_overdue(47, 19));
    EXPECT_EQ(layout.rows[1].words, "30 days");
    EXPECT_EQ(layout.rows[4].words, "0 days");
}

TEST(AgePlot, KeepsWordsClearOfTargets) {
    figures_test::expect_no_overlap(boxes_of(lay_out(some_ages())));
    for (int target = 0; target < 60; ++target) {
        const AgePlot plot{{{"A", 20, target, ""}, {"B", 59, {}, ""}}};
        figures_test::expect_no_overlap(boxes_of(lay_out(plot)));
        figures_test::expect_inside(boxes_of(lay_out(plot)), draw(plot));
    }
}

TEST(AgePlot, OfNothingIsNothingAndOfOneRowIsOne) {
    EXPECT_TRUE(draw(AgePlot{}).empty());
    EXPECT_FALSE(draw(AgePlot{{{"A", 0, {}, ""}}}).empty());
}

TEST(AgePlot, TakesTwoHundredRowsAndAnyAge) {
    AgePlot plot;
    for (int i = 0; i < 200; ++i)
        plot.rows.push_back({"Request " + std::to_string(i), i * 40, i * 30, "/requests/x"});
    const auto picture = draw(plot);
    ASSERT_FALSE(picture.empty());
    EXPECT_LT(picture.marks.size(), 200U * 1024U);
    EXPECT_LT(picture.width, 1200);
    figures_test::expect_inside(boxes_of(lay_out(plot)), picture);
    plot.rows.push_back({"One more", 1, {}, ""});
    EXPECT_TRUE(draw(plot).empty());
}

TEST(AgePlot, KeepsHostileTitlesInTheirPlace) {
    const AgePlot plot{
        {{std::string(figures_test::hostile), 3, 2, std::string(figures_test::hostile)},
         {std::string(4000, 'W'), 1'000'000, {}, ""}}};
    const auto picture = draw(plot);
    figures_test::expect_only_our_marks(picture);
    EXPECT_LT(picture.width, 1200);
}

TEST(Percentile, IsTheNearestRank) {
    EXPECT_EQ(percentile({7}, 50), 7);
    EXPECT_EQ(percentile({3, 1, 2}, 50), 2);
    EXPECT_EQ(percentile({1, 2, 3, 4}, 50), 2);
    EXPECT_EQ(percentile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 90), 9);
    EXPECT_EQ(percentile({1, 2, 3, 4, 5}, 90), 5);
    EXPECT_EQ(percentile({1, 2, 3}, 100), 3);
    EXPECT_EQ(percentile({1, 2, 3}, 0), 1);
}

}  // namespace
