// Boards that change, and what seats give: the tables and rules alone.
#include "workflows/succession/board_change.hpp"

#include <gtest/gtest.h>

#include "workflows/boards/seats.hpp"

namespace {

using workflows::BoardChange;
using workflows::ChangeEvent;
using workflows::ChangeState;
using workflows::make_day;
using workflows::Role;
using workflows::Standing;

const auto day = make_day(2019, 4, 1);
const auto before = make_day(2019, 3, 31);

TEST(BoardChangeTable, LetsNothingHappenBeforeItsDayAndNothingBeUndoneOnIt) {
    const BoardChange planned{ChangeState::planned, day};
    EXPECT_FALSE(workflows::decide(planned, ChangeEvent::carry_out, before));
    EXPECT_EQ(workflows::decide(planned, ChangeEvent::carry_out, day).value(), ChangeState::done);
    EXPECT_EQ(workflows::decide(planned, ChangeEvent::undo, before).value(), ChangeState::undone);
    EXPECT_FALSE(workflows::decide(planned, ChangeEvent::undo, day));
}

TEST(BoardChangeTable, TakesEachStepOnce) {
    for (const auto state : {ChangeState::done, ChangeState::undone})
        for (const auto& event : workflows::names<ChangeEvent>)
            EXPECT_FALSE(workflows::decide({state, day}, event.value, day)) << event.text;
    EXPECT_EQ(workflows::decide({ChangeState::proposed, day}, ChangeEvent::record, day).value(),
              ChangeState::planned);
    EXPECT_FALSE(workflows::decide({ChangeState::planned, day}, ChangeEvent::record, day));
}

TEST(BoardSlug, IsPlain) {
    for (const char* good : {"hwb", "jmg-acsn", "a1", "safer-oxfordshire-2"})
        EXPECT_TRUE(workflows::check_slug(good)) << good;
    for (const char* bad : {"", "a", "HWB", "-a", "a-", "a--b", "a.b", "a/b", "ä1"})
        EXPECT_EQ(workflows::check_slug(bad).error().field, "slug") << bad;
    EXPECT_FALSE(workflows::check_slug(std::string(41, 'a')));
}

TEST(SeatStanding, FollowsTheRoleWhereNothingIsRecorded) {
    EXPECT_EQ(workflows::default_standing(Role::chair), Standing::votes);
    EXPECT_EQ(workflows::default_standing(Role::member), Standing::votes);
    EXPECT_EQ(workflows::default_standing(Role::lead_member), Standing::votes);
    EXPECT_EQ(workflows::default_standing(Role::lead_officer), Standing::speaks);
    EXPECT_EQ(workflows::default_standing(Role::secretariat), Standing::speaks);
}

TEST(Quorum, CountsPostsThatVoteOnce) {
    const workflows::VotingSeat seats[] = {{"a", Standing::votes},  {"a", Standing::votes},
                                           {"b", Standing::speaks}, {"c", Standing::observes},
                                           {"d", Standing::speaks}, {"d", Standing::votes}};
    EXPECT_EQ(workflows::voters(seats), 2);
    EXPECT_EQ(workflows::quorum_words(3, 7), "3 of 7 voting members");
    EXPECT_EQ(workflows::quorum_words(1, 1), "1 of 1 voting member");
    EXPECT_EQ(workflows::quorum_words(0, 7), "Quorum not set (7 voting members)");
    EXPECT_EQ(workflows::quorum_warning(7, 7), "");
    EXPECT_NE(workflows::quorum_warning(8, 7), "");
}

}  // namespace
