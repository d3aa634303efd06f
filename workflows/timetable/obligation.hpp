// One report to one board in a year, from expected to what the board did with it (protocol 4.4,
// appendix B): which steps there are, whose they are, and what they do to the agenda.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "workflows/casework/step.hpp"
#include "workflows/core/effects.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/timetable/seasons.hpp"

namespace workflows {

enum class ObligationState {
    expected,   // nobody has said at which meeting
    slotted,    // at a meeting of the board, which has a place for it on its agenda
    prepared,   // the paper is there
    delivered,  // it went out to the board, in a version
    agreed,
    consulted,
    informed,
    response_due,  // the board owes the owner an answer (protocol 4.3)
    responded,
    waived,  // not this year, with the reason
    missed   // the season or the meeting went by without it
};

enum class ObligationEvent {
    expect,
    slot,  // at a meeting, or at another one than before
    unslot,
    prepare,
    recall,  // the paper was taken back
    deliver,
    agree,
    consult,
    inform,
    await_response,
    respond,
    waive,
    miss,
    correct,   // the outcome was recorded by mistake
    reinstate  // waived or missed: expected after all
};

/// Whose step it is: the board that receives the report, or also the one that the report is of.
enum class ObligationWho { board, either };

/// What a step does to the agenda of the meeting.
enum class ObligationItem { stays, created, replaced, removed };

struct ObligationActor {
    bool board = false;    // chair or secretariat of the receiving board
    bool owner = false;    // chair or secretariat of a board that the report is of
    bool service = false;  // nobody: the program, which follows the agenda
};

/// A meeting that an obligation is or could be slotted to.
struct SlotMeeting {
    std::string id = {};
    std::string board = {};  // code
    PlannedDate date = {};
    MeetingState state = MeetingState::confirmed;
    std::optional<Day> papers_by = {};  // last day for papers; nothing while the day is open
};

struct ObligationCommand {
    ObligationEvent event = ObligationEvent::slot;
    std::string comment = {};            // reason, answer; UTF-8
    std::string version_label = {};      // deliver
    std::optional<Day> respond_by = {};  // await_response
};

struct ObligationFacts {
    Day today = {};
    ObligationActor actor = {};
    ReportPurpose purpose = ReportPurpose::inform;
    SeasonWindow season = {};
    std::optional<SlotMeeting> meeting = {};  // that it is slotted to
    std::optional<SlotMeeting> chosen = {};   // slot: of the same board
};

/// An obligation whose row has begun. Before that nobody has done anything about it, and it is
/// expected.
struct ObligationCase {
    using State = ObligationState;
    using Event = ObligationEvent;
    using Command = ObligationCommand;
    using Facts = ObligationFacts;
    using Who = ObligationWho;
    enum class Told { nobody, author };  // of the report
    using Then = ObligationItem;
    using Capacity = casework::Nothing;

    ObligationState state = ObligationState::expected;

    static constexpr Who anyone = Who::either;
    static std::optional<Capacity> capacity_of(const Facts& facts, Who who);
    static Error not_theirs(Who who, Event event);
    Error no_such_step(Event event, std::span<const casework::Step<ObligationCase>> steps) const;
    static Result<void> check_comment(const Command& command,
                                      const casework::Step<ObligationCase>& step);
};
using ObligationStep = casework::Step<ObligationCase>;

struct ObligationDecision {
    ObligationState to = ObligationState::expected;
    ObligationItem item = ObligationItem::stays;
};

std::span<const ObligationStep> obligation_steps();

/// Code::forbidden, Code::refused (no such step from here, or not yet), Code::invalid (field
/// "meeting", "comment", "version_label" or "respond_by").
Result<ObligationDecision> decide(ObligationState state, const ObligationCommand& command,
                                  const ObligationFacts& facts);
Result<ObligationDecision> decide(ObligationState state, const ObligationCommand& command,
                                  const ObligationFacts& facts,
                                  std::span<const ObligationStep> steps);

/// The steps to offer as forms, in the order of the table; a step that a form asks something for
/// (a meeting, a text) is offered before that is known.
std::vector<ObligationEvent> available_events(ObligationState state, const ObligationFacts& facts);

/// Whether the board has done its part: agreed, consulted, informed, or a response follows.
bool is_outcome(ObligationState state);
/// Whether nothing has come of it yet, good or bad.
bool is_open(ObligationState state);
/// Whether `meeting` can take it up: to come, of a known or open day, papers still in time.
/// Code::refused, saying why not.
Result<void> check_slot(const SlotMeeting& meeting, Day today);

template <>
inline constexpr auto names<ObligationState> = std::to_array<Name<ObligationState>>({
    {ObligationState::expected, "expected", "expected"},
    {ObligationState::slotted, "slotted", "on an agenda"},
    {ObligationState::prepared, "prepared", "paper ready"},
    {ObligationState::delivered, "delivered", "delivered"},
    {ObligationState::agreed, "agreed", "agreed"},
    {ObligationState::consulted, "consulted", "consulted"},
    {ObligationState::informed, "informed", "informed"},
    {ObligationState::response_due, "response_due", "response due"},
    {ObligationState::responded, "responded", "responded"},
    {ObligationState::waived, "waived", "waived"},
    {ObligationState::missed, "missed", "missed"},
});

template <>
inline constexpr auto names<ObligationEvent> = std::to_array<Name<ObligationEvent>>({
    {ObligationEvent::expect, "expect", "expect"},
    {ObligationEvent::slot, "slot", "put on an agenda"},
    {ObligationEvent::unslot, "unslot", "take off the agenda"},
    {ObligationEvent::prepare, "prepare", "record that the paper is ready"},
    {ObligationEvent::recall, "recall", "take the paper back"},
    {ObligationEvent::deliver, "deliver", "record as delivered"},
    {ObligationEvent::agree, "agree", "record as agreed"},
    {ObligationEvent::consult, "consult", "record as consulted"},
    {ObligationEvent::inform, "inform", "record as informed"},
    {ObligationEvent::await_response, "await_response", "ask for a response"},
    {ObligationEvent::respond, "respond", "record the response"},
    {ObligationEvent::waive, "waive", "waive"},
    {ObligationEvent::miss, "miss", "record as missed"},
    {ObligationEvent::correct, "correct", "correct the outcome"},
    {ObligationEvent::reinstate, "reinstate", "reinstate"},
});

template <>
inline constexpr auto names<ObligationWho> = std::to_array<Name<ObligationWho>>({
    {ObligationWho::board, "board", "receiving board"},
    {ObligationWho::either, "either", "receiving board or owner"},
});

template <>
inline constexpr auto names<ObligationItem> = std::to_array<Name<ObligationItem>>({
    {ObligationItem::stays, "stays", "as it is"},
    {ObligationItem::created, "created", "item added"},
    {ObligationItem::replaced, "replaced", "item moved"},
    {ObligationItem::removed, "removed", "item removed or struck through"},
});

}  // namespace workflows
