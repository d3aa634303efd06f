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
    if (!stop.has_meeting)
        return refused(
            "No meeting of this board is chosen. Choose one, or ask its chair for written assent.");
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

Result<void> stages_agree(const StopFacts& facts) {
    if (facts.missing.empty()) return {};
    std::string boards;
    for (const std::string& board : facts.missing)
        boards += (boards.empty() ? "" : ", ") + board;
    return refused("The stages before this one must agree first. Still missing: " + boards + ".");
}

Result<void> could_be_issued(const Stop& stop, const StopFacts& facts) {
    if (auto agreed = stages_agree(facts); !agreed) return agreed;
    return meeting_to_come(stop, facts);
}

// A board meets over what it can read. Papers may be with it already, on paper or by a colleague's
// mail, and outcomes of such rounds are worth recording: so the owner can say so, each time.
Result<void> board_can_read(const StopFacts& facts) {
    if (facts.has_file || facts.another_way) return {};
    return invalid("another_way",
                   "The PDF of this version is not here. Add it on the page of the circulation, or "
                   "tick that the papers go out another way.");
}

Result<void> may_be_issued(const Stop& stop, const StopFacts& facts) {
    if (auto could = could_be_issued(stop, facts); !could) return could;
    return board_can_read(facts);
}

Result<void> may_be_decided(const Stop& stop, const StopFacts& facts) {
    if (auto agreed = stages_agree(facts); !agreed) return agreed;
    return meeting_has_come(stop, facts);
}

// A board is not given another version on the eve of its meeting: the clear days count again.
Result<void> newer_in_time(const Stop& stop, const StopFacts& facts) {
    if (auto to_come = could_be_issued(stop, facts); !to_come) return to_come;
    if (!stop.outdated) return refused("The papers that went out are of the newest version.");
    if (stop.papers_by && *stop.papers_by < facts.today)
        return refused("The newest version can no longer go out in time: the last day was " +
                       long_date(*stop.papers_by) + ". Defer this stop to another meeting.");
    return board_can_read(facts);
}

// A chair who answers alone by a link has the text from nowhere else: there is no other way.
Result<void> may_be_asked(const Stop&, const StopFacts& facts) {
    if (!facts.closing) return invalid("closing", "Enter the last day for the answer.");
    if (*facts.closing <= facts.today)
        return invalid("closing", "Enter a last day for the answer that is after today.");
    if (*facts.closing - facts.today > std::chrono::days{assent_days_max})
        return invalid("closing", "Enter a last day for the answer within " +
                                      std::to_string(assent_days_max) + " days.");
    if (!facts.has_file)
        return refused(
            "The PDF of the newest version is not here, and the chair could not read what is "
            "asked. Add it on the page of the circulation first.");
    return {};
}

// Of a board that has said nothing yet: it takes its turn, as it would at a meeting [2.14].
Result<void> may_be_asked_first(const Stop& stop, const StopFacts& facts) {
    if (auto agreed = stages_agree(facts); !agreed) return agreed;
    return may_be_asked(stop, facts);
}

// Silence is not assent, and neither is an answer that came too late for the others to rely on.
Result<void> before_closing(const Stop& stop, const StopFacts& facts) {
    if (stop.assent_by && *stop.assent_by >= facts.today) return {};
    return refused("The last day for this answer has passed. The board that asks can ask again.");
}

constexpr StopStep::Guard always{};
constexpr StopStep::Guard to_come{"the meeting is to come, and the stages before agree",
                                  may_be_issued};
constexpr StopStep::Guard has_come{"the day of the meeting has come, and the stages before agree",
                                   may_be_decided};
constexpr StopStep::Guard other{"the other meeting is to come", other_meeting_to_come};
constexpr StopStep::Guard newer{"a newer version can still go out in time", newer_in_time};
constexpr StopStep::Guard closing{"the closing day is to come, and the text can be read",
                                  may_be_asked};
constexpr StopStep::Guard first_closing{"as when asked again, and the stages before agree",
                                        may_be_asked_first};
constexpr StopStep::Guard open{"the closing day has not passed", before_closing};

// clang-format off
constexpr auto steps = std::to_array<StopStep>({
//  from                     event                   to                       who              text   guard     mail template        told
  { std::nullopt,            E::plan,                S::planned,              W::either_board, false, always,   "",                  T::nobody     },
  { S::planned,              E::issue,               S::issued,               W::either_board, false, to_come,  "stop_issued",       T::stop_board },
  { S::planned,              E::defer,               S::planned,              W::either_board, false, other,    "stop_deferred",     T::both       },
  { S::planned,              E::ask_assent,          S::assent_asked,         W::owner,        false, first_closing, "assent_asked", T::stop_board },
  { S::planned,              E::withdraw,            S::withdrawn,            W::owner,        true,  always,   "stop_withdrawn",    T::stop_board },

  { S::issued,               E::reissue,             S::issued,               W::either_board, false, newer,    "stop_issued",       T::stop_board },
  { S::issued,               E::amend,               S::issued,               W::service,      false, always,   "stop_amended",      T::stop_board },
  { S::issued,               E::agree,               S::agreed,               W::stop_board,   false, has_come, "stop_outcome",      T::owner      },
  { S::issued,               E::agree_in_principle,  S::agreed_in_principle,  W::stop_board,   false, has_come, "stop_outcome",      T::owner      },
  { S::issued,               E::agree_with_comments, S::agreed_with_comments, W::stop_board,   true,  has_come, "stop_outcome",      T::owner      },
  { S::issued,               E::not_agree,           S::not_agreed,           W::stop_board,   true,  has_come, "stop_outcome",      T::owner      },
  { S::issued,               E::consult,             S::consulted,            W::stop_board,   false, has_come, "stop_outcome",      T::owner      },
  { S::issued,               E::note,                S::noted,                W::stop_board,   false, has_come, "stop_outcome",      T::owner      },
  { S::issued,               E::defer,               S::planned,              W::either_board, false, other,    "stop_deferred",     T::both       },
  { S::issued,               E::withdraw,            S::withdrawn,            W::owner,        true,  always,   "stop_withdrawn",    T::stop_board },

  { S::agreed,               E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected",    T::owner      },
  { S::agreed,               E::amend,               S::stale,                W::service,      false, always,   "",                  T::nobody     },
  { S::agreed_in_principle,  E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected",    T::owner      },
  { S::agreed_in_principle,  E::amend,               S::stale,                W::service,      false, always,   "",                  T::nobody     },
  { S::agreed_with_comments, E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected",    T::owner      },
  { S::agreed_with_comments, E::amend,               S::stale,                W::service,      false, always,   "",                  T::nobody     },
  { S::not_agreed,           E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected",    T::owner      },
  { S::not_agreed,           E::recirculate,         S::planned,              W::owner,        false, other,    "stop_recirculated", T::stop_board },
  { S::not_agreed,           E::withdraw,            S::withdrawn,            W::owner,        true,  always,   "stop_withdrawn",    T::stop_board },
  { S::consulted,            E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected",    T::owner      },
  { S::consulted,            E::amend,               S::views_stale,          W::service,      false, always,   "",                  T::nobody     },
  { S::noted,                E::correct,             S::issued,               W::stop_board,   true,  always,   "stop_corrected",    T::owner      },
  { S::noted,                E::amend,               S::views_stale,          W::service,      false, always,   "",                  T::nobody     },

  { S::stale,                E::recirculate,         S::planned,              W::owner,        false, other,    "stop_recirculated", T::stop_board },
  { S::stale,                E::ask_assent,          S::assent_asked,         W::owner,        false, closing,  "assent_asked",      T::stop_board },
  { S::stale,                E::inform,              S::informed,             W::owner,        false, always,   "stop_informed",     T::stop_board },
  { S::stale,                E::withdraw,            S::withdrawn,            W::owner,        true,  always,   "stop_withdrawn",    T::stop_board },
  { S::views_stale,          E::recirculate,         S::planned,              W::owner,        false, other,    "stop_recirculated", T::stop_board },
  { S::views_stale,          E::ask_assent,          S::assent_asked,         W::owner,        false, closing,  "assent_asked",      T::stop_board },
  { S::views_stale,          E::inform,              S::views_informed,       W::owner,        false, always,   "stop_informed",     T::stop_board },
  { S::views_stale,          E::withdraw,            S::withdrawn,            W::owner,        true,  always,   "stop_withdrawn",    T::stop_board },
  { S::assent_asked,         E::assent,              S::assented,             W::stop_board,   false, open,     "stop_outcome",      T::owner      },
  { S::assent_asked,         E::refuse_assent,       S::not_assented,         W::stop_board,   true,  open,     "stop_outcome",      T::owner      },
  { S::assent_asked,         E::ask_assent,          S::assent_asked,         W::owner,        false, closing,  "assent_asked",      T::stop_board },
  { S::assent_asked,         E::recirculate,         S::planned,              W::owner,        false, other,    "stop_recirculated", T::stop_board },
  { S::assent_asked,         E::amend,               S::stale,                W::service,      false, always,   "",                  T::nobody     },
  { S::assent_asked,         E::overtake,            S::planned,              W::service,      false, always,   "",                  T::nobody     },
  { S::assent_asked,         E::withdraw,            S::withdrawn,            W::owner,        true,  always,   "stop_withdrawn",    T::stop_board },
  { S::assented,             E::refuse_assent,       S::not_assented,         W::stop_board,   true,  open,     "stop_outcome",      T::owner      },
  { S::assented,             E::correct,             S::assent_asked,         W::stop_board,   true,  always,   "stop_corrected",    T::owner      },
  { S::assented,             E::amend,               S::stale,                W::service,      false, always,   "",                  T::nobody     },
  { S::not_assented,         E::assent,              S::assented,             W::stop_board,   false, open,     "stop_outcome",      T::owner      },
  { S::not_assented,         E::correct,             S::assent_asked,         W::stop_board,   true,  always,   "stop_corrected",    T::owner      },
  { S::not_assented,         E::ask_assent,          S::assent_asked,         W::owner,        false, closing,  "assent_asked",      T::stop_board },
  { S::not_assented,         E::recirculate,         S::planned,              W::owner,        false, other,    "stop_recirculated", T::stop_board },
  { S::not_assented,         E::withdraw,            S::withdrawn,            W::owner,        true,  always,   "stop_withdrawn",    T::stop_board },
  { S::informed,             E::recirculate,         S::planned,              W::owner,        false, other,    "stop_recirculated", T::stop_board },
  { S::informed,             E::amend,               S::stale,                W::service,      false, always,   "",                  T::nobody     },
  { S::views_informed,       E::recirculate,         S::planned,              W::owner,        false, other,    "stop_recirculated", T::stop_board },
  { S::views_informed,       E::amend,               S::views_stale,          W::service,      false, always,   "",                  T::nobody     },
  { S::withdrawn,            E::recirculate,         S::planned,              W::owner,        false, other,    "stop_recirculated", T::stop_board },
  { S::withdrawn,            E::ask_assent,          S::assent_asked,         W::owner,        false, first_closing, "assent_asked", T::stop_board },
});
// clang-format on

static_assert(is_sound<StopStep>(steps, {}));

bool may(const StopActor& actor, StopWho who) {
    switch (who) {
        case W::stop_board:
            return actor.stop_board;
        case W::owner:
            return actor.owner;
        case W::either_board:
            return actor.stop_board || actor.owner;
        case W::service:
            break;
    }
    return actor.service;
}

bool has_relation(const StopActor& actor) {
    return may(actor, W::either_board) || may(actor, W::service);
}

std::string_view to_do(E event) {
    switch (event) {
        case E::plan:
            return "plan this stop";
        case E::issue:
        case E::reissue:
            return "issue the papers";
        case E::defer:
            return "defer this stop";
        case E::correct:
            return "correct the outcome";
        case E::amend:
        case E::overtake:
        case E::recirculate:
        case E::ask_assent:
        case E::inform:
            return "choose how it goes on";
        case E::assent:
        case E::refuse_assent:
            return "answer in writing";
        case E::withdraw:
            return "withdraw this stop";
        default:
            return "record the outcome";
    }
}

Error not_theirs(StopWho who, E event) {
    if (who == W::service)
        return {Code::forbidden, "This follows from a new version of the document by itself."};
    std::string message = "Only the chair of the board that this meeting belongs to";
    if (who == W::owner) message = "Only the chair of the board whose document it is";
    if (who == W::either_board) message += ", the chair of the board whose document it is";
    message +=
        ", or " + std::string(who == W::either_board ? "their secretariats" : "its secretariat");
    return {Code::forbidden, message + ", can " + std::string(to_do(event)) + "."};
}

Error no_such_step(S state, E event) {
    if (event == E::plan) return refused("This stop is already planned.");
    if (event == E::assent || event == E::refuse_assent)
        return refused("This board is not asked for written assent now.");
    if (is_own_step(event) || event == E::ask_assent || event == E::inform ||
        event == E::recirculate || event == E::withdraw)
        return refused(
            "This cannot be done while the stop stands at: " + std::string(to_words(state)) + ".");
    if (state == S::planned)
        return refused("The papers have not been issued for this stop, so it has no outcome yet.");
    if (state == S::issued)
        return refused(event == E::issue ? "The papers have already been issued for this stop."
                                         : "This stop has no outcome to correct yet.");
    if (state == S::withdrawn) return refused("This stop was withdrawn.");
    return refused("The outcome of this stop is already recorded: " + std::string(to_words(state)) +
                   ". Correct it to record another.");
}

Result<void> check_comment(const std::string& comment, const StopStep& step) {
    if (step.comment_required && is_blank(comment)) {
        if (step.event == E::agree_with_comments)
            return invalid("comment", "Enter the comments of the board.");
        if (step.event == E::not_agree || step.event == E::refuse_assent)
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
    if (is_refusal(step.to)) effects.push_back({EffectKind::block_circulation});
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
    if (!has_relation(facts.actor)) return not_theirs(W::either_board, command.event);
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
        if (is_own_step(step.event)) continue;
        // The forms behind these ask for the other meeting or the closing day.
        const bool asks =
            step.event == E::defer || step.event == E::recirculate || step.event == E::ask_assent;
        const bool ask_now = step.guard.holds != nullptr && !asks;
        if (ask_now && !step.guard.holds(stop, facts)) continue;
        events.push_back(step.event);
    }
    return events;
}

std::vector<std::string> gate_missing(std::span<const Stop> stops, int stage) {
    std::vector<std::string> missing;
    for (const Stop& stop : stops) {
        const bool before = stop.stage < stage && stop.state != S::withdrawn;
        if (before && !is_agreement(stop.state)) missing.push_back(stop.board);
    }
    return missing;
}

bool is_outcome(StopState state) {
    return is_agreement(state) || is_refusal(state) || state == S::consulted || state == S::noted ||
           state == S::views_informed;
}

bool is_own_step(StopEvent event) {
    return event == E::amend || event == E::overtake;
}

bool is_stale(StopState state) {
    return state == S::stale || state == S::views_stale;
}

bool is_agreement(StopState state) {
    return state == S::agreed || state == S::agreed_in_principle ||
           state == S::agreed_with_comments || state == S::assented || state == S::informed;
}

bool is_refusal(StopState state) {
    return state == S::not_agreed || state == S::not_assented;
}

bool is_settled(StopState state) {
    return state == S::withdrawn || (is_outcome(state) && !is_refusal(state));
}

}  // namespace workflows
