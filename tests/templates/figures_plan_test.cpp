// The forward plan: lanes, arcs and crowded days as numbers; a plan of eighteen months as a
// picture.
#include <gtest/gtest.h>

#include "templates/figures/forward_plan.hpp"
#include "tests/templates/figures_fixture.hpp"

namespace {

using namespace templates::figures;
using figures_test::day;

ForwardPlan plan_of_2019() {
    ForwardPlan plan;
    plan.first = day(2018, 11, 1);
    plan.last = day(2020, 4, 30);
    plan.today = day(2018, 11, 1);
    plan.boards = {"HWB", "CT", "HIB", "OSCB", "OSAB", "SOP"};
    plan.reports = {"Joint Strategic Needs Assessment", "Children and Young People's Plan",
                    "Safeguarding children annual report", "Community safety agreement"};
    const auto add = [&](std::size_t board, std::size_t report, Day on, PlanMark mark,
                         bool out_of_order = false) {
        plan.items.push_back({board, report, on, mark, out_of_order,
                              "/obligations/o" + std::to_string(plan.items.size())});
    };
    add(2, 0, day(2019, 2, 14), PlanMark::consult);
    add(0, 0, day(2019, 3, 14), PlanMark::agree);
    add(1, 0, day(2019, 5, 8), PlanMark::inform);
    add(3, 0, day(2019, 5, 21), PlanMark::inform);
    add(1, 1, day(2019, 3, 5), PlanMark::agree);
    add(0, 1, day(2019, 3, 14), PlanMark::agree);
    add(4, 2, day(2019, 7, 4), PlanMark::inform, true);
    add(3, 2, day(2019, 9, 26), PlanMark::agree);
    add(0, 2, day(2019, 11, 14), PlanMark::inform);
    add(5, 3, day(2019, 6, 20), PlanMark::agree);
    add(0, 3, day(2020, 1, 30), PlanMark::inform);
    add(0, 0, day(2021, 1, 1), PlanMark::inform);  // outside
    // Due in the autumn, at no meeting yet.
    for (const std::size_t board : {1U, 2U, 3U})
        plan.items.push_back({board, 3, day(2019, 9, 1), PlanMark::inform, false, "", false});
    return plan;
}

std::vector<Box> boxes_of(const PlanLayout& layout) {
    std::vector<Box> boxes;
    for (const auto& item : layout.items)
        boxes.push_back(item.box);
    return boxes;
}

TEST(ForwardPlan, LooksAsItDid) {
    figures_test::expect_golden("forward_plan", draw(plan_of_2019()));
}

TEST(ForwardPlan, FollowsAReportFromBoardToBoard) {
    const auto plan = plan_of_2019();
    const auto layout = lay_out(plan);
    ASSERT_EQ(layout.items.size(), 14U);
    EXPECT_EQ(layout.arcs.size(), 7U);  // 3 + 1 + 2 + 1
    for (const auto& arc : layout.arcs) {
        const auto& from = plan.items[layout.items[arc.from].item];
        const auto& to = plan.items[layout.items[arc.to].item];
        EXPECT_EQ(from.report, to.report);
        EXPECT_TRUE(from.certain && to.certain);
        EXPECT_LE(from.day, to.day);
        EXPECT_EQ(arc.out_of_order, from.out_of_order || to.out_of_order);
    }
}

TEST(ForwardPlan, PutsItemsInTheLanesOfTheirBoards) {
    const auto plan = plan_of_2019();
    const auto layout = lay_out(plan);
    for (const auto& item : layout.items) {
        const auto& lane = layout.lanes[plan.items[item.item].board];
        EXPECT_GE(item.box.top, lane.top);
        EXPECT_LE(item.box.bottom, lane.bottom);
        EXPECT_GE(item.at.x, layout.plot_left);
        EXPECT_LE(item.at.x, layout.plot_right);
    }
    figures_test::expect_no_overlap(boxes_of(layout));
    figures_test::expect_inside(boxes_of(layout), draw(plan));
}

TEST(ForwardPlan, SaysWhatIsOutOfOrderAndWhatHasNoMeeting) {
    const auto plan = plan_of_2019();
    for (const auto& item : lay_out(plan).items) {
        const auto& what = plan.items[item.item];
        EXPECT_EQ(item.words, std::to_string(what.report + 1) + (what.certain ? "" : "?") +
                                  (what.out_of_order ? "!" : ""));
    }
}

TEST(ForwardPlan, GrowsALaneWhereItsItemsCrowd) {
    auto plan = plan_of_2019();
    const auto before = lay_out(plan).lanes[0];
    for (std::size_t i = 0; i < 3; ++i)
        plan.items.push_back({0, i, day(2019, 3, 14), PlanMark::inform, false, ""});
    const auto layout = lay_out(plan);
    EXPECT_EQ(layout.lanes[0].bottom - layout.lanes[0].top, before.bottom - before.top + 3 * 26);
    figures_test::expect_no_overlap(boxes_of(layout));
}

TEST(ForwardPlan, OfNothingIsNothingAndOfOneIsOne) {
    EXPECT_TRUE(draw(ForwardPlan{}).empty());
    auto plan = plan_of_2019();
    plan.items.resize(1);
    EXPECT_FALSE(draw(plan).empty());
    plan.items[0].day = day(2017, 1, 1);
    EXPECT_TRUE(draw(plan).empty());
}

TEST(ForwardPlan, TakesFourHundredItemsAndNoMore) {
    auto plan = plan_of_2019();
    plan.items.clear();
    for (std::size_t i = 0; i < 400; ++i)
        plan.items.push_back({i % 6, i % 4, plan.first + std::chrono::days((i * 37) % 540),
                              static_cast<PlanMark>(i % 3), i % 11 == 0, "/o"});
    const auto picture = draw(plan);
    ASSERT_FALSE(picture.empty());
    EXPECT_LT(picture.marks.size(), 400U * 1024U);
    figures_test::expect_no_overlap(boxes_of(lay_out(plan)));
    figures_test::expect_inside(boxes_of(lay_out(plan)), picture);
    plan.items.push_back(plan.items.front());
    EXPECT_TRUE(draw(plan).empty());
}

TEST(ForwardPlan, KeepsHostileNamesInTheirPlace) {
    auto plan = plan_of_2019();
    plan.boards[0] = figures_test::hostile;
    plan.reports[0] = figures_test::hostile;
    plan.reports[1] = std::string(4000, 'W');
    plan.items[0].href = figures_test::hostile;
    figures_test::expect_only_our_marks(draw(plan));
}

}  // namespace
