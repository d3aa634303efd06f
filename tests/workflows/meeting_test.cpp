// The life of a meeting against the rules, written by hand.
#include "workflows/meetings/meeting.hpp"

#include <gtest/gtest.h>

#include "tests/workflows/table_check.hpp"

namespace workflows {
namespace {

using table_check::Outcome;
using table_check::Trial;
using S = MeetingState;
using E = MeetingEvent;

// A cancelled meeting cannot be moved, a held one not cancelled; whatever is not listed is refused.
const std::string rules = R"(
from         event           to           who     told     text      guard
provisional  confirm         confirmed    either  invited  -         to_come
provisional  move            provisional  either  invited  -         to_come
provisional  hold            held         either  nobody   -         has_come
provisional  cancel          cancelled    either  invited  required  -
confirmed    move            confirmed    either  invited  -         to_come
confirmed    publish_agenda  confirmed    either  invited  -         to_come
confirmed    hold            held         either  nobody   -         has_come
confirmed    cancel          cancelled    either  invited  required  -
held         correct         confirmed    either  nobody   required  -
cancelled    reinstate       provisional  either  invited  required  to_come
)";

const Day today = make_day(2018, 10, 1);
const Day yesterday = make_day(2018, 9, 30);
const Day next_month = make_day(2018, 11, 22);

MeetingActor actor_called(std::string_view name) {
    return {name == "chair", name == "secretariat"};
}

Outcome run(std::span<const MeetingStep> rows, S state, E event, const Trial& trial) {
    Meeting meeting;
    meeting.state = state;
    const bool past =
        (event == E::hold) != (trial.broken == "has_come" || trial.broken == "to_come");
    meeting.date = past ? yesterday : next_month;
    MeetingCommand command{event, trial.comment ? "The room is flooded" : ""};
    if (event == E::move) command.new_date = (past ? yesterday : next_month) - std::chrono::days{7};
    const auto decided = decide(meeting, command, {today, actor_called(trial.actor)}, rows);
    if (!decided) return {decided.error().code, decided.error().message, decided.error().field};
    bool invited = false;
    for (const Effect& effect : decided->effects)
        invited =
            invited || (effect.kind == EffectKind::send_mail && effect.to == Audience::invited);
    return {{}, {}, {}, std::string(to_text(decided->to)), invited ? "invited" : "nobody", false};
}

table_check::Check<MeetingStep> make_check() {
    return {rules, {"chair", "secretariat", "nobody"}, run};
}

TEST(meeting, follows_the_rules_in_every_pair_of_state_and_event) {
    EXPECT_EQ(make_check().differences(meeting_steps()), std::vector<std::string>{});
}

TEST(meeting, the_expectation_notices_every_mistake_in_the_table) {
    auto check = make_check();
    const std::vector<std::function<bool(MeetingStep&)>> mistakes{
        [](MeetingStep& step) {
            step.to = step.to == S::held ? S::cancelled : S::held;
            return true;
        },
        [](MeetingStep& step) {
            step.reason_required = !step.reason_required;
            return true;
        },
        [](MeetingStep& step) {
            step.mail = step.mail.empty() ? "agenda_published" : "";
            return true;
        },
        [](MeetingStep& step) {
            const bool guarded = step.guard.holds != nullptr;
            step.guard = {};
            return guarded;
        },
    };
    EXPECT_EQ(check.unnoticed(meeting_steps(), mistakes), std::vector<std::string>{});
}

Result<MeetingDecision> try_step(S state, PlannedDate date, const MeetingCommand& command) {
    Meeting meeting;
    meeting.state = state;
    meeting.date = date;
    meeting.starts = TimeOfDay{14, 0};
    return decide(meeting, command, {today, {true, false}});
}

bool keeps_old_date(const MeetingDecision& decision) {
    for (const Effect& effect : decision.effects)
        if (effect.kind == EffectKind::keep_old_date) return true;
    return false;
}

TEST(meeting, refuses_in_whole_sentences) {
    EXPECT_EQ(try_step(S::cancelled, next_month, {E::move}).error().message,
              "This meeting was cancelled. You can no longer rearrange it.");
    EXPECT_EQ(try_step(S::held, next_month, {E::cancel, "Late"}).error().message,
              "This meeting was held. You can no longer cancel it.");
    EXPECT_EQ(try_step(S::provisional, next_month, {E::publish_agenda}).error().message,
              "This meeting is provisional. Confirm its date before you publish the agenda.");
    EXPECT_EQ(decide(Meeting{}, {E::cancel, "Late"}, {today, {}}).error().message,
              "Only the chair or secretariat of this board can cancel this meeting.");
}

TEST(meeting, needs_a_day_to_be_confirmed) {
    const PlannedDate february{std::chrono::year{2019} / 2};
    EXPECT_EQ(try_step(S::provisional, february, {E::confirm}).error().field, "date");
    EXPECT_EQ(try_step(S::provisional, {}, {E::confirm}).error().field, "date");
    const Day day = make_day(2019, 2, 12);
    const auto confirmed = try_step(S::provisional, february, {E::confirm, "", PlannedDate{day}});
    ASSERT_TRUE(confirmed);
    EXPECT_EQ(confirmed->date, PlannedDate{day});
    EXPECT_FALSE(keeps_old_date(*confirmed)) << "a month that gets its day does not move";
    EXPECT_EQ(try_step(S::provisional, yesterday, {E::confirm}).error().code, Code::invalid);
    EXPECT_TRUE(try_step(S::provisional, today, {E::confirm}));
}

TEST(meeting, a_move_keeps_the_old_date_and_updates_the_calendars) {
    const PlannedDate later{next_month + std::chrono::days{7}};
    const auto moved_on = try_step(S::confirmed, next_month, {E::move, "", later});
    ASSERT_TRUE(moved_on);
    EXPECT_EQ(moved_on->effects,
              (std::vector<Effect>{{EffectKind::keep_old_date},
                                   {EffectKind::update_invitations},
                                   {EffectKind::send_mail, "meeting_moved", Audience::invited}}));
    const auto filled_in = try_step(S::provisional, {}, {E::move, "", later});
    ASSERT_TRUE(filled_in);
    EXPECT_EQ(filled_in->effects, std::vector<Effect>{{EffectKind::update_invitations}});
    EXPECT_EQ(try_step(S::confirmed, next_month, {E::move}).error().field, "date");
    EXPECT_EQ(
        try_step(S::confirmed, next_month, {E::move, "", PlannedDate{next_month}}).error().field,
        "date");
    const PlannedDate month{std::chrono::year{2019} / 3};
    EXPECT_EQ(try_step(S::confirmed, next_month, {E::move, "", month}).error().field, "date");
    EXPECT_TRUE(try_step(S::provisional, next_month, {E::move, "", month}));
    EXPECT_FALSE(
        try_step(S::provisional, {}, {E::move, "", PlannedDate{std::chrono::year{2018} / 9}}));
}

TEST(meeting, another_hour_is_a_move_on_the_same_day) {
    const MeetingCommand later{E::move, "", PlannedDate{next_month}, TimeOfDay{15, 0}, {}};
    const auto moved_on = try_step(S::confirmed, next_month, later);
    ASSERT_TRUE(moved_on);
    EXPECT_FALSE(keeps_old_date(*moved_on));
    const MeetingCommand same{E::move, "", {}, TimeOfDay{14, 0}, {}};
    EXPECT_FALSE(try_step(S::confirmed, next_month, same));
    const MeetingCommand backwards{E::move, "", {}, {}, TimeOfDay{13, 30}};
    EXPECT_EQ(try_step(S::confirmed, next_month, backwards).error().field, "ends");
}

TEST(meeting, times_run_forwards) {
    EXPECT_TRUE(check_times({}, {}));
    EXPECT_TRUE(check_times(TimeOfDay{14, 0}, {}));
    EXPECT_TRUE(check_times(TimeOfDay{14, 0}, TimeOfDay{14, 1}));
    EXPECT_EQ(check_times(TimeOfDay{14, 0}, TimeOfDay{14, 0}).error().field, "ends");
    EXPECT_EQ(check_times({}, TimeOfDay{14, 0}).error().field, "ends");
}

TEST(meeting, is_created_provisional_confirmed_or_held_before) {
    const auto create = [](E event, PlannedDate date) {
        Meeting meeting;
        meeting.date = date;
        return check_new(meeting, event, {today, {false, true}});
    };
    EXPECT_EQ(create(E::propose, {})->to, S::provisional);
    EXPECT_EQ(create(E::call, next_month)->to, S::confirmed);
    EXPECT_EQ(create(E::record, yesterday)->to, S::held);
    EXPECT_EQ(create(E::call, yesterday).error().code, Code::invalid);
    EXPECT_EQ(create(E::call, {}).error().field, "date");
    EXPECT_EQ(create(E::record, next_month).error().code, Code::refused);
    EXPECT_EQ(create(E::move, next_month).error().code, Code::refused);
    EXPECT_EQ(check_new(Meeting{}, E::propose, {today, {}}).error().code, Code::forbidden);
}

TEST(meeting, shows_the_buttons_that_can_work) {
    using Events = std::vector<E>;
    Meeting meeting;
    meeting.state = S::confirmed;
    meeting.date = next_month;
    EXPECT_EQ(available_events(meeting, {today, {true, false}}),
              (Events{E::move, E::publish_agenda, E::cancel}));
    EXPECT_EQ(available_events(meeting, {next_month, {true, false}}),
              (Events{E::move, E::publish_agenda, E::hold, E::cancel}));
    EXPECT_EQ(available_events(meeting, {today, {}}), Events{});
}

}  // namespace
}  // namespace workflows
