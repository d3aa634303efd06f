#include "workflows/meetings/meeting.hpp"

#include "workflows/agenda/agenda.hpp"
#include "workflows/core/machine.hpp"
#include "workflows/meetings/step_words.hpp"
#include "workflows/meetings/words.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

using S = MeetingState;
using E = MeetingEvent;
namespace step_words = meetings::step_words;

Result<void> day_is_to_come(const PlannedDate& date, const MeetingFacts& facts) {
    const auto day = date.day();
    if (!day) return invalid("date", meetings::words::enter_the_date_you_can_only);
    if (*day < facts.today)
        return invalid("date", meetings::words::date_has_passed(long_date(*day)));
    return {};
}

Result<void> day_has_come(const PlannedDate& date, const MeetingFacts& facts) {
    const auto day = date.day();
    if (!day) return invalid("date", meetings::words::enter_the_date_the_meeting_took);
    if (*day > facts.today) return refused(meetings::words::can_be_recorded_from(long_date(*day)));
    return {};
}

Result<void> not_past(const PlannedDate& date, const MeetingFacts& facts) {
    const std::chrono::year_month_day today{facts.today};
    const auto day = date.day();
    const auto month = date.month();
    if ((day && *day < facts.today) || (month && *month < today.year() / today.month()))
        return invalid("date", meetings::words::that_date_has_passed_enter);
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

Error no_such_step(S state, E event) {
    if (state == S::provisional && event == E::publish_agenda)
        return refused(meetings::words::this_meeting_is_provisional_confirm_its);
    const bool over = state == S::held || state == S::cancelled;
    const auto& sentences = step_words::sentences_of(event);
    // What is over could once be done; a meeting to come cannot be, say, reinstated yet.
    return refused(
        over ? step_words::meeting_was(to_words(state)) + ' ' + std::string(sentences.can_no_longer)
             : step_words::meeting_is(to_words(state)) + ' ' + std::string(sentences.cannot));
}

Error not_theirs(E event) {
    return {Code::forbidden, std::string(step_words::sentences_of(event).forbidden)};
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
        return invalid("date", meetings::words::enter_the_new_date);
    const bool same = !command.new_date || *command.new_date == meeting.date;
    const bool same_times = (!command.starts || command.starts == meeting.starts) &&
                            (!command.ends || command.ends == meeting.ends);
    if (same && same_times)
        return invalid("date", meetings::words::the_meeting_already_has_that_date);
    return {};
}

Result<void> check_command(const Meeting& meeting, const MeetingCommand& command,
                           const MeetingStep& step) {
    if (step.reason_required && text::is_blank(command.comment))
        return invalid("comment", meetings::words::enter_the_reason_everyone_invited_will);
    if (text::characters(command.comment) > comment_characters_max)
        return invalid("comment", meetings::words::reason_characters_max(comment_characters_max));
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
    if (!starts) return invalid("ends", meetings::words::enter_the_start_time_as_well);
    if (*ends <= *starts)
        return invalid("ends", meetings::words::end_after_start(spoken_time(*starts)));
    return {};
}

}  // namespace workflows
