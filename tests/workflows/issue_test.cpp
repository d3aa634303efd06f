// Both ladders of issues against the rules written by hand, and what the forms refuse.
#include "workflows/issues/issue.hpp"

#include <gtest/gtest.h>

#include "tests/workflows/table_check.hpp"

namespace workflows {
namespace {

using table_check::Check;
using table_check::Outcome;
using table_check::Trial;

// Protocol 4.6: upward in order; a step that is passed over needs its reason; closed ones reopen.
const std::string board_rules = R"(
from                event               to                  who      told   text      guard
with_chair          chairs_together     chairs_together     either   both   -         open
with_chair          resolution_meeting  resolution_meeting  either   both   required  open
with_chair          senior_officers     senior_officers     either   both   required  open
with_chair          keep                with_chair          either   holder -         open
with_chair          resolve             resolved            either   both   required  -
with_chair          withdraw            withdrawn           raising  both   required  -
chairs_together     resolution_meeting  resolution_meeting  either   both   -         open
chairs_together     senior_officers     senior_officers     either   both   required  open
chairs_together     keep                chairs_together     either   holder -         open
chairs_together     resolve             resolved            either   both   required  -
chairs_together     withdraw            withdrawn           raising  both   required  -
resolution_meeting  senior_officers     senior_officers     either   both   -         open
resolution_meeting  keep                resolution_meeting  either   holder -         open
resolution_meeting  resolve             resolved            either   both   required  -
resolution_meeting  withdraw            withdrawn           raising  both   required  -
senior_officers     keep                senior_officers     either   holder -         open
senior_officers     resolve             resolved            either   both   required  -
senior_officers     withdraw            withdrawn           raising  both   required  -
reopened            chairs_together     chairs_together     either   both   -         open
reopened            resolution_meeting  resolution_meeting  either   both   required  open
reopened            senior_officers     senior_officers     either   both   required  open
reopened            keep                reopened            either   holder -         open
reopened            resolve             resolved            either   both   required  -
reopened            withdraw            withdrawn           raising  both   required  -
resolved            reopen              reopened            either   both   required  open
withdrawn           reopen              reopened            raising  both   required  open
)";

// Protocol 6.3: agency, its chair, other chairs informally, the board, senior officers.
const std::string protocol_rules = R"(
from             event            to               who      told   text      guard
own_chair        other_chairs     other_chairs     raising  both   -         open
own_chair        board_concern    board_concern    raising  both   required  open
own_chair        senior_officers  senior_officers  raising  both   required  open
own_chair        keep             own_chair        either   holder -         open
own_chair        resolve          resolved         either   both   required  -
own_chair        withdraw         withdrawn        raising  both   required  -
other_chairs     board_concern    board_concern    raising  both   -         open
other_chairs     senior_officers  senior_officers  raising  both   required  open
other_chairs     keep             other_chairs     either   holder -         open
other_chairs     resolve          resolved         either   both   required  -
other_chairs     withdraw         withdrawn        raising  both   required  -
board_concern    senior_officers  senior_officers  raising  both   -         open
board_concern    keep             board_concern    either   holder -         open
board_concern    resolve          resolved         either   both   required  -
board_concern    withdraw         withdrawn        raising  both   required  -
senior_officers  keep             senior_officers  either   holder -         open
senior_officers  resolve          resolved         either   both   required  -
senior_officers  withdraw         withdrawn        raising  both   required  -
reopened         other_chairs     other_chairs     raising  both   -         open
reopened         board_concern    board_concern    raising  both   required  open
reopened         senior_officers  senior_officers  raising  both   required  open
reopened         keep             reopened         either   holder -         open
reopened         resolve          resolved         either   both   required  -
reopened         withdraw         withdrawn        raising  both   required  -
resolved         reopen           reopened         either   both   required  open
withdrawn        reopen           reopened         raising  both   required  open
)";

const Day today = make_day(2018, 11, 1);

IssueActor actor_of(const std::string& name) {
    return {name == "raising_chair", name == "raising_secretariat", name == "asked_chair",
            name == "asked_secretariat", false};
}

std::string told_of(IssueTold told) {
    if (told == IssueTold::nobody) return "nobody";
    return told == IssueTold::holder ? "holder" : "both";
}

Issue issue_at(IssueKind kind, const std::string& state) {
    return {kind,  issue_stage(kind, state).value_or(IssueStage()), "CT",
            "HIB", kind == IssueKind::protocol ? "A trust" : "",    "Title",
            ""};
}

template <class Step>
Outcome run(IssueKind kind, typename Step::State state, typename Step::Event event,
            const Trial& trial) {
    IssueCommand command{std::string(to_text(event)), trial.comment ? "Not settled" : "",
                         "hib-chair", today + std::chrono::days{7}, ""};
    // A guard of both tables: while it is open somebody holds it until a day to come.
    if (!trial.broken.empty()) command.next_date = today;
    const auto decided = decide(issue_at(kind, std::string(to_text(state))), command,
                                {today, actor_of(trial.actor)});
    if (!decided) return {decided.error().code, decided.error().message, decided.error().field};
    return {
        {}, {}, {}, std::string(to_text(decided->to)), told_of(decided->told), decided->on_behalf};
}

const std::vector<std::string> actors{"raising_chair", "raising_secretariat", "asked_chair",
                                      "asked_secretariat", "nobody"};

// The decision reads its own table, so mistakes are shown in the expectation instead of the rows.
TEST(issue_ladder, follows_protocol_4_6_in_every_pair_of_state_and_event) {
    const Check<IssueStep> check(board_rules, actors,
                                 [](auto, auto state, auto event, const Trial& trial) {
                                     return run<IssueStep>(IssueKind::boards, state, event, trial);
                                 });
    EXPECT_EQ(check.differences(issue_steps()), std::vector<std::string>{});
    EXPECT_EQ(check.expected().size(), 27U);  // and the head
}

TEST(issue_ladder, follows_protocol_6_3_in_every_pair_of_state_and_event) {
    const Check<ProtocolStep> check(
        protocol_rules, actors, [](auto, auto state, auto event, const Trial& trial) {
            return run<ProtocolStep>(IssueKind::protocol, state, event, trial);
        });
    EXPECT_EQ(check.differences(protocol_steps()), std::vector<std::string>{});
    EXPECT_EQ(check.expected().size(), 27U);
}

TEST(issue_ladder, a_wrong_expectation_is_noticed) {
    auto wrong = board_rules;
    wrong.replace(wrong.find("raising  both   required"), 7, "either ");
    const Check<IssueStep> check(wrong, actors,
                                 [](auto, auto state, auto event, const Trial& trial) {
                                     return run<IssueStep>(IssueKind::boards, state, event, trial);
                                 });
    EXPECT_FALSE(check.differences(issue_steps()).empty());
}

TEST(issue_ladder, no_step_goes_down_and_every_step_over_needs_its_reason) {
    for (const auto& step : issue_steps()) {
        const auto ladder = ladder_of(IssueKind::boards);
        const auto at = [&](const auto& state) {
            return std::find(ladder.begin(), ladder.end(), IssueStage(state)) - ladder.begin();
        };
        if (!step.from || at(step.to) == 4) continue;
        if (at(*step.from) < 4) {
            EXPECT_EQ(std::max(0L, at(step.to) - at(*step.from) - 1), step.then.passed_over)
                << to_text(*step.from) << " " << to_text(step.event);
            EXPECT_GE(at(step.to), at(*step.from));
        }
        EXPECT_EQ(step.comment == CommentRule::required, step.then.passed_over > 0);
    }
}

TEST(issue_ladder, who_holds_it_may_record_the_way_forward_and_not_take_a_step) {
    const auto issue = issue_at(IssueKind::boards, "senior_officers");
    IssueActor holder;
    holder.holder = true;
    const auto resolved = decide(issue, {"resolve", "Joint funding", {}, {}, {}}, {today, holder});
    ASSERT_TRUE(resolved);
    EXPECT_TRUE(resolved->by_holder);
    EXPECT_FALSE(resolved->on_behalf);
    EXPECT_EQ(decide(issue, {"withdraw", "No", {}, {}, {}}, {today, holder}).error().code,
              Code::forbidden);
    const auto lower = issue_at(IssueKind::boards, "chairs_together");
    const auto step = decide(
        lower, {"resolution_meeting", "", "x", today + std::chrono::days{3}, {}}, {today, holder});
    EXPECT_EQ(step.error().code, Code::forbidden);
    EXPECT_EQ(step.error().message,
              "Only the chairs and secretariats of the two boards can refer this issue to a "
              "resolution meeting.");
}

TEST(issue_ladder, a_new_one_needs_words_another_board_and_a_day_to_come) {
    Issue issue = issue_at(IssueKind::boards, "");
    const IssueFacts facts{today, actor_of("raising_chair")};
    IssueCommand command{"raise", {}, "hib-chair", today + std::chrono::days{7}, {}};
    ASSERT_TRUE(check_new(issue, command, facts));
    EXPECT_EQ(to_text(check_new(issue, command, facts)->to), "with_chair");
    command.event = "raise_from_request";
    EXPECT_EQ(to_text(check_new(issue, command, facts)->to), "chairs_together");
    EXPECT_EQ(check_new(issue, command, facts)->told, IssueTold::nobody);
    command.event = "keep";
    EXPECT_EQ(check_new(issue, command, facts).error().code, Code::not_found);
    command.event = "raise";
    EXPECT_EQ(check_new(issue, command, {today, actor_of("asked_chair")}).error().code,
              Code::forbidden);
    const auto field = [&](Issue changed) {
        const auto checked = check_new(changed, command, facts);
        return checked ? std::string() : checked.error().field;
    };
    auto other = issue;
    other.title = " ";
    EXPECT_EQ(field(other), "title");
    other.title = "Child AB";
    EXPECT_EQ(field(other), "title");
    other = issue;
    other.text = "NHS number 943 476 5919";
    EXPECT_EQ(field(other), "text");
    other = issue;
    other.asked_board = "CT";
    EXPECT_EQ(field(other), "asked_board");
    other.asked_board = "";
    EXPECT_EQ(field(other), "asked_board");
    other.kind = IssueKind::protocol;
    EXPECT_EQ(field(other), "agency");
    other.agency = "A health trust";
    EXPECT_EQ(field(other), "");
    command.next_date = today;
    EXPECT_EQ(field(issue), "next_date");
}

TEST(issue_ladder, the_agencys_chair_says_whose_chair_is_spoken_to) {
    auto issue = issue_at(IssueKind::protocol, "own_chair");
    issue.asked_board = "";
    IssueCommand command{"other_chairs", "", "oscb-chair", today + std::chrono::days{7}, ""};
    const IssueFacts facts{today, actor_of("raising_chair")};
    EXPECT_EQ(decide(issue, command, facts).error().field, "asked_board");
    command.asked_board = "CT";
    EXPECT_EQ(decide(issue, command, facts).error().field, "asked_board");
    command.asked_board = "OSCB";
    EXPECT_TRUE(decide(issue, command, facts));
}

TEST(issue_ladder, offers_only_what_the_person_may_do) {
    const auto events = [](const Issue& issue, const std::string& actor) {
        std::string names;
        for (const auto& choice : available_events(issue, {today, actor_of(actor)}))
            names += choice.event + " ";
        return names;
    };
    const auto issue = issue_at(IssueKind::boards, "chairs_together");
    EXPECT_EQ(events(issue, "raising_chair"),
              "resolution_meeting senior_officers keep resolve withdraw ");
    EXPECT_EQ(events(issue, "asked_secretariat"),
              "resolution_meeting senior_officers keep resolve ");
    EXPECT_EQ(events(issue, "nobody"), "");
    EXPECT_EQ(events(issue_at(IssueKind::boards, "resolved"), "raising_chair"), "reopen ");
}

TEST(issue_ladder, names_its_meetings_and_references) {
    using I = IssueState;
    using P = ProtocolState;
    EXPECT_EQ(meeting_kind_of(I::with_chair), std::nullopt);
    EXPECT_EQ(meeting_kind_of(I::chairs_together), MeetingKind::chairs);
    EXPECT_EQ(meeting_kind_of(I::resolution_meeting), MeetingKind::resolution);
    EXPECT_EQ(meeting_kind_of(P::senior_officers), MeetingKind::resolution);
    EXPECT_EQ(meeting_kind_of(P::other_chairs), MeetingKind::chairs);
    EXPECT_EQ(meeting_kind_of(P::board_concern), std::nullopt);
    EXPECT_EQ(issue_stage(IssueKind::boards, "other_chairs"), std::nullopt);
    EXPECT_EQ(issue_reference(2018, 3), "I-2018-003");
    EXPECT_EQ(issue_reference(2018, 1234), "I-2018-1234");
}

}  // namespace
}  // namespace workflows
