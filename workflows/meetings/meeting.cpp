#include "workflows/meetings/meeting.hpp"

#include "workflows/agenda/agenda.hpp"
#include "workflows/core/machine.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

using S = MeetingState;
using E = MeetingEvent;

Result<void> day_is_to_come(const PlannedDate& date, const MeetingFacts& facts) {
    const auto day = date.day();
    if (!day) return invalid("date", "Enter the day. Only a meeting with a day can be confirmed.");
    if (*day < facts.today)
        return invalid("date", "That day, " + long_date(*day) +
                                   ", has passed. Enter a day to come, or record the meeting as "
                                   "held.");
    return {};
}

Result<void> day_has_come(const PlannedDate& date, const MeetingFacts& facts) {
    const auto day = date.day();
    if (!day) return invalid("date", "Enter the day on which the meeting took place.");
    if (*day > facts.today)
        return refused("This meeting is on " + long_date(*day) +
                       ". It can be recorded as held from that day.");
    return {};
}

Result<void> not_past(const PlannedDate& date, const MeetingFacts& facts) {
    const std::chrono::year_month_day today{facts.today};
    const auto day = date.day();
    const auto month = date.month();
    if ((day && *day < facts.today) || (month && *month < today.year() / today.month()))
        return invalid("date", "That date has passed. Enter a date to come.");
    return {};
}

constexpr MeetingStep::Guard always{};
constexpr MeetingStep::Guard to_come{"the date has a day, not past", day_is_to_come};
constexpr MeetingStep::Guard has_come{"the day has come", day_has_come};
constexpr MeetingStep::Guard open_or_to_come{"the date is not past", not_past};
constexpr auto update = EffectKind::update_invitations;
constexpr auto withdraw = EffectKind::cancel_invitations;
constexpr auto nothing = std::nullopt;

// clang-format off
constexpr auto steps = std::to_array<MeetingStep>({
//  from            event              to              reason  guard            mail to those invited  calendar
  { std::nullopt,   E::propose,        S::provisional, false,  open_or_to_come, "",                    nothing  },
  { std::nullopt,   E::call,           S::confirmed,   false,  to_come,         "meeting_confirmed",   update   },
  { std::nullopt,   E::record,         S::held,        false,  has_come,        "",                    nothing  },

  { S::provisional, E::confirm,        S::confirmed,   false,  to_come,         "meeting_confirmed",   update   },
  { S::provisional, E::move,           S::provisional, false,  open_or_to_come, "meeting_moved",       update   },
  { S::provisional, E::hold,           S::held,        false,  has_come,        "",                    nothing  },
  { S::provisional, E::cancel,         S::cancelled,   true,   always,          "meeting_cancelled",   withdraw },

  { S::confirmed,   E::move,           S::confirmed,   false,  to_come,         "meeting_moved",       update   },
  { S::confirmed,   E::publish_agenda, S::confirmed,   false,  to_come,         "agenda_published",    nothing  },
  { S::confirmed,   E::hold,           S::held,        false,  has_come,        "",                    nothing  },
  { S::confirmed,   E::cancel,         S::cancelled,   true,   always,          "meeting_cancelled",   withdraw },

  { S::held,        E::correct,        S::confirmed,   true,   always,          "",                    nothing  },
  { S::cancelled,   E::reinstate,      S::provisional, true,   open_or_to_come, "meeting_reinstated",  update   },
});
// clang-format on

static_assert(is_sound<MeetingStep>(steps, {}));

std::string_view to_do(E event) {
    switch (event) {
        case E::propose:
            return "propose this meeting";
        case E::call:
            return "call this meeting";
        case E::record:
            return "record this meeting";
        case E::confirm:
            return "confirm this meeting";
        case E::move:
            return "move this meeting";
        case E::publish_agenda:
            return "publish the agenda of this meeting";
        case E::hold:
            return "record this meeting as held";
        case E::cancel:
            return "cancel this meeting";
        case E::reinstate:
            return "reinstate this meeting";
        case E::correct:
            return "record this meeting as not held";
    }
    return {};
}

/// "…, so it can no longer be moved."
std::string_view done(E event) {
    switch (event) {
        case E::propose:
            return "be proposed again";
        case E::call:
            return "be called again";
        case E::record:
            return "be recorded again";
        case E::confirm:
            return "be confirmed";
        case E::move:
            return "be moved";
        case E::publish_agenda:
            return "have an agenda published";
        case E::hold:
            return "be recorded as held";
        case E::cancel:
            return "be cancelled";
        case E::reinstate:
            return "be reinstated";
        case E::correct:
            return "be recorded as not held";
    }
    return {};
}

Error no_such_step(S state, E event) {
    std::string message = "This meeting ";
    if (state == S::provisional && event == E::publish_agenda)
        return refused(
            "This meeting is provisional. Confirm its date before you publish the agenda.");
    const bool over = state == S::held || state == S::cancelled;
    message += over ? "was " : "is ";
    message += to_words(state);
    // What is over could once be done; a meeting to come cannot be, say, reinstated yet.
    message += over ? ", so it can no longer " : ", so it cannot ";
    return refused(message + std::string(done(event)) + ".");
}

Error not_theirs(E event) {
    return {Code::forbidden, "Only the chair of this board, or its secretariat, can " +
                                 std::string(to_do(event)) + "."};
}

bool may(const MeetingActor& actor) {
    return actor.chair || actor.secretariat;
}

/// Whether a date that people know gives way to another; a month that gets its day does not move.
bool leaves_date(const PlannedDate& before, const PlannedDate& after) {
    if (before.day()) return before != after;
    return before.month() && before.month() != after.month();
}

Result<void> check_move(const Meeting& meeting, const MeetingCommand& command) {
    if (!command.new_date && !command.starts && !command.ends)
        return invalid("date", "Enter the new date.");
    const bool same = !command.new_date || *command.new_date == meeting.date;
    const bool same_times = (!command.starts || command.starts == meeting.starts) &&
                            (!command.ends || command.ends == meeting.ends);
    if (same && same_times)
        return invalid("date", "The meeting already has that date. Enter another date or time.");
    return {};
}

Result<void> check_command(const Meeting& meeting, const MeetingCommand& command,
                           const MeetingStep& step) {
    if (step.reason_required && text::is_blank(command.comment))
        return invalid("comment", "Enter the reason. Everybody invited will see it.");
    if (text::characters(command.comment) > comment_characters_max)
        return invalid("comment", "Shorten the text to " + std::to_string(comment_characters_max) +
                                      " characters or fewer.");
    if (step.event == E::move)
        if (auto checked = check_move(meeting, command); !checked) return checked;
    return check_times(command.starts ? command.starts : meeting.starts,
                       command.ends ? command.ends : meeting.ends);
}

MeetingDecision decision(const MeetingStep& step, const Meeting& meeting, PlannedDate date) {
    MeetingDecision decided{step.to, date};
    const bool left = leaves_date(meeting.date, date);
    if (left) decided.effects.push_back({EffectKind::keep_old_date});
    if (step.then) decided.effects.push_back({*step.then});
    // A month that gets its day is told when the day is confirmed, not before.
    const bool only_filled_in = step.event == E::move && !left && meeting.date != date;
    if (!only_filled_in) add_mail(decided.effects, step.mail, Audience::invited);
    return decided;
}

}  // namespace

std::span<const MeetingStep> meeting_steps() {
    return steps;
}

Result<MeetingDecision> check_new(const Meeting& meeting, MeetingEvent event,
                                  const MeetingFacts& facts) {
    const MeetingStep* step = find_step<MeetingStep>(steps, std::nullopt, event);
    if (step == nullptr) return no_such_step(meeting.state, event);
    if (!may(facts.actor)) return not_theirs(event);
    if (auto times = check_times(meeting.starts, meeting.ends); !times) return times.error();
    if (auto held = step->guard.holds(meeting.date, facts); !held) return held.error();
    return decision(*step, meeting, meeting.date);
}

Result<MeetingDecision> decide(const Meeting& meeting, const MeetingCommand& command,
                               const MeetingFacts& facts) {
    return decide(meeting, command, facts, steps);
}

Result<MeetingDecision> decide(const Meeting& meeting, const MeetingCommand& command,
                               const MeetingFacts& facts, std::span<const MeetingStep> rows) {
    if (!may(facts.actor)) return not_theirs(command.event);
    const MeetingStep* step = find_step<MeetingStep>(rows, meeting.state, command.event);
    if (step == nullptr) return no_such_step(meeting.state, command.event);
    if (auto checked = check_command(meeting, command, *step); !checked) return checked.error();
    const bool redates = command.event == E::confirm || command.event == E::move;
    const PlannedDate date = redates ? command.new_date.value_or(meeting.date) : meeting.date;
    if (step->guard.holds != nullptr)
        if (auto held = step->guard.holds(date, facts); !held) return held.error();
    return decision(*step, meeting, date);
}

std::vector<MeetingEvent> available_events(const Meeting& meeting, const MeetingFacts& facts) {
    std::vector<MeetingEvent> events;
    if (!may(facts.actor)) return events;
    for (const MeetingStep& step : steps) {
        if (step.from != meeting.state) continue;
        // The form behind these asks for a date; the others stand on the date as it is.
        const bool asks_date = step.event == E::confirm || step.event == E::move;
        if (!asks_date && step.guard.holds != nullptr && !step.guard.holds(meeting.date, facts))
            continue;
        events.push_back(step.event);
    }
    return events;
}

Result<void> check_times(std::optional<TimeOfDay> starts, std::optional<TimeOfDay> ends) {
    if (!ends) return {};
    if (!starts) return invalid("ends", "Enter the time the meeting starts as well.");
    if (*ends <= *starts)
        return invalid("ends",
                       "The meeting must end after it starts, at " + spoken_time(*starts) + ".");
    return {};
}

}  // namespace workflows
