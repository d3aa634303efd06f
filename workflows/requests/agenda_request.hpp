// One chair asks another board for something: information, an agenda item, a joint meeting
// (joint working protocol 4.5 (a) to (c)), and what follows when the answer is no (4.6).
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "workflows/agenda/agenda.hpp"
#include "workflows/casework/step.hpp"
#include "workflows/core/effects.hpp"
#include "workflows/core/names.hpp"
#include "workflows/core/result.hpp"
#include "workflows/meetings/meeting.hpp"

namespace workflows {

enum class RequestKind { information, agenda_item, joint_meeting };

/// What the asking board wants back (protocol 4.3).
enum class ResponseWanted { none, note, comment, decide, act, report_back };

enum class RequestState {
    sent,
    considering,
    offered,
    returned,
    accepted,
    declined,
    escalated,
    answered,
    closed,
    withdrawn
};

enum class RequestEvent {
    send,
    acknowledge,
    accept,
    accept_late,
    offer,
    agree,
    insist,
    ask_more,
    resend,
    decline,
    escalate,
    withdraw,
    answer,
    send_extract,  // of the minutes, back to the board that asked
    close,
    reopen
};

enum class OfferKind { meeting, correspondence, chairs_meeting };

struct Offer {
    OfferKind kind = OfferKind::meeting;
    std::string meeting = {};  // id; only for OfferKind::meeting
};

/// Who may take a step. A secretariat may do whatever its chair may, on behalf of the chair.
enum class RequestWho { asking_chair, asked_chair, asked_secretariat, either_chair };

/// Who hears of a step.
enum class RequestTold { asking_side, asked_side, both_sides };

enum class Side { asking, asked };

/// What somebody acts as: for which of two boards, and whether for its chair.
struct SideCapacity {
    Side side = Side::asking;
    bool on_behalf = false;
};

/// What the signed-in person is to the two boards; one post can be several of these.
struct RequestActor {
    bool asking_chair = false;
    bool asking_secretariat = false;
    bool asked_chair = false;
    bool asked_secretariat = false;
};

struct RequestCommand;
struct RequestFacts;

struct AgendaRequest {
    using State = RequestState;
    using Event = RequestEvent;
    using Command = RequestCommand;
    using Facts = RequestFacts;
    using Who = RequestWho;
    using Told = RequestTold;
    enum class Then { nothing, place, remove };  // the item or meeting: made, or taken back
    using Capacity = SideCapacity;

    RequestKind kind = RequestKind::agenda_item;
    RequestState state = RequestState::sent;
    std::string from_board = {};  // id of the board that asks
    std::string to_board = {};    // id of the board that is asked
    std::string title = {};       // 1 to 200 characters
    std::string details = {};     // up to comment_characters_max
    std::optional<ItemPurpose> purpose = {};
    std::optional<ResponseWanted> response = {};
    /// By when the asked chair should have dealt with the request; silence past it is overdue.
    std::optional<Day> consider_by = {};
    /// By when the response or the item is wanted.
    std::optional<Day> answer_by = {};
    std::optional<Offer> offer = {};  // the latest offer of the asked board
    bool has_item = false;            // an item stands on an agenda because of this request
    bool has_meeting = false;         // a meeting was planned because of it, without an item
    bool has_extract = false;  // what the minutes say of it has gone back since it was answered

    static constexpr Who anyone = Who::either_chair;
    static std::optional<Capacity> capacity_of(const Facts& facts, Who who);
    static Error not_theirs(Who who, Event event);
    Error no_such_step(Event event, std::span<const casework::Step<AgendaRequest>> steps) const;
    static Result<void> check_comment(const Command& command,
                                      const casework::Step<AgendaRequest>& step);
};
using RequestStep = casework::Step<AgendaRequest>;

/// What the asking board may change when it sends a request again.
struct RequestEdit {
    std::string title = {};
    std::string details = {};
    std::optional<Day> answer_by = {};
    friend bool operator==(const RequestEdit&, const RequestEdit&) = default;
};

struct RequestCommand {
    RequestEvent event = RequestEvent::acknowledge;
    std::string comment = {};         // reason, question, answer or remark, UTF-8
    std::optional<Offer> offer = {};  // offer only
    /// resend, insist and a reopening by the asking board: a new day, needed once the old has come.
    std::optional<Day> consider_by = {};
    std::optional<RequestEdit> edit = {};  // resend only; nothing: as it was
};

/// The meeting that a step is about: the one named in an acceptance or an offer, the one offered
/// for `agree`, the one with the item, or planned for the request, for `withdraw` and `reopen`.
struct RequestMeeting {
    std::string board = {};  // id
    MeetingState state = MeetingState::confirmed;
    PlannedDate date = {};
    std::optional<Day> requests_close = {};  // last day for requests; unknown while the day is open
    bool agenda_published = false;
    bool takes_items = true;  // not a workshop, an executive or a chairs' meeting
};

struct RequestFacts {
    Day today = {};
    RequestActor actor = {};
    std::optional<RequestMeeting> meeting = {};
};

struct RequestDecision {
    RequestState to = RequestState::sent;
    Side acted_for = Side::asking;
    bool on_behalf = false;  // a secretariat acted for its chair: the record says so
    std::vector<Effect> effects = {};
    std::optional<Day> consider_by = {};  // the days from now on; unchanged by most steps
    std::optional<Day> answer_by = {};
};

std::span<const RequestStep> request_steps();

/// Checks a request that is about to be sent, and says which letters go out. Code::forbidden (only
/// a chair of the asking board or its secretariat may send), Code::invalid with field "kind",
/// "to_board", "title", "details", "purpose", "response", "consider_by" or "answer_by".
Result<RequestDecision> check_new(const AgendaRequest& request, const RequestFacts& facts);

/// Decides one step. Code::forbidden (not this person's to do), Code::refused (no such step from
/// this state, or not now), Code::invalid (field "comment", "meeting", "offer" or "consider_by";
/// of an edit "title", "details" or "answer_by", too).
Result<RequestDecision> decide(const AgendaRequest& request, const RequestCommand& command,
                               const RequestFacts& facts);
Result<RequestDecision> decide(const AgendaRequest& request, const RequestCommand& command,
                               const RequestFacts& facts, std::span<const RequestStep> steps);

/// The steps to offer this person as buttons, in the order of the table. `facts.meeting` is not
/// looked at: which meeting is a question of the form behind the button.
std::vector<RequestEvent> available_events(const AgendaRequest& request, const RequestFacts& facts);

/// Nobody has answered it yet: `consider_by` counts, later `answer_by`.
constexpr bool is_waiting(RequestState state) {
    return state == RequestState::sent || state == RequestState::considering;
}

/// Whether the asked board owes the next move and has let `consider_by` pass.
bool is_overdue(const AgendaRequest& request, Day today);

/// Whose move it is: nothing once the request is at rest. By the state alone an answered request
/// is the asking board's; the whole request also knows an extract that is still to be sent.
std::optional<Side> whose_move(RequestState state);
std::optional<Side> whose_move(const AgendaRequest& request);

/// What was taken at a meeting is not closed before the extract of its minutes has gone back
/// (protocol 4.3); elsewhere the answer itself is what goes back.
bool needs_extract(const AgendaRequest& request);

/// The label of a button ("Accept onto the agenda") and of its text box ("Reason for declining");
/// the label of a box is empty where a step takes no text.
std::string_view button_label(RequestEvent event);
std::string_view comment_label(RequestEvent event);

/// Whether the text box of a step must be filled in.
CommentRule comment_rule(RequestEvent event);

template <>
inline constexpr auto names<RequestKind> = std::to_array<Name<RequestKind>>({
    {RequestKind::information, "information", "information"},
    {RequestKind::agenda_item, "agenda_item", "an agenda item"},
    {RequestKind::joint_meeting, "joint_meeting", "a joint meeting of the chairs"},
});

template <>
inline constexpr auto names<ResponseWanted> = std::to_array<Name<ResponseWanted>>({
    {ResponseWanted::none, "none", "no response"},
    {ResponseWanted::note, "note", "note it"},
    {ResponseWanted::comment, "comment", "send comments"},
    {ResponseWanted::decide, "decide", "make a decision"},
    {ResponseWanted::act, "act", "take action"},
    {ResponseWanted::report_back, "report_back", "report back"},
});

template <>
inline constexpr auto names<RequestState> = std::to_array<Name<RequestState>>({
    {RequestState::sent, "sent", "sent"},
    {RequestState::considering, "considering", "being considered"},
    {RequestState::offered, "offered", "alternative suggested"},
    {RequestState::returned, "returned", "more information needed"},
    {RequestState::accepted, "accepted", "accepted"},
    {RequestState::declined, "declined", "declined"},
    {RequestState::escalated, "escalated", "escalated"},
    {RequestState::answered, "answered", "answered"},
    {RequestState::closed, "closed", "closed"},
    {RequestState::withdrawn, "withdrawn", "withdrawn"},
});

template <>
inline constexpr auto names<RequestEvent> = std::to_array<Name<RequestEvent>>({
    {RequestEvent::send, "send", "send"},
    {RequestEvent::acknowledge, "acknowledge", "acknowledge"},
    {RequestEvent::accept, "accept", "accept"},
    {RequestEvent::accept_late, "accept_late", "accept late"},
    {RequestEvent::offer, "offer", "suggest an alternative"},
    {RequestEvent::agree, "agree", "agree to the alternative"},
    {RequestEvent::insist, "insist", "decline the suggestion"},
    {RequestEvent::ask_more, "ask_more", "ask for more information"},
    {RequestEvent::resend, "resend", "send again"},
    {RequestEvent::decline, "decline", "decline"},
    {RequestEvent::escalate, "escalate", "escalate"},
    {RequestEvent::withdraw, "withdraw", "withdraw"},
    {RequestEvent::answer, "answer", "answer"},
    {RequestEvent::send_extract, "send_extract", "send the extract from the minutes"},
    {RequestEvent::close, "close", "close"},
    {RequestEvent::reopen, "reopen", "reopen"},
});

template <>
inline constexpr auto names<OfferKind> = std::to_array<Name<OfferKind>>({
    {OfferKind::meeting, "meeting", "another meeting"},
    {OfferKind::correspondence, "correspondence", "by correspondence"},
    {OfferKind::chairs_meeting, "chairs_meeting", "a meeting of the chairs"},
});

template <>
inline constexpr auto names<RequestWho> = std::to_array<Name<RequestWho>>({
    {RequestWho::asking_chair, "asking_chair", "chair of the board making the request"},
    {RequestWho::asked_chair, "asked_chair", "chair of the board receiving the request"},
    {RequestWho::asked_secretariat, "asked_secretariat",
     "secretariat of the board receiving the request"},
    {RequestWho::either_chair, "either_chair", "either chair"},
});

template <>
inline constexpr auto names<RequestTold> = std::to_array<Name<RequestTold>>({
    {RequestTold::asking_side, "asking_side", "board making the request"},
    {RequestTold::asked_side, "asked_side", "board receiving the request"},
    {RequestTold::both_sides, "both_sides", "both boards"},
});

}  // namespace workflows
