// Where each stop and the whole document stand: the fourteen of 2016 as they were in January.
#include <gtest/gtest.h>

#include "tests/workflows/stops_of_2016.hpp"

namespace workflows {
namespace {

using S = StopState;
using stops_2016::stops_of_2016;

const Day today = make_day(2016, 1, 21);

TEST(circulation_status, on_21_january_2016_five_stops_can_no_longer_get_papers_in_time) {
    std::string lamps;
    for (const Stop& stop : stops_of_2016())
        lamps += stop.board + " " + std::string(to_text(status(stop, today).lamp)) + "\n";
    EXPECT_EQ(lamps,
              "OSCB too_late\nJMG-OP too_late\nJMG-PD too_late\nJMG-LD too_late\nCSP-SV too_late\n"
              "CSP-WO papers_due\nHIB on_time\nCSP-OX on_time\nCSP-CH on_time\nHWB on_time\n"
              "OxSCP on_time\nOSAB on_time\nJMG-MH on_time\nCT on_time\n");
}

TEST(circulation_status, papers_may_go_out_on_the_last_day_and_not_after_it) {
    const Stop west = stops_of_2016().at(5);
    EXPECT_EQ(status(west, make_day(2016, 1, 25)).lamp, StopLamp::papers_due);
    const auto after = status(west, make_day(2016, 1, 26));
    EXPECT_EQ(after.lamp, StopLamp::too_late);
    EXPECT_EQ(after.words, "Too late to issue papers. The deadline was Monday 25 January 2016.");
    const Stop older = stops_of_2016().at(1);
    EXPECT_EQ(status(older, make_day(2016, 1, 4)).words,
              "Papers must be issued by Tuesday 19 January 2016. The meeting date is provisional.");
}

TEST(circulation_status, status_says_what_stands_in_the_way) {
    Stop stop = stops_of_2016().at(5);
    stop.state = S::issued;
    stop.issued_on = make_day(2016, 1, 25);
    EXPECT_EQ(status(stop, today).lamp, StopLamp::on_time);
    stop.issued_on = make_day(2016, 1, 26);
    EXPECT_EQ(status(stop, today).lamp, StopLamp::late);
    EXPECT_EQ(status(stop, make_day(2016, 2, 3)).words,
              "The board met on Tuesday 2 February 2016. No outcome has been recorded.");
    stop.state = S::agreed_in_principle;
    EXPECT_EQ(status(stop, make_day(2016, 2, 3)).words, "Agreed in principle.");
    Stop open;
    open.meeting = MeetingState::provisional;
    EXPECT_EQ(status(open, today).lamp, StopLamp::day_open);
    open.meeting = MeetingState::cancelled;
    EXPECT_EQ(status(open, today).lamp, StopLamp::needs_meeting);
}

TEST(circulation_status, says_where_the_document_is) {
    auto stops = stops_of_2016();
    const auto before = make_day(2016, 1, 21);
    EXPECT_EQ(where_is_it(stops, before).words,
              "Agreed by 0 of 14 boards. Next: OSCB on Wednesday 27 January 2016.");
    for (std::size_t i = 0; i < 5; ++i)
        stops[i].state = S::agreed_in_principle;
    stops[5].state = S::not_agreed;
    stops[6].state = S::noted;
    const auto midway = where_is_it(stops, before);
    EXPECT_EQ(midway.agreed, 5U);
    EXPECT_EQ(midway.done, 7U);
    EXPECT_EQ(midway.words,
              "Agreed by 5 of 14 boards. Commented on or noted by 1 board. Not agreed by CSP-WO. "
              "Next: CSP-OX on Tuesday 1 March 2016.");
    EXPECT_EQ(where_is_it(stops, make_day(2016, 3, 2)).words,
              "Agreed by 5 of 14 boards. Commented on or noted by 1 board. Not agreed by CSP-WO. "
              "Outcome not recorded: CSP-OX, CSP-CH. Next: HWB on Thursday 3 March 2016.");
    for (Stop& stop : stops)
        stop.state = S::agreed;
    EXPECT_TRUE(where_is_it(stops, before).complete);
    EXPECT_EQ(where_is_it(stops, before).words, "Agreed by 14 of 14 boards.");
    stops[13].state = S::not_agreed;
    EXPECT_FALSE(where_is_it(stops, before).complete);
}

TEST(circulation_status, says_which_stops_need_another_meeting_when_theirs_was_cancelled) {
    Stop off{.board = "HWB", .date = make_day(2016, 2, 9)};
    off.meeting = MeetingState::cancelled;
    auto past = off;
    past.board = "HIB";
    past.date = make_day(2016, 1, 5);
    Stop on{.board = "CT", .date = make_day(2016, 3, 1)};
    const std::vector stops{off, past, on};
    const auto summary = where_is_it(stops, make_day(2016, 1, 21));
    EXPECT_EQ(summary.words,
              "Agreed by 0 of 3 boards. Meeting cancelled, another needed: HWB, HIB. Next: CT on "
              "Tuesday 1 March 2016.");
    EXPECT_TRUE(summary.unrecorded.empty());
}

}  // namespace
}  // namespace workflows
