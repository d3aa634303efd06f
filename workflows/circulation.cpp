#include "workflows/circulation.hpp"

#include "workflows/agenda.hpp"
#include "workflows/machine.hpp"

namespace workflows {
namespace {

using S = StopState;
using E = StopEvent;
using W = StopWho;
using T = StopTold;

Result<void> meeting_to_come(const Stop& stop, const StopFacts& facts) {
    if (stop.meeting == MeetingState::cancelled)
        return refused("This meeting was cancelled. Defer this stop to another meeting.");
    const auto day = stop.date.day();
    if (stop.meeting == MeetingState::held || (day && *day < facts.today))
        return refused("This meeting has taken place. Defer this stop to another meeting.");
    return {};
}

Result<void> meeting_has_come(const Stop& stop, const StopFacts& facts) {
    if (stop.meeting == MeetingState::cancelled)
        return refused("This meeting was cancelled. Defer this stop to another meeting.");
    const auto day = stop.date.day();
    if (!day)
        return refused("The day of this meeting is not set. Set it, then record the outcome.");
    if (*day > facts.today)
        return refused("This meeting is on " + long_date(*day) +
                       ". The outcome can be recorded from that day.");
    return {};
}

Result<void> other_meeting_to_come(const Stop&, const StopFacts& facts) {
    if (!facts.other_date || !facts.other_meeting)
        return invalid("meeting", "Choose another meeting of this board.");
    const auto day = facts.other_date->day();
    const bool over = *facts.other_meeting == MeetingState::held ||
                      *facts.other_meeting == MeetingState::cancelled;
    if (over || (day && *day < facts.today))
        return invalid("meeting", "Choose a meeting to come that is not cancelled.");
    return {};
}

constexpr StopStep::Guard always{};
constexpr StopStep::Guard to_come{"the meeting is to come", meeting_to_come};
constexpr StopStep::Guard has_come{"the day of the meeting has come", meeting_has_come};
constexpr StopStep::Guard other{"the other meeting is to come", other_meeting_to_come};

// clang-format off
constexpr auto steps = std::to_array<StopStep>({
//  from                     event                   to                       who              text   guard     mail template     told
  { std::nullopt,            E::plan,                S::planned,              W::either_board, false, always,   "",               T::nobody     },
  { S::planned,              E::issue,               S::issued,               W::either_board, false, to_come,  "stop_issued",    T::stop_board },
  { S::planned,              E::defer,               S::planned,              W::either_board, true,  other,    "stop_deferred",  T::both       },

  { S::issued,               E::agree,               S::agreed,               W::stop_board,   false, has_come, "stop_outcome",   T::owner      },
  { S::issued,               E::agree_in_principle,  S::agreed_in_principle,  W::stop_board,   false, has_come, "stop_outcome",   T::owner      },
  { S::issued,               E::agree_with_comments, S::agreed_with_comments, W::stop_board,   true,  has_come, "stop_outcome",   T::owner      },
  { S::issued,               E::not_agree,           S::not_agreed,           W::stop_board,   true,  has_come, "stop_outcome",   T::owner      },
  { S::issued,               E::consult,             S::consulted,            W::stop_board,   false, has_come, "stop_outcome",   T::owner      },
  { S::issued,               E::note,                S::noted,                W::stop_board,   false, has_come, "stop_outcome",   T::owner      },
  { S::issued,               E::defer,               S::planned,              W::either_board, true,  other,    "stop_deferred",  T::both       },

  { S::agreed,               E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected", T::owner      },
  { S::agreed_in_principle,  E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected", T::owner      },
  { S::agreed_with_comments, E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected", T::owner      },
  { S::not_agreed,           E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected", T::owner      },
  { S::consulted,            E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected", T::owner      },
  { S::noted,                E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected", T::owner      },
});
// clang-format on

static_assert(is_sound<StopStep>(steps, {}));

bool may(const StopActor& actor, StopWho who) {
    return actor.stop_board || (who == W::either_board && actor.owner);
}

std::string_view to_do(E event) {
    switch (event) {
        case E::plan:
            return "plan this stop";
        case E::issue:
            return "issue the papers";
        case E::defer:
            return "defer this stop";
        case E::correct:
            return "correct the outcome";
        default:
            return "record the outcome";
    }
}

Error not_theirs(StopWho who, E event) {
    std::string message = "Only the chair of the board that this meeting belongs to";
    if (who == W::either_board) message += ", the chair of the board whose document it is";
    message +=
        ", or " + std::string(who == W::either_board ? "their secretariats" : "its secretariat");
    return {Code::forbidden, message + ", can " + std::string(to_do(event)) + "."};
}

Error no_such_step(S state, E event) {
    if (event == E::plan) return refused("This stop is already planned.");
    if (state == S::planned)
        return refused("The papers have not been issued for this stop, so it has no outcome yet.");
    if (state == S::issued)
        return refused(event == E::issue ? "The papers have already been issued for this stop."
                                         : "This stop has no outcome to correct yet.");
    return refused("The outcome of this stop is already recorded: " + std::string(to_words(state)) +
                   ". Correct it to record another.");
}

Result<void> check_comment(const std::string& comment, const StopStep& step) {
    if (step.comment_required && is_blank(comment)) {
        if (step.event == E::agree_with_comments)
            return invalid("comment", "Enter the comments of the board.");
        if (step.event == E::not_agree)
            return invalid("comment", "Enter why the board does not agree.");
        return invalid("comment", "Enter the reason.");
    }
    if (characters(comment) > comment_characters_max)
        return invalid("comment", "Shorten the text to " + std::to_string(comment_characters_max) +
                                      " characters or fewer.");
    return {};
}

std::vector<Effect> effects_of(const StopStep& step) {
    std::vector<Effect> effects;
    if (step.to == S::not_agreed) effects.push_back({EffectKind::block_circulation});
    const bool both = step.told == T::both;
    if (both || step.told == T::stop_board) add_mail(effects, step.mail, Audience::stop_board);
    if (both || step.told == T::owner) add_mail(effects, step.mail, Audience::owner);
    return effects;
}

}  // namespace

std::span<const StopStep> stop_steps() {
    return steps;
}

Result<StopDecision> decide(const Stop& stop, const StopCommand& command, const StopFacts& facts) {
    return decide(stop, command, facts, steps);
}

Result<StopDecision> decide(const Stop& stop, const StopCommand& command, const StopFacts& facts,
                            std::span<const StopStep> rows) {
    if (!may(facts.actor, W::either_board)) return not_theirs(W::either_board, command.event);
    const StopStep* step = find_step<StopStep>(rows, stop.state, command.event);
    if (step == nullptr) return no_such_step(stop.state, command.event);
    if (!may(facts.actor, step->who)) return not_theirs(step->who, command.event);
    if (auto checked = check_comment(command.comment, *step); !checked) return checked.error();
    if (step->guard.holds != nullptr)
        if (auto held = step->guard.holds(stop, facts); !held) return held.error();
    return StopDecision{step->to, effects_of(*step)};
}

std::vector<StopEvent> available_events(const Stop& stop, const StopFacts& facts) {
    std::vector<StopEvent> events;
    for (const StopStep& step : steps) {
        if (step.from != stop.state || !may(facts.actor, step.who)) continue;
        // The form behind "defer" asks for the other meeting.
        const bool ask_now = step.guard.holds != nullptr && step.event != E::defer;
        if (ask_now && !step.guard.holds(stop, facts)) continue;
        events.push_back(step.event);
    }
    return events;
}

bool is_outcome(StopState state) {
    return state != S::planned && state != S::issued;
}

bool is_agreement(StopState state) {
    return state == S::agreed || state == S::agreed_in_principle ||
           state == S::agreed_with_comments;
}

}  // namespace workflows
