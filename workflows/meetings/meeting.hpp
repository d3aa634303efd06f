// The life of a meeting: provisional, confirmed, held or cancelled; a move keeps the old date.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "workflows/core/effects.hpp"
#include "workflows/core/names.hpp"
#include "workflows/core/openness.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/core/result.hpp"

namespace workflows {

enum class MeetingState { provisional, confirmed, held, cancelled };

enum class MeetingEvent {
    propose,         // creates: the date is a day, a month or to be confirmed
    call,            // creates with a certain day
    record,          // creates one that has already taken place
    confirm,         // the day is certain
    move,            // another date; the old one stays listed
    publish_agenda,  // a version of the agenda goes out
    hold,            // the meeting took place
    cancel,
    reinstate,  // a cancelled meeting takes place after all
    correct     // it was recorded as held by mistake
};

enum class MeetingKind { meeting, workshop, joint, executive, chairs, resolution };

/// Provisional or confirmed: it may still take place. All others were held or cancelled.
constexpr bool is_to_come(MeetingState state) {
    return state == MeetingState::provisional || state == MeetingState::confirmed;
}

/// What the signed-in person is to the board that meets; either may take every step.
struct MeetingActor {
    bool chair = false;
    bool secretariat = false;
};

/// One legal move of a meeting.
struct MeetingStep;

/// What decide() needs to know of a meeting.
struct Meeting {
    MeetingState state = MeetingState::provisional;
    MeetingKind kind = MeetingKind::meeting;
    PlannedDate date = {};
    std::optional<TimeOfDay> starts = {};
    std::optional<TimeOfDay> ends = {};
    bool agenda_published = false;
};

struct MeetingCommand {
    MeetingEvent event = MeetingEvent::confirm;
    std::string comment = {};  // the reason, UTF-8
    /// confirm: the day if it was open; move: the new date.
    std::optional<PlannedDate> new_date = {};
    std::optional<TimeOfDay> starts = {};  // confirm, move: the new times, nothing: as they are
    std::optional<TimeOfDay> ends = {};
};

struct MeetingFacts {
    Day today = {};
    MeetingActor actor = {};
};

struct MeetingDecision {
    MeetingState to = MeetingState::provisional;
    PlannedDate date = {};  // the date from now on
    std::vector<Effect> effects = {};
};

std::span<const MeetingStep> meeting_steps();

/// Decides one step. Code::forbidden (not chair or secretariat of the board), Code::refused (no
/// such step from this state), Code::invalid (field "comment", "date", "ends").
Result<MeetingDecision> decide(const Meeting& meeting, const MeetingCommand& command,
                               const MeetingFacts& facts);
Result<MeetingDecision> decide(const Meeting& meeting, const MeetingCommand& command,
                               const MeetingFacts& facts, std::span<const MeetingStep> steps);

/// Decides the creation by `event` (propose, call or record) of a meeting with `meeting.date`.
Result<MeetingDecision> check_new(const Meeting& meeting, MeetingEvent event,
                                  const MeetingFacts& facts);

/// The steps to offer as buttons, in the order of the table.
std::vector<MeetingEvent> available_events(const Meeting& meeting, const MeetingFacts& facts);

/// An end is after its start; an end needs a start. Code::invalid, field "ends".
Result<void> check_times(std::optional<TimeOfDay> starts, std::optional<TimeOfDay> ends);

struct MeetingStep {
    using State = MeetingState;
    using Event = MeetingEvent;
    /// A condition that the state alone does not show; `name` is printed in the table.
    struct Guard {
        std::string_view name = {};
        Result<void> (*holds)(const PlannedDate& date, const MeetingFacts& facts) = nullptr;
    };

    std::optional<MeetingState> from;
    MeetingEvent event;
    MeetingState to;
    bool reason_required;
    Guard guard;
    std::string_view mail;           // to everybody invited; empty: nobody is told
    std::optional<EffectKind> then;  // what happens to the calendar entries
};

template <>
inline constexpr auto names<MeetingState> = std::to_array<Name<MeetingState>>({
    {MeetingState::provisional, "provisional", "provisional"},
    {MeetingState::confirmed, "confirmed", "confirmed"},
    {MeetingState::held, "held", "held"},
    {MeetingState::cancelled, "cancelled", "cancelled"},
});

template <>
inline constexpr auto names<MeetingEvent> = std::to_array<Name<MeetingEvent>>({
    {MeetingEvent::propose, "propose", "propose"},
    {MeetingEvent::call, "call", "call"},
    {MeetingEvent::record, "record", "record as held before"},
    {MeetingEvent::confirm, "confirm", "confirm the date"},
    {MeetingEvent::move, "move", "move"},
    {MeetingEvent::publish_agenda, "publish_agenda", "publish the agenda"},
    {MeetingEvent::hold, "hold", "record as held"},
    {MeetingEvent::cancel, "cancel", "cancel"},
    {MeetingEvent::reinstate, "reinstate", "reinstate"},
    {MeetingEvent::correct, "correct", "record as not held"},
});

template <>
inline constexpr auto names<MeetingKind> = std::to_array<Name<MeetingKind>>({
    {MeetingKind::meeting, "meeting", "meeting"},
    {MeetingKind::workshop, "workshop", "workshop"},
    {MeetingKind::joint, "joint", "joint meeting"},
    {MeetingKind::executive, "executive", "executive meeting"},
    {MeetingKind::chairs, "chairs", "chairs’ meeting"},
    {MeetingKind::resolution, "resolution", "resolution meeting"},
});

}  // namespace workflows
