// The register of safeguarding concerns against the rules written by hand.
#include "workflows/concerns/concern.hpp"

#include <gtest/gtest.h>

#include "tests/workflows/table_check.hpp"

namespace workflows {
namespace {

using table_check::Check;
using table_check::Outcome;
using table_check::Trial;
using S = ConcernState;
using E = ConcernEvent;

// Protocol 4.12 to 4.14 and 2.15.
const std::string rules = R"(
from            event          to              who           told          text      guard
raised          agree_partner  partner_agreed  raising       raising       -         partner
raised          direct_line    escalated       raising       both          -         line
raised          withdraw       withdrawn       raising       raising       required  -
partner_agreed  escalate       escalated       raising       both          -         -
partner_agreed  agree_partner  partner_agreed  raising       raising       required  partner
partner_agreed  withdraw       withdrawn       raising       raising       required  -
escalated       acknowledge    acknowledged    safeguarding  raising       -         -
acknowledged    give_feedback  feedback_given  safeguarding  raising       required  -
feedback_given  close          closed          raising       safeguarding  -         -
feedback_given  escalate       escalated       raising       both          required  -
closed          reopen         escalated       raising       both          required  -
withdrawn       reopen         raised          raising       raising       required  -
)";

const Day today = make_day(2018, 11, 1);

ConcernActor actor_of(const std::string& name) {
    return {name == "raising_chair", name == "raising_secretariat", name == "safeguarding_chair",
            name == "safeguarding_secretariat"};
}

std::string told_of(ConcernTold told) {
    if (told == ConcernTold::both_sides) return "both";
    return told == ConcernTold::raising_side ? "raising" : "safeguarding";
}

Concern concern_at(S state) {
    return {state, "CT", "OSCB", "Threshold not agreed", today, "police-lpa-commander"};
}

ConcernFacts facts_of(const std::string& actor, const std::string& broken = "") {
    ConcernFacts facts;
    facts.today = today;
    facts.actor = actor_of(actor);
    facts.direct_line = broken != "line" && broken != "all";
    facts.partner_sits = broken != "partner" && broken != "all";
    return facts;
}

Outcome run(std::span<const ConcernStep> rows, S state, E event, const Trial& trial) {
    const ConcernCommand command{event, trial.comment ? "Neutral words" : "", "police"};
    const auto decided =
        decide(concern_at(state), command, facts_of(trial.actor, trial.broken), rows);
    if (!decided) return {decided.error().code, decided.error().message, decided.error().field};
    return {
        {}, {}, {}, std::string(to_text(decided->to)), told_of(decided->told), decided->on_behalf};
}

Check<ConcernStep> make_check() {
    return {rules,
            {"raising_chair", "raising_secretariat", "safeguarding_chair",
             "safeguarding_secretariat", "nobody"},
            run};
}

TEST(concern, follows_the_rules_in_every_pair_of_state_and_event) {
    EXPECT_EQ(make_check().differences(concern_steps()), std::vector<std::string>{});
}

TEST(concern, the_expectation_notices_every_mistake_in_the_table) {
    auto check = make_check();
    const std::vector<std::function<bool(ConcernStep&)>> mistakes{
        [](ConcernStep& step) {
            step.to = step.to == S::closed ? S::raised : S::closed;
            return true;
        },
        [](ConcernStep& step) {
            step.who = step.who == ConcernWho::raising_chair ? ConcernWho::safeguarding_chair
                                                             : ConcernWho::raising_chair;
            return true;
        },
        [](ConcernStep& step) {
            step.told = step.told == ConcernTold::both_sides ? ConcernTold::raising_side
                                                             : ConcernTold::both_sides;
            return true;
        },
        [](ConcernStep& step) {
            step.comment = step.comment == CommentRule::required ? CommentRule::optional
                                                                 : CommentRule::required;
            return true;
        },
        [](ConcernStep& step) {
            const bool guarded = step.guard.holds != nullptr;
            step.guard = {};
            return guarded;
        },
    };
    EXPECT_EQ(check.unnoticed(concern_steps(), mistakes), std::vector<std::string>{});
    EXPECT_GT(check.copies(), 50U);
}

TEST(concern, a_new_one_has_neutral_words_and_a_safeguarding_board) {
    const auto facts = facts_of("raising_chair");
    ASSERT_TRUE(check_new(concern_at(S::raised), facts));
    EXPECT_EQ(check_new(concern_at(S::raised), facts_of("safeguarding_chair")).error().message,
              "Only the chair or secretariat of the board that raised it can raise this concern.");
    auto other = concern_at(S::raised);
    other.matter = "Child AB";
    EXPECT_EQ(check_new(other, facts).error().field, "matter");
    other.matter = std::string(matter_characters_max + 1, 'a');
    EXPECT_EQ(check_new(other, facts).error().field, "matter");
    other.matter = " ";
    EXPECT_EQ(check_new(other, facts).error().field, "matter");
    other = concern_at(S::raised);
    other.raised_on = today + std::chrono::days{1};
    EXPECT_EQ(check_new(other, facts).error().field, "raised_on");
    other = concern_at(S::raised);
    other.safeguarding_board = "CT";
    EXPECT_EQ(check_new(other, facts).error().field, "safeguarding_board");
    auto elsewhere = facts;
    elsewhere.safeguarding_board = false;
    EXPECT_EQ(check_new(concern_at(S::raised), elsewhere).error().field, "safeguarding_board");
}

TEST(concern, every_text_of_a_step_is_held_to_the_rule) {
    for (const auto& step : concern_steps()) {
        if (!step.from) continue;
        const bool raising = step.who == ConcernWho::raising_chair;
        const auto decided =
            decide(concern_at(*step.from), {step.event, "born 3 March 2009", "police"},
                   facts_of(raising ? "raising_chair" : "safeguarding_chair"));
        ASSERT_FALSE(decided) << to_text(step.event);
        EXPECT_EQ(decided.error().field, "comment") << to_text(step.event);
        EXPECT_EQ(decided.error().message.find("2009"), std::string::npos);
    }
}

TEST(concern, hears_of_a_missing_reason_before_a_partner_who_is_not_on_the_board) {
    auto facts = facts_of("raising_chair");
    facts.partner_sits = false;
    const auto concern = concern_at(S::partner_agreed);
    EXPECT_EQ(decide(concern, {E::agree_partner, "", ""}, facts).error().field, "comment");
    EXPECT_EQ(decide(concern, {E::agree_partner, "Another partner", ""}, facts).error().field,
              "partner");
}

TEST(concern, is_acknowledged_within_three_working_days) {
    const auto holidays = Holidays();
    EXPECT_EQ(acknowledge_by(make_day(2018, 11, 1), holidays), make_day(2018, 11, 6));
    EXPECT_EQ(acknowledge_by(make_day(2018, 12, 24), holidays), make_day(2018, 12, 31));
}

TEST(concern, the_direct_line_is_offered_to_community_safety_partnerships_alone) {
    auto facts = facts_of("raising_chair");
    EXPECT_EQ(available_events(concern_at(S::raised), facts),
              (std::vector<E>{E::agree_partner, E::direct_line, E::withdraw}));
    facts.direct_line = false;
    EXPECT_EQ(available_events(concern_at(S::raised), facts),
              (std::vector<E>{E::agree_partner, E::withdraw}));
    EXPECT_TRUE(is_community_safety_statute("Crime and Disorder Act 1998"));
    EXPECT_FALSE(is_community_safety_statute("Crime and Disorder Regulations 2007"));
    EXPECT_TRUE(is_safeguarding_statute("Care Act 2014"));
    EXPECT_FALSE(is_safeguarding_statute(""));
}

TEST(concern, belongs_to_the_raising_board_alone_until_it_is_escalated) {
    EXPECT_FALSE(is_escalated(S::raised));
    EXPECT_FALSE(is_escalated(S::partner_agreed));
    EXPECT_FALSE(is_escalated(S::withdrawn));
    EXPECT_TRUE(is_escalated(S::escalated));
    EXPECT_TRUE(is_escalated(S::closed));
    EXPECT_EQ(concern_reference(2018, 7), "SC-2018-007");
}

}  // namespace
}  // namespace workflows
