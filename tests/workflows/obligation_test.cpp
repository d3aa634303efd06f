// One report to one board in a year: every pair of state and event against the rules, and words.
#include "workflows/timetable/obligation.hpp"

#include <gtest/gtest.h>

#include "tests/workflows/table_check.hpp"
#include "workflows/timetable/words.hpp"

namespace workflows {
namespace {

using table_check::Outcome;
using table_check::Trial;
using S = ObligationState;
using E = ObligationEvent;

// Protocol 4.4. What the board does with a report is its own to record; whoever the report is of
// may also say that it is ready, gone out or wants an answer. What is not listed is refused.
// "told" here is what happens to the agenda item.
const std::string rules = R"(
from          event           to            who     told      text      guard
expected      slot            slotted       board   created   -         takes
expected      waive           waived        board   stays     required  -
expected      miss            missed        board   stays     -         over
slotted       slot            slotted       board   replaced  -         takes
slotted       unslot          expected      board   removed   -         -
slotted       prepare         prepared      either  stays     -         -
slotted       deliver         delivered     either  stays     -         named
slotted       waive           waived        board   removed   required  -
slotted       miss            missed        board   stays     -         over
prepared      slot            slotted       board   replaced  -         takes
prepared      unslot          expected      board   removed   required  -
prepared      recall          slotted       either  stays     -         -
prepared      deliver         delivered     either  stays     -         named
prepared      waive           waived        board   removed   required  -
prepared      miss            missed        board   stays     -         over
delivered     agree           agreed        board   stays     -         came
delivered     consult         consulted     board   stays     -         came
delivered     inform          informed      board   stays     -         came
delivered     slot            slotted       board   replaced  required  takes
delivered     recall          prepared      either  stays     required  -
agreed        await_response  response_due  either  stays     required  dated
consulted     await_response  response_due  either  stays     required  dated
informed      await_response  response_due  either  stays     required  dated
response_due  respond         responded     board   stays     required  -
agreed        correct         delivered     board   stays     required  -
consulted     correct         delivered     board   stays     required  -
informed      correct         delivered     board   stays     required  -
response_due  correct         delivered     board   stays     required  -
responded     correct         response_due  board   stays     required  -
waived        reinstate       expected      board   stays     required  -
missed        reinstate       expected      board   stays     required  -
)";

const Day today = make_day(2019, 4, 10);
const SeasonWindow spring{make_day(2019, 3, 1), make_day(2019, 5, 31)};

SlotMeeting meeting_on(Day day, const std::string& id = "m2") {
    return {id, "HWB", day, MeetingState::confirmed, day - std::chrono::days{8}};
}

ReportPurpose purpose_for(E event) {
    if (event == E::agree) return ReportPurpose::agree;
    return event == E::consult ? ReportPurpose::consult : ReportPurpose::inform;
}

ObligationFacts facts_for(E event, bool adverse) {
    ObligationFacts facts;
    facts.today = today;
    facts.purpose = purpose_for(event);
    facts.season = spring;
    if (event == E::miss && !adverse) facts.season.to = today - std::chrono::days{1};
    const bool came = event != E::slot && !adverse;
    facts.meeting = meeting_on(today + std::chrono::days{came ? -1 : 30}, "m1");
    if (event == E::miss && adverse) facts.meeting.reset();
    facts.chosen = meeting_on(today + std::chrono::days{adverse ? 3 : 20});
    return facts;
}

Outcome run(std::span<const ObligationStep> rows, S state, E event, const Trial& trial) {
    const bool adverse = !trial.broken.empty();
    auto facts = facts_for(event, adverse);
    facts.actor = {trial.actor == "board", trial.actor == "owner"};
    ObligationCommand command{event, trial.comment ? "Reason" : "", {}, {}};
    if (!adverse) command.version_label = "draft 2";
    if (!adverse) command.respond_by = today + std::chrono::days{30};
    const auto decided = decide(state, command, facts, rows);
    if (!decided) return {decided.error().code, decided.error().message, decided.error().field};
    return {{},   {}, {}, std::string(to_text(decided->to)), std::string(to_text(decided->item)),
            false};
}

table_check::Check<ObligationStep> make_check() {
    return {rules, {"board", "owner", "nobody"}, run};
}

TEST(obligation, follows_the_rules_in_every_pair_of_state_and_event) {
    EXPECT_EQ(make_check().differences(obligation_steps()), std::vector<std::string>{});
}

TEST(obligation, the_expectation_notices_every_mistake_in_the_table) {
    auto check = make_check();
    const std::vector<std::function<bool(ObligationStep&)>> mistakes{
        [](ObligationStep& step) {
            step.to = step.to == S::waived ? S::missed : S::waived;
            return true;
        },
        [](ObligationStep& step) {
            const bool either = step.who == ObligationWho::either;
            step.who = either ? ObligationWho::board : ObligationWho::either;
            return true;
        },
        [](ObligationStep& step) {
            step.comment = step.comment == CommentRule::required ? CommentRule::optional
                                                                 : CommentRule::required;
            return true;
        },
        [](ObligationStep& step) {
            const bool stays = step.then == ObligationItem::stays;
            step.then = stays ? ObligationItem::removed : ObligationItem::stays;
            return true;
        },
        [](ObligationStep& step) {
            const bool guarded = step.guard.holds != nullptr;
            step.guard = {};
            return guarded;
        },
    };
    EXPECT_EQ(check.unnoticed(obligation_steps(), mistakes), std::vector<std::string>{});
    EXPECT_GT(check.copies(), 100U);
}

std::string refusal(S state, const ObligationCommand& command, ObligationFacts facts) {
    facts.actor.board = true;
    const auto decided = decide(state, command, facts);
    return decided ? "" : decided.error().message;
}

TEST(obligation, a_meeting_is_chosen_that_papers_can_still_reach) {
    auto facts = facts_for(E::slot, false);
    facts.chosen.reset();
    EXPECT_EQ(refusal(S::expected, {E::slot}, facts), timetable::words::select_meeting);
    facts.chosen = meeting_on(make_day(2019, 4, 15));
    EXPECT_EQ(refusal(S::expected, {E::slot}, facts),
              timetable::words::papers_gone("Monday 15 April 2019", "Sunday 7 April 2019"));
    facts.chosen = meeting_on(make_day(2019, 4, 1));
    EXPECT_EQ(refusal(S::expected, {E::slot}, facts), timetable::words::meeting_over);
    facts.chosen = meeting_on(make_day(2019, 5, 9));
    facts.chosen->state = MeetingState::cancelled;
    EXPECT_EQ(refusal(S::expected, {E::slot}, facts), timetable::words::meeting_cancelled);
    facts.chosen = facts.meeting;
    EXPECT_EQ(refusal(S::slotted, {E::slot}, facts), timetable::words::on_this_agenda_already);
}

TEST(obligation, another_season_needs_a_reason) {
    auto facts = facts_for(E::slot, false);
    facts.chosen = meeting_on(make_day(2019, 6, 13));
    EXPECT_EQ(refusal(S::expected, {E::slot}, facts),
              timetable::words::out_of_season("March to May 2019"));
    EXPECT_EQ(refusal(S::expected, {E::slot, "The data came late"}, facts), "");
    facts.chosen->date = PlannedDate(std::chrono::year{2019} / 5);
    facts.chosen->papers_by.reset();
    EXPECT_EQ(refusal(S::expected, {E::slot}, facts), "") << "a month of the season will do";
}

TEST(obligation, hears_of_a_missing_reason_before_a_meeting_that_cannot_take_it) {
    auto facts = facts_for(E::slot, false);
    facts.chosen.reset();
    EXPECT_EQ(refusal(S::delivered, {E::slot}, facts), timetable::words::enter_reason);
    EXPECT_EQ(refusal(S::delivered, {E::slot, "It was put off"}, facts),
              timetable::words::select_meeting);
}

TEST(obligation, records_the_outcome_that_the_timetable_asks_for) {
    auto facts = facts_for(E::agree, false);
    EXPECT_EQ(refusal(S::delivered, {E::inform}, facts),
              timetable::words::other_outcome("to agree"));
    facts.meeting = meeting_on(make_day(2019, 5, 9), "m1");
    EXPECT_EQ(refusal(S::delivered, {E::agree}, facts),
              timetable::words::outcome_too_early("Thursday 9 May 2019"));
    facts.actor.board = true;
    EXPECT_EQ(available_events(S::delivered, facts), (std::vector<E>{E::slot, E::recall}));
    facts.meeting = meeting_on(today, "m1");
    EXPECT_EQ(available_events(S::delivered, facts),
              (std::vector<E>{E::agree, E::slot, E::recall}));
    facts.actor = {false, true};
    EXPECT_EQ(available_events(S::delivered, facts), (std::vector<E>{E::recall}));
}

TEST(obligation, the_program_follows_the_agenda_without_being_an_officer) {
    ObligationFacts facts;
    EXPECT_FALSE(decide(S::slotted, {E::prepare}, facts));
    EXPECT_FALSE(decide(S::slotted, {E::unslot}, facts));
    facts.actor.service = true;
    EXPECT_TRUE(decide(S::slotted, {E::prepare}, facts));
    EXPECT_TRUE(decide(S::slotted, {E::unslot}, facts));
}

}  // namespace
}  // namespace workflows
