// When draft minutes can be recorded as circulated.
#include "workflows/meetings/minutes.hpp"

#include <gtest/gtest.h>

namespace {

using workflows::Code;
using workflows::make_day;
using workflows::MeetingEvent;
using workflows::MeetingState;

const auto met = make_day(2018, 11, 15);
const auto today = make_day(2018, 11, 29);

TEST(Minutes, GoRoundAfterAMeetingThatWasHeld) {
    const auto check = [](MeetingState state, workflows::Day day) {
        return workflows::check_minutes_circulated(state, met, day, today);
    };
    EXPECT_TRUE(check(MeetingState::held, met));
    EXPECT_TRUE(check(MeetingState::held, today));
    const auto before = check(MeetingState::held, make_day(2018, 11, 14));
    ASSERT_FALSE(before);
    EXPECT_EQ(before.error().field, "circulated");
    EXPECT_NE(before.error().message.find("Thursday 15 November 2018"), std::string::npos);
    EXPECT_EQ(check(MeetingState::held, make_day(2018, 11, 30)).error().code, Code::invalid);
    for (const auto state :
         {MeetingState::provisional, MeetingState::confirmed, MeetingState::cancelled})
        EXPECT_EQ(check(state, today).error().code, Code::refused);
}

TEST(Minutes, KeepAMeetingFromBeingCalledNotHeld) {
    EXPECT_EQ(workflows::check_event_beside_minutes(MeetingEvent::correct, true).error().code,
              Code::refused);
    EXPECT_TRUE(workflows::check_event_beside_minutes(MeetingEvent::correct, false));
    EXPECT_TRUE(workflows::check_event_beside_minutes(MeetingEvent::move, true));
}

TEST(Minutes, AreSaidInWords) {
    EXPECT_EQ(workflows::minutes_words(today),
              "Draft minutes were circulated on Thursday 29 November 2018.");
}

}  // namespace
