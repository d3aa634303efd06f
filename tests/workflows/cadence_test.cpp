// Cadence: what is asked of a board in a year, and what its meetings make of it.
#include "workflows/planning/cadence.hpp"

#include <gtest/gtest.h>

#include "workflows/planning/words.hpp"

namespace workflows {
namespace {

const Day november = make_day(2018, 11, 1);

CountedMeeting meeting(const std::string& date, MeetingState state,
                       HeldIn held_in = HeldIn::private_, MeetingKind kind = MeetingKind::meeting) {
    return {PlannedDate::parse(date).value(), state, kind, held_in, {"HWB"}};
}

using Lamps = std::vector<std::string>;

TEST(UsualCadence, FollowsFromTheRegister) {
    Board board;
    board.meetings_per_year = 4;
    EXPECT_EQ(usual_cadence(board).in_public, 0);
    board.held_in = workflows::HeldIn::public_;
    EXPECT_EQ(usual_cadence(board).in_public, 4);
    board.held_in = workflows::HeldIn::mixed;
    EXPECT_EQ(usual_cadence(board).in_public, 1);
    board.held_in = workflows::HeldIn::private_;
    board.statute = "Crime and Disorder Act 1998";
    EXPECT_EQ(usual_cadence(board).in_public, 1);
    EXPECT_EQ(usual_cadence(board).meetings, 4);
}

// HWB in 2018 (003): one public meeting held, one to come, two workshops.
TEST(CadenceStanding, CountsFormalMeetingsOfTheYear) {
    const std::vector<CountedMeeting> meetings{
        meeting("2018-05-10", MeetingState::held, HeldIn::public_),
        meeting("2018-07-19", MeetingState::held, HeldIn::private_, MeetingKind::workshop),
        meeting("2018-10-03", MeetingState::held, HeldIn::private_, MeetingKind::workshop),
        meeting("2018-11-15", MeetingState::confirmed, HeldIn::public_),
        meeting("2019-03-21", MeetingState::confirmed, HeldIn::public_),
        meeting("2018-12-06", MeetingState::cancelled, HeldIn::public_),
        meeting("", MeetingState::provisional, HeldIn::public_)};
    const auto standing = cadence_standing({4, 4, 0, ""}, meetings, 2018, november);
    EXPECT_EQ(standing.meetings.held, 1);
    EXPECT_EQ(standing.meetings.planned, 1);
    EXPECT_EQ(standing.meetings.missing(), 2);
    EXPECT_EQ(standing.expected, 3);
    EXPECT_TRUE(standing.behind);
    EXPECT_EQ(standing.lamps,
              (Lamps{planning::words::more_in_public(2), planning::words::behind(1, 3),
                     planning::words::more_meetings(2)}));
}

TEST(CadenceStanding, SaysThatNoMeetingIsInPublic) {
    const std::vector<CountedMeeting> meetings{meeting("2018-02-01", MeetingState::held),
                                               meeting("2018-12-04", MeetingState::confirmed)};
    const Cadence yearly{1, 1, 0, ""};
    EXPECT_EQ(cadence_standing(yearly, meetings, 2018, november).lamps,
              Lamps{planning::words::none_in_public(2018)});
    auto partly = meetings;
    partly[1].held_in = HeldIn::mixed;
    EXPECT_TRUE(cadence_standing(yearly, partly, 2018, november).lamps.empty());
    partly[1].state = MeetingState::cancelled;
    EXPECT_EQ(cadence_standing(yearly, partly, 2018, november).lamps.size(), 1U);
}

TEST(CadenceStanding, AsksForJointMeetingsWithTheBoardThatIsNamed) {
    const Cadence cadence{2, 0, 2, "OSAB"};
    auto joint = meeting("2018-09-26", MeetingState::held, HeldIn::private_, MeetingKind::joint);
    const auto other = joint;
    joint.boards = {"OSCB", "OSAB"};
    const std::vector<CountedMeeting> meetings{joint, other};
    const auto standing = cadence_standing(cadence, meetings, 2018, november);
    EXPECT_EQ(standing.joint.held, 1);
    EXPECT_EQ(standing.lamps, Lamps{planning::words::more_joint(1, "OSAB")});
}

TEST(CadenceStanding, APastMeetingThatNobodyRecordedIsSaidAndNotHeldAgainstTheBoard) {
    const std::vector<CountedMeeting> meetings{meeting("2018-02-01", MeetingState::confirmed),
                                               meeting("2018-10", MeetingState::provisional),
                                               meeting("2018-11", MeetingState::provisional)};
    const auto standing = cadence_standing({3, 0, 0, ""}, meetings, 2018, november);
    EXPECT_EQ(standing.meetings.unrecorded, 2);
    EXPECT_EQ(standing.meetings.planned, 1);
    EXPECT_FALSE(standing.behind);
    EXPECT_EQ(standing.lamps, Lamps{planning::words::not_recorded(2)});
}

TEST(CadenceStanding, TheLampNamesWhatItCounts) {
    const std::vector<CountedMeeting> meetings{meeting("2018-02-01", MeetingState::held),
                                               meeting("2018-04-05", MeetingState::confirmed)};
    EXPECT_EQ(cadence_standing({5, 0, 0, ""}, meetings, 2018, november).lamps.front(),
              planning::words::behind(1, 4));
}

TEST(CadenceStanding, ExpectsNothingOfTheTimeBeforeTheFirstMeetingOnRecord) {
    const std::vector<CountedMeeting> meetings{meeting("2018-05-10", MeetingState::held)};
    const auto standing =
        cadence_standing({4, 0, 0, ""}, meetings, 2018, november, make_day(2018, 5, 10));
    EXPECT_EQ(standing.expected, 1);
    EXPECT_FALSE(standing.behind);
    EXPECT_EQ(standing.recorded_from, make_day(2018, 5, 10));
    const auto before = cadence_standing({4, 0, 0, ""}, {}, 2017, november, make_day(2018, 5, 10));
    EXPECT_EQ(before.expected, 0);
    EXPECT_FALSE(before.behind);
    EXPECT_EQ(cadence_standing({4, 0, 0, ""}, {}, 2018, november, make_day(2017, 5, 10)).expected,
              3);
    EXPECT_EQ(
        cadence_standing({6, 0, 0, ""}, {}, 2018, november, make_day(2018, 5, 10)).lamps.front(),
        planning::words::behind_since(0, 2, "Thursday 10 May 2018"));
}

TEST(CadenceStanding, ExpectsNothingBeforeItsYearAndAllAfterIt) {
    const Cadence cadence{4, 0, 0, ""};
    EXPECT_EQ(cadence_standing(cadence, {}, 2019, november).expected, 0);
    EXPECT_EQ(cadence_standing(cadence, {}, 2017, november).expected, 4);
    EXPECT_EQ(cadence_standing(cadence, {}, 2020, make_day(2020, 12, 31)).expected, 3);
    EXPECT_EQ(cadence_standing(cadence, {}, 2020, make_day(2021, 1, 1)).expected, 4);
    EXPECT_TRUE(cadence_standing({}, {}, 2020, november).lamps.empty());
}

}  // namespace
}  // namespace workflows
