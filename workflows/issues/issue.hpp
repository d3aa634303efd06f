// What two boards cannot settle between their chairs goes up a ladder, one step at a time and by a
// person's hand (joint working protocol 4.6); a concern about the protocol itself goes up another
// (6.3). No step is taken by the clock.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "workflows/core/names.hpp"
#include "workflows/core/result.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace workflows {

enum class IssueKind {
    boards,   // between two boards, 4.6
    protocol  // about the protocol itself, 6.3
};

enum class IssueState {
    with_chair,  // raised with the chair of the other board
    chairs_together,
    resolution_meeting,
    senior_officers,  // with the lead member
    reopened,         // which step it goes to is still to be said
    resolved,
    withdrawn
};

enum class IssueEvent {
    raise,
    raise_from_request,  // the chair has been asked already
    chairs_together,
    resolution_meeting,
    senior_officers,
    keep,  // at its step: a note, another holder or another next date
    resolve,
    withdraw,
    reopen
};

enum class ProtocolState {
    own_chair,      // an agency raises it with the chair of its board
    other_chairs,   // that chair speaks to other chairs, informally
    board_concern,  // it is a concern of the board
    senior_officers,
    reopened,
    resolved,
    withdrawn
};

enum class ProtocolEvent {
    raise,
    other_chairs,
    board_concern,
    senior_officers,
    keep,
    resolve,
    withdraw,
    reopen
};

/// Who may take a step. A secretariat may do whatever its chair may, on behalf of the chair.
enum class IssueWho {
    raising_chair,
    either_chair,
    holder_too  // either chair, or whoever holds it now
};

/// Who hears of a step: the holder always does.
enum class IssueTold { nobody, holder, both_sides };

struct IssueActor {
    bool raising_chair = false;
    bool raising_secretariat = false;
    bool asked_chair = false;
    bool asked_secretariat = false;
    bool holder = false;
};

struct IssueFacts {
    Day today = {};
    IssueActor actor = {};
};

/// What somebody acts as; Side::asking: the board that raised it.
struct IssueCapacity {
    Side side = Side::asking;
    bool on_behalf = false;
    bool by_holder = false;  // who is of neither side's chair nor secretariat
};

/// What a step of either ladder comes with.
template <class EventT>
struct LadderCommand {
    EventT event = {};
    std::string comment = {};           // reason, note or the way forward
    std::string holder = {};            // person key
    std::optional<Day> next_date = {};  // by when the next thing happens
    std::string asked_board = {};       // other_chairs only: whose chair is spoken to
};

/// What one of the two ladders needs to know of an issue: two kinds of case, each with its table.
template <class StateT, class EventT>
struct LadderCase {
    using State = StateT;
    using Event = EventT;
    using Command = LadderCommand<EventT>;
    using Facts = IssueFacts;
    using Who = IssueWho;
    using Told = IssueTold;
    struct Then {
        int passed_over = 0;  // steps of the ladder that are left out, with a reason
    };
    using Capacity = IssueCapacity;

    StateT state = {};
    std::string raising_board = {};
    std::string asked_board = {};

    static constexpr Who anyone = Who::holder_too;
    static std::optional<Capacity> capacity_of(const Facts& facts, Who who);
    static Error not_theirs(Who who, Event event);
    Error no_such_step(Event event, std::span<const casework::Step<LadderCase>> steps) const;
    static Result<void> check_comment(const Command& command,
                                      const casework::Step<LadderCase>& step);
};
using BoardIssue = LadderCase<IssueState, IssueEvent>;
using ProtocolConcern = LadderCase<ProtocolState, ProtocolEvent>;
using IssueStep = casework::Step<BoardIssue>;
using ProtocolStep = casework::Step<ProtocolConcern>;

std::span<const IssueStep> issue_steps();
std::span<const ProtocolStep> protocol_steps();

/// Where an issue stands on the ladder of its kind.
using IssueStage = std::variant<IssueState, ProtocolState>;

struct Issue {
    IssueKind kind = IssueKind::boards;
    IssueStage state = {};
    std::string raising_board = {};  // code
    std::string asked_board = {};    // code; of a protocol concern empty until it is named
    std::string agency = {};         // that raises a protocol concern
    std::string title = {};
    std::string text = {};
};

/// `event`: the text of an IssueEvent or a ProtocolEvent, by the kind of the issue.
struct IssueCommand {
    std::string event = {};
    std::string comment = {};           // reason, note or the way forward
    std::string holder = {};            // person key
    std::optional<Day> next_date = {};  // by when the next thing happens
    std::string asked_board = {};       // other_chairs only: whose chair is spoken to
};

struct IssueDecision {
    IssueStage to = {};
    Side acted_for = Side::asking;
    bool on_behalf = false;
    bool by_holder = false;  // who is of neither side's chair nor secretariat
    IssueTold told = IssueTold::both_sides;
    bool open = true;  // whether it has a holder and a next date from now on
};

/// Checks an issue that is about to be raised by `command.event` (raise or raise_from_request).
/// Code::forbidden; Code::invalid with field "title", "text", "agency", "asked_board", "holder" or
/// "next_date". Text that looks like case data is Code::invalid.
Result<IssueDecision> check_new(const Issue& issue, const IssueCommand& command,
                                const IssueFacts& facts);

/// Decides one step. Code::forbidden, Code::refused (no such step from here), Code::invalid (field
/// "comment", "holder", "next_date" or "asked_board"), Code::not_found (no such step at all).
Result<IssueDecision> decide(const Issue& issue, const IssueCommand& command,
                             const IssueFacts& facts);

/// A button of the page, in the order of the table.
struct IssueChoice {
    std::string event = {};
    std::string_view button = {};  // "Take it to a resolution meeting"
    std::string_view box = {};     // label of the text box
    CommentRule comment = CommentRule::optional;
    int passed_over = 0;
    bool stays_open = true;  // asks for holder and next date
    IssueStage to = {};
};
std::vector<IssueChoice> available_events(const Issue& issue, const IssueFacts& facts);

/// As stored ("chairs_together"), and in words ("chairs together").
std::string_view to_text(const IssueStage& stage);
std::string_view to_words(const IssueStage& stage);
/// The state of that kind of issue that is stored as `text`.
std::optional<IssueStage> issue_stage(IssueKind kind, std::string_view text);
/// What an event of a history was, in words; `event` itself where no table has it.
std::string_view issue_event_words(IssueKind kind, std::string_view event);
/// Not resolved and not withdrawn.
constexpr bool is_open_issue(IssueState state) {
    return state != IssueState::resolved && state != IssueState::withdrawn;
}
constexpr bool is_open_issue(ProtocolState state) {
    return state != ProtocolState::resolved && state != ProtocolState::withdrawn;
}
constexpr bool is_open_issue(const IssueStage& stage) {
    return std::visit([](auto state) { return is_open_issue(state); }, stage);
}
constexpr bool is_resolved(const IssueStage& stage) {
    return stage == IssueStage(IssueState::resolved) ||
           stage == IssueStage(ProtocolState::resolved);
}
/// With the lead member: the last step of both ladders.
constexpr bool is_with_senior_officers(const IssueStage& stage) {
    return stage == IssueStage(IssueState::senior_officers) ||
           stage == IssueStage(ProtocolState::senior_officers);
}
/// The steps of a ladder from the bottom.
std::vector<IssueStage> ladder_of(IssueKind kind);
/// The meeting that a step is held at; nothing for a step without one.
std::optional<MeetingKind> meeting_kind_of(const IssueStage& stage);

/// "I-2018-003".
std::string issue_reference(int year, int number);

template <>
inline constexpr auto names<IssueKind> = std::to_array<Name<IssueKind>>({
    {IssueKind::boards, "boards", "between two boards"},
    {IssueKind::protocol, "protocol", "about the protocol itself"},
});

template <>
inline constexpr auto names<IssueState> = std::to_array<Name<IssueState>>({
    {IssueState::with_chair, "with_chair", "raised with the chair"},
    {IssueState::chairs_together, "chairs_together", "chairs’ meeting"},
    {IssueState::resolution_meeting, "resolution_meeting", "resolution meeting"},
    {IssueState::senior_officers, "senior_officers", "senior officers with the lead member"},
    {IssueState::reopened, "reopened", "reopened"},
    {IssueState::resolved, "resolved", "resolved"},
    {IssueState::withdrawn, "withdrawn", "withdrawn"},
});

template <>
inline constexpr auto names<IssueEvent> = std::to_array<Name<IssueEvent>>({
    {IssueEvent::raise, "raise", "raise"},
    {IssueEvent::raise_from_request, "raise_from_request", "escalate a request"},
    {IssueEvent::chairs_together, "chairs_together", "refer to a chairs’ meeting"},
    {IssueEvent::resolution_meeting, "resolution_meeting", "refer to a resolution meeting"},
    {IssueEvent::senior_officers, "senior_officers", "refer to senior officers"},
    {IssueEvent::keep, "keep", "stay at this step"},
    {IssueEvent::resolve, "resolve", "record the way forward"},
    {IssueEvent::withdraw, "withdraw", "withdraw"},
    {IssueEvent::reopen, "reopen", "reopen"},
});

template <>
inline constexpr auto names<ProtocolState> = std::to_array<Name<ProtocolState>>({
    {ProtocolState::own_chair, "own_chair", "with the agency’s own chair"},
    {ProtocolState::other_chairs, "other_chairs", "informally with other chairs"},
    {ProtocolState::board_concern, "board_concern", "a board concern"},
    {ProtocolState::senior_officers, "senior_officers", "senior officers with the lead member"},
    {ProtocolState::reopened, "reopened", "reopened"},
    {ProtocolState::resolved, "resolved", "resolved"},
    {ProtocolState::withdrawn, "withdrawn", "withdrawn"},
});

template <>
inline constexpr auto names<ProtocolEvent> = std::to_array<Name<ProtocolEvent>>({
    {ProtocolEvent::raise, "raise", "raise"},
    {ProtocolEvent::other_chairs, "other_chairs", "raise with other chairs"},
    {ProtocolEvent::board_concern, "board_concern", "refer to the board"},
    {ProtocolEvent::senior_officers, "senior_officers", "refer to senior officers"},
    {ProtocolEvent::keep, "keep", "stay at this step"},
    {ProtocolEvent::resolve, "resolve", "record the way forward"},
    {ProtocolEvent::withdraw, "withdraw", "withdraw"},
    {ProtocolEvent::reopen, "reopen", "reopen"},
});

template <>
inline constexpr auto names<IssueWho> = std::to_array<Name<IssueWho>>({
    {IssueWho::raising_chair, "raising_chair", "chair who raised it"},
    {IssueWho::either_chair, "either_chair", "either chair"},
    {IssueWho::holder_too, "holder_too", "either chair, or the person dealing with it"},
});

template <>
inline constexpr auto names<IssueTold> = std::to_array<Name<IssueTold>>({
    {IssueTold::nobody, "nobody", "nobody"},
    {IssueTold::holder, "holder", "the person dealing with it"},
    {IssueTold::both_sides, "both_sides", "both boards and the person dealing with it"},
});

}  // namespace workflows
