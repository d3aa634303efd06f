// The stops of a circulation against the rules.
#include "workflows/circulation/circulation.hpp"

#include <gtest/gtest.h>

#include "tests/workflows/stops_of_2016.hpp"
#include "tests/workflows/table_check.hpp"

namespace workflows {
namespace {

using table_check::Outcome;
using table_check::Trial;
using S = StopState;
using E = StopEvent;
using stops_2016::stops_of_2016;

// Protocol 7.3. An outcome is the stop's board's own to record; what is not listed is refused.
const std::string rules = R"(
from                  event                to                    who     told   text      guard
planned               issue                issued                boards  stop   -         to_come
planned               defer                planned               boards  both   -         other
planned               ask_assent           assent_asked          owner   stop   -         closing
planned               withdraw             withdrawn             owner   stop   required  -
issued                reissue              issued                boards  stop   -         newer
issued                amend                issued                service stop   -         -
issued                agree                agreed                stop    owner  -         has_come
issued                agree_in_principle   agreed_in_principle   stop    owner  -         has_come
issued                agree_with_comments  agreed_with_comments  stop    owner  required  has_come
issued                not_agree            not_agreed            stop    owner  required  has_come
issued                consult              consulted             stop    owner  -         has_come
issued                note                 noted                 stop    owner  -         has_come
issued                defer                planned               boards  both   -         other
issued                withdraw             withdrawn             owner   stop   required  -
agreed                correct              issued                stop    owner  required  -
agreed                amend                stale                 service nobody -         -
agreed_in_principle   correct              issued                stop    owner  required  -
agreed_in_principle   amend                stale                 service nobody -         -
agreed_with_comments  correct              issued                stop    owner  required  -
agreed_with_comments  amend                stale                 service nobody -         -
not_agreed            correct              issued                stop    owner  required  -
not_agreed            recirculate          planned               owner   stop   -         other
not_agreed            withdraw             withdrawn             owner   stop   required  -
consulted             correct              issued                stop    owner  required  -
consulted             amend                views_stale           service nobody -         -
noted                 correct              issued                stop    owner  required  -
noted                 amend                views_stale           service nobody -         -
stale                 recirculate          planned               owner   stop   -         other
stale                 ask_assent           assent_asked          owner   stop   -         closing
stale                 inform               informed              owner   stop   -         -
stale                 withdraw             withdrawn             owner   stop   required  -
views_stale           recirculate          planned               owner   stop   -         other
views_stale           ask_assent           assent_asked          owner   stop   -         closing
views_stale           inform               views_informed        owner   stop   -         -
views_stale           withdraw             withdrawn             owner   stop   required  -
assent_asked          assent               assented              stop    owner  -         open
assent_asked          refuse_assent        not_assented          stop    owner  required  open
assent_asked          ask_assent           assent_asked          owner   stop   -         closing
assent_asked          recirculate          planned               owner   stop   -         other
assent_asked          amend                stale                 service nobody -         -
assent_asked          overtake             planned               service nobody -         -
assent_asked          withdraw             withdrawn             owner   stop   required  -
assented              refuse_assent        not_assented          stop    owner  required  open
assented              correct              assent_asked          stop    owner  required  -
assented              amend                stale                 service nobody -         -
not_assented          assent               assented              stop    owner  -         open
not_assented          correct              assent_asked          stop    owner  required  -
not_assented          ask_assent           assent_asked          owner   stop   -         closing
not_assented          recirculate          planned               owner   stop   -         other
not_assented          withdraw             withdrawn             owner   stop   required  -
informed              recirculate          planned               owner   stop   -         other
informed              amend                stale                 service nobody -         -
views_informed        recirculate          planned               owner   stop   -         other
views_informed        amend                views_stale           service nobody -         -
withdrawn             recirculate          planned               owner   stop   -         other
withdrawn             ask_assent           assent_asked          owner   stop   -         closing
)";

using Events = std::vector<E>;

const Day today = make_day(2016, 1, 21);

std::string told(const std::vector<Effect>& effects) {
    bool stop = false;
    bool owner = false;
    for (const Effect& effect : effects) {
        if (effect.kind != EffectKind::send_mail) continue;
        stop = stop || effect.to == Audience::stop_board;
        owner = owner || effect.to == Audience::owner;
    }
    return stop && owner ? "both" : stop ? "stop" : owner ? "owner" : "nobody";
}

Outcome run(std::span<const StopStep> rows, S state, E event, const Trial& trial) {
    const bool early = event == E::issue || event == E::defer || event == E::reissue;
    const bool adverse = !trial.broken.empty();
    Stop stop;
    stop.state = state;
    stop.date = today + std::chrono::days{early != adverse ? 14 : -14};
    if (trial.broken == "has_come") stop.date = today + std::chrono::days{1};
    stop.outdated = !adverse;
    stop.assent_by = today + std::chrono::days{adverse ? -1 : 7};
    const auto is = [&](std::string_view actor) { return trial.actor == actor; };
    StopFacts facts{today, {is("stop_board"), is("owner"), is("service")}, {}, {}};
    if (!adverse) {
        facts.other_date = PlannedDate{today + std::chrono::days{60}};
        facts.other_meeting = MeetingState::provisional;
        facts.closing = today + std::chrono::days{14};
    }
    const auto decided =
        decide(stop, {event, trial.comment ? "Section 4 needs work" : ""}, facts, rows);
    if (!decided) return {decided.error().code, decided.error().message, decided.error().field};
    return {{}, {}, {}, std::string(to_text(decided->to)), told(decided->effects), false};
}

table_check::Check<StopStep> make_check() {
    return {rules, {"stop_board", "owner", "service", "nobody"}, run};
}

TEST(circulation, follows_the_rules_in_every_pair_of_state_and_event) {
    EXPECT_EQ(make_check().differences(stop_steps()), std::vector<std::string>{});
}

TEST(circulation, the_expectation_notices_every_mistake_in_the_table) {
    auto check = make_check();
    const std::vector<std::function<bool(StopStep&)>> mistakes{
        [](StopStep& step) {
            step.to = step.to == S::noted ? S::agreed : S::noted;
            return true;
        },
        [](StopStep& step) {
            step.who =
                step.who == StopWho::stop_board ? StopWho::either_board : StopWho::stop_board;
            return true;
        },
        [](StopStep& step) {
            const bool owners = step.who == StopWho::owner;
            step.who = owners ? StopWho::either_board : StopWho::owner;
            return true;
        },
        [](StopStep& step) {
            step.comment = step.comment == CommentRule::required ? CommentRule::optional
                                                                 : CommentRule::required;
            return true;
        },
        [](StopStep& step) {
            const bool told = !step.letter.empty();
            step.told = step.told == StopTold::both ? StopTold::owner : StopTold::both;
            return told;
        },
        [](StopStep& step) {
            const bool guarded = step.guard.holds != nullptr;
            step.guard = {};
            return guarded;
        },
    };
    EXPECT_EQ(check.unnoticed(stop_steps(), mistakes), std::vector<std::string>{});
}

TEST(circulation, a_refusal_blocks_and_needs_its_reason) {
    Stop stop;
    stop.state = S::issued;
    stop.date = today;
    const StopFacts facts{today, {true, false}, {}, {}};
    const auto silent = decide(stop, {E::not_agree, " "}, facts);
    ASSERT_FALSE(silent);
    EXPECT_EQ(silent.error().message, "Enter why the board does not agree.");
    const auto refused = decide(stop, {E::not_agree, "Section 4"}, facts);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->effects,
              (std::vector<Effect>{{EffectKind::send_mail, "stop_outcome", Audience::owner}}));
    stop.date = today + std::chrono::days{6};
    EXPECT_EQ(
        decide(stop, {E::agree, ""}, facts).error().message,
        "You can record the outcome from the date of the meeting, Wednesday 27 January 2016.");
    stop.meeting = MeetingState::cancelled;
    EXPECT_EQ(decide(stop, {E::agree, ""}, facts).error().code, Code::refused);
    stop.state = S::noted;
    EXPECT_EQ(decide(stop, {E::agree, ""}, facts).error().message,
              "An outcome has already been recorded: noted. To change it, correct it.");
}

TEST(circulation, a_later_stage_waits_for_the_boards_of_those_before) {
    Stop stop;
    stop.date = today + std::chrono::days{14};
    StopFacts facts{today, {true, true}, {}, {}};
    facts.missing = {"CSP-OX", "CSP-CH"};
    const auto refused = decide(stop, {E::issue, ""}, facts);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::refused);
    EXPECT_EQ(refused.error().message,
              "Boards at earlier stages must agree first. Not yet agreed: CSP-OX, CSP-CH.");
    stop.state = S::issued;
    stop.date = today;
    EXPECT_FALSE(decide(stop, {E::agree, ""}, facts));
    facts.missing.clear();
    EXPECT_TRUE(decide(stop, {E::agree, ""}, facts));
}

TEST(circulation, written_assent_has_a_closing_day_and_silence_is_none) {
    Stop stop;
    stop.state = S::stale;
    StopFacts facts{today, {false, true}, {}, {}};
    EXPECT_EQ(decide(stop, {E::ask_assent, ""}, facts).error().field, "closing");
    facts.closing = today + std::chrono::days{assent_days_max + 1};
    EXPECT_EQ(decide(stop, {E::ask_assent, ""}, facts).error().field, "closing");
    facts.closing = today + std::chrono::days{assent_days_max};
    EXPECT_TRUE(decide(stop, {E::ask_assent, ""}, facts));
    stop.state = S::assent_asked;
    stop.assent_by = make_day(2016, 2, 4);
    EXPECT_EQ(status(stop, make_day(2016, 2, 4)).lamp, StopLamp::waiting);
    EXPECT_EQ(status(stop, make_day(2016, 2, 5)).words,
              "No reply received by Thursday 4 February 2016. This does not count as assent: ask "
              "again, or take it to a meeting.");
    const StopFacts late{make_day(2016, 2, 5), {true, false}, {}, {}};
    EXPECT_EQ(decide(stop, {E::assent, ""}, late).error().code, Code::refused);
    EXPECT_FALSE(where_is_it(std::vector{stop}, make_day(2016, 2, 5)).complete);
}

TEST(circulation, a_material_change_reaches_all_who_saw_the_text) {
    const StopFacts facts{today, {.service = true}, {}, {}};
    std::string stale;
    for (const auto& name : names<S>) {
        Stop stop;
        stop.state = name.value;
        if (decide(stop, {E::amend, ""}, facts)) stale += std::string(name.text) + " ";
    }
    EXPECT_EQ(stale,
              "issued agreed agreed_in_principle agreed_with_comments consulted noted assent_asked "
              "assented informed views_informed ");
    Stop stop;
    stop.board = "OSCB";
    stop.state = S::stale;
    EXPECT_EQ(where_is_it(std::vector{stop}, today).words,
              "Agreed by 0 of 1 board. Agreed an earlier version: OSCB.");
    stop.state = S::views_stale;
    const auto views = where_is_it(std::vector{stop}, today);
    EXPECT_EQ(views.words, "Agreed by 0 of 1 board. Commented on an earlier version: OSCB.");
    EXPECT_FALSE(views.complete);
    // Told of the change, a board that never agreed does not agree by it.
    stop.state = S::views_informed;
    EXPECT_EQ(where_is_it(std::vector{stop}, today).words,
              "Agreed by 0 of 1 board. Commented on or noted by 1 board.");
    EXPECT_TRUE(where_is_it(std::vector{stop}, today).complete);
    EXPECT_EQ(where_is_it({}, today).complete, false);
}

// Boards that never meet within reach, and yet each of them must approve [2.14, 6.1].
TEST(circulation, a_board_without_a_meeting_is_asked_in_writing) {
    Stop stop;
    stop.board = "CSP-OX";
    stop.has_meeting = false;
    StopFacts facts{today, {false, true}, {}, {}};
    EXPECT_EQ(decide(stop, {E::issue, ""}, facts).error().message,
              "Select a meeting for this board, or ask its chair for written assent.");
    EXPECT_EQ(status(stop, today).lamp, StopLamp::needs_meeting);
    EXPECT_EQ(where_is_it(std::vector{stop}, today).words,
              "Agreed by 0 of 1 board. No meeting: CSP-OX.");
    facts.closing = today + std::chrono::days{14};
    facts.missing = {"CSP-CH"};
    EXPECT_EQ(decide(stop, {E::ask_assent, ""}, facts).error().message,
              "Boards at earlier stages must agree first. Not yet agreed: CSP-CH.");
    facts.missing = {};
    EXPECT_EQ(decide(stop, {E::ask_assent, ""}, facts)->to, S::assent_asked);
    EXPECT_EQ(available_events(stop, facts), (Events{E::defer, E::ask_assent, E::withdraw}));
}

TEST(circulation, nobody_is_asked_about_a_text_that_they_cannot_open) {
    Stop stop = stops_of_2016().at(13);
    StopFacts facts{today, {false, true}, {}, {}};
    facts.has_file = false;
    EXPECT_EQ(decide(stop, {E::issue, ""}, facts).error().field, "another_way");
    facts.another_way = true;
    EXPECT_TRUE(decide(stop, {E::issue, ""}, facts));
    // A chair who answers by a link has it from nowhere else.
    facts.closing = today + std::chrono::days{14};
    EXPECT_EQ(decide(stop, {E::ask_assent, ""}, facts).error().code, Code::refused);
    stop.state = S::issued;
    stop.outdated = true;
    EXPECT_TRUE(decide(stop, {E::reissue, ""}, facts));
    facts.another_way = false;
    EXPECT_EQ(decide(stop, {E::reissue, ""}, facts).error().field, "another_way");
}

TEST(circulation, the_day_that_is_due_is_that_of_what_is_missing) {
    Stop stop = stops_of_2016().at(13);
    EXPECT_EQ(due_day(stop, today), make_day(2016, 3, 21));
    EXPECT_EQ(due_day(stop, make_day(2016, 4, 1)), make_day(2016, 3, 31));
    stop.state = S::issued;
    EXPECT_EQ(due_day(stop, today), make_day(2016, 3, 31));
    stop.state = S::assent_asked;
    stop.assent_by = make_day(2016, 4, 15);
    EXPECT_EQ(due_day(stop, today), make_day(2016, 4, 15));
}

TEST(circulation, shows_the_buttons_that_can_work) {
    Stop stop = stops_of_2016().at(5);
    EXPECT_EQ(available_events(stop, {today, {false, true}, {}, {}}),
              (Events{E::issue, E::defer, E::ask_assent, E::withdraw}));
    stop.state = S::issued;
    EXPECT_EQ(available_events(stop, {today, {false, true}, {}, {}}),
              (Events{E::defer, E::withdraw}));
    stop.outdated = true;
    EXPECT_EQ(available_events(stop, {today, {false, true}, {}, {}}),
              (Events{E::reissue, E::defer, E::withdraw}));
    EXPECT_EQ(available_events(stop, {make_day(2016, 1, 26), {false, true}, {}, {}}),
              (Events{E::defer, E::withdraw}));
    EXPECT_EQ(available_events(stop, {make_day(2016, 2, 2), {true, false}, {}, {}}).size(), 7U);
    EXPECT_EQ(available_events(stop, {today, {}, {}, {}}), Events{});
}

}  // namespace
}  // namespace workflows
