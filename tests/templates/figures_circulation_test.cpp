// The circulation line: the way of the draft protocol round fourteen boards in 2016 (7.3), looked
// at as a picture; places and overlaps as numbers.
#include <gtest/gtest.h>

#include "templates/figures/circulation_line.hpp"
#include "tests/templates/figures_fixture.hpp"

namespace {

using namespace templates::figures;
using figures_test::day;

LineStop stop(std::string board, Day on, bool provisional = false) {
    return {.board = std::move(board), .day = on, .provisional = provisional};
}

// circulation_2016.csv in its order.
std::vector<LineStop> stops_of_2016() {
    return {stop("OSCB", day(2016, 1, 27)),         stop("JMG-OP", day(2016, 1, 27), true),
            stop("JMG-PD", day(2016, 1, 28), true), stop("JMG-LD", day(2016, 1, 28), true),
            stop("CSP-SV", day(2016, 1, 28)),       stop("CSP-WO", day(2016, 2, 2)),
            stop("HIB", day(2016, 2, 18)),          stop("CSP-OX", day(2016, 3, 1)),
            stop("CSP-CH", day(2016, 3, 1)),        stop("HWB", day(2016, 3, 3)),
            stop("OxSCP", day(2016, 3, 10)),        stop("OSAB", day(2016, 3, 24)),
            stop("JMG-MH", day(2016, 3, 24), true), stop("CT", day(2016, 3, 31))};
}

// As it stood on 1 March: what each of the first boards said of it.
CirculationLine line_of_2016() {
    CirculationLine line{stops_of_2016(), day(2016, 2, 25)};
    constexpr StopShape outcomes[] = {StopShape::agreed, StopShape::amended,    StopShape::noted,
                                      StopShape::silent, StopShape::not_agreed, StopShape::agreed,
                                      StopShape::agreed};
    for (std::size_t i = 0; i < std::size(outcomes); ++i) {
        line.stops[i].shape = outcomes[i];
        line.stops[i].version = i < 6 ? "draft 6" : "draft 7";
        line.stops[i].href = "/meetings/m" + std::to_string(i);
    }
    return line;
}

std::vector<Box> boxes_of(const CirculationLayout& layout) {
    std::vector<Box> boxes;
    for (const auto& stop : layout.stops) {
        boxes.push_back(stop.words_box);
        if (!stop.version.empty()) boxes.push_back(stop.version_box);
        if (!stop.wait.empty()) boxes.push_back(stop.wait_box);
    }
    return boxes;
}

TEST(CirculationLine, LooksAsItDid) {
    figures_test::expect_golden("circulation_2016", draw(line_of_2016()));
}

TEST(CirculationLine, PutsEachBoardOnItsRowAndEachDayInItsPlace) {
    const auto layout = lay_out(line_of_2016());
    ASSERT_EQ(layout.rows.size(), 14U);
    ASSERT_EQ(layout.stops.size(), 14U);
    EXPECT_EQ(layout.rows.front().board, "OSCB");
    EXPECT_EQ(layout.rows.back().board, "CT");
    EXPECT_EQ(layout.stops.front().at.x, layout.plot_left);
    EXPECT_EQ(layout.stops.back().at.x, layout.plot_right);
    EXPECT_EQ(layout.plot_right - layout.plot_left, 64 * 11);
    for (std::size_t i = 0; i < layout.stops.size(); ++i) {
        EXPECT_EQ(layout.stops[i].at.y, layout.rows[i].y);
        if (i > 0) {
            EXPECT_GE(layout.stops[i].at.x, layout.stops[i - 1].at.x);
            EXPECT_EQ(layout.rows[i].y - layout.rows[i - 1].y, 36);
        }
    }
    // Three pairs or more share a day: 27 Jan, 28 Jan (three), 1 Mar, 24 Mar.
    EXPECT_EQ(layout.stops[0].at.x, layout.stops[1].at.x);
    EXPECT_EQ(layout.stops[2].at.x, layout.stops[4].at.x);
    EXPECT_EQ(layout.stops[7].at.x, layout.stops[8].at.x);
    EXPECT_EQ(layout.stops[11].at.x, layout.stops[12].at.x);
}

TEST(CirculationLine, SaysProvisionalNewVersionsAndHowLongToTheNext) {
    const auto layout = lay_out(line_of_2016());
    EXPECT_EQ(layout.stops[0].words, "27 Jan");
    EXPECT_EQ(layout.stops[1].words, "27 Jan, provisional");
    EXPECT_EQ(layout.stops[0].version, "draft 6");
    EXPECT_EQ(layout.stops[1].version, "");
    EXPECT_EQ(layout.stops[6].version, "draft 7");
    EXPECT_EQ(layout.stops[5].wait, "16 days");
    EXPECT_EQ(layout.stops[0].wait, "");
}

TEST(CirculationLine, OverlapsNoWords) {
    const auto line = line_of_2016();
    figures_test::expect_no_overlap(boxes_of(lay_out(line)));
    figures_test::expect_inside(boxes_of(lay_out(line)), draw(line));
}

TEST(CirculationLine, GivesASecondCallOfABoardARowOnlyWhereItMust) {
    CirculationLine line{{stop("HWB", day(2016, 1, 4)), stop("CT", day(2016, 1, 5)),
                          stop("HWB", day(2016, 1, 6)), stop("CT", day(2016, 9, 1))},
                         {}};
    const auto layout = lay_out(line);
    ASSERT_EQ(layout.rows.size(), 3U);
    EXPECT_EQ(layout.stops[1].at.y, layout.stops[3].at.y);
    EXPECT_NE(layout.stops[0].at.y, layout.stops[2].at.y);
    figures_test::expect_no_overlap(boxes_of(layout));
}

TEST(CirculationLine, PutsOpenDaysBehindTheLastDay) {
    CirculationLine line{{stop("HWB", day(2016, 1, 4)),
                          stop("CT", day(2016, 2, 5)),
                          {.board = "HIB", .open_words = "Mar 2016"},
                          {.board = "OSCB", .open_words = "no date yet"}},
                         day(2016, 1, 20)};
    const auto layout = lay_out(line);
    EXPECT_GT(layout.stops[2].at.x, layout.plot_right);
    EXPECT_EQ(layout.stops[2].at.x, layout.stops[3].at.x);
    EXPECT_EQ(layout.stops[2].words, "Mar 2016");
    figures_test::expect_no_overlap(boxes_of(layout));
    figures_test::expect_golden("circulation_open_days", draw(line));
}

TEST(CirculationLine, OfNothingIsNothingAndOfOneStopIsOne) {
    EXPECT_TRUE(draw(CirculationLine{}).empty());
    const CirculationLine one{{stop("HWB", day(2016, 3, 3))}, day(2016, 3, 3)};
    const auto picture = draw(one);
    EXPECT_FALSE(picture.empty());
    figures_test::expect_inside(boxes_of(lay_out(one)), picture);
    const CirculationLine open{{{.board = "HWB", .open_words = "no date yet"}}, {}};
    figures_test::expect_inside(boxes_of(lay_out(open)), draw(open));
}

TEST(CirculationLine, TakesTwoHundredStopsAndNoMore) {
    CirculationLine line;
    for (int i = 0; i < 200; ++i) {
        line.stops.push_back(
            stop("B" + std::to_string(i % 40), day(2016, 1, 4) + std::chrono::days(i)));
        line.stops.back().version = "draft " + std::to_string(i / 50);
    }
    const auto picture = draw(line);
    ASSERT_FALSE(picture.empty());
    EXPECT_LT(picture.marks.size(), 200U * 1024U);
    EXPECT_LE(picture.width, 2000);
    figures_test::expect_no_overlap(boxes_of(lay_out(line)));
    figures_test::expect_inside(boxes_of(lay_out(line)), picture);
    line.stops.push_back(stop("HWB", day(2017, 1, 4)));
    EXPECT_TRUE(draw(line).empty());
}

TEST(CirculationLine, KeepsHostileNamesInTheirPlace) {
    auto line = line_of_2016();
    line.stops[0].board = figures_test::hostile;
    line.stops[1].version = figures_test::hostile;
    line.stops[2].href = figures_test::hostile;
    line.stops[3] = {.board = std::string(3000, 'W'),
                     .open_words = std::string(figures_test::hostile)};
    const auto picture = draw(line);
    figures_test::expect_only_our_marks(picture);
    EXPECT_LT(picture.width, 2400);
}

}  // namespace
