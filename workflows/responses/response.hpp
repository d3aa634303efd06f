// What follows a paper back: a report or recommendation names, for each board that receives it, the
// response required; delivered, it is owed, chased, answered, and the answer goes back to the board
// that asked (joint working protocol 4.3, 4.7; OSCB and Children's Trust arrangements 2: "take note
// of recommendations and report back on subsequent progress").
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/requests/agenda_request.hpp"

namespace workflows {

/// What the recommendation stands in.
enum class ResponseSource {
    item,         // a report on an agenda
    obligation,   // a report of the yearly timetable to one board (protocol 4.4)
    circulation,  // a document that goes round the boards (protocol 7.3)
    request,      // a request between chairs (protocol 4.5)
    arrangement   // something owed regularly, without a paper (a working arrangement)
};

enum class ResponseState {
    named,            // the paper has not been delivered: the other board knows nothing of it
    informed,         // delivered, and no response was required
    due,              // delivered: the response is owed
    accepted,         // somebody on the owing board has taken it on
    carried_forward,  // to a later day, with a reason
    answered,         // the answer waits for a meeting of the board that asked
    returned,         // the answer is on its next agenda, or in its hands
    sent_back,        // something is missing
    confirmed,        // the board that asked is satisfied
    dropped           // the board that asked wants it no more
};

enum class ResponseEvent {
    name,
    deliver,
    inform,  // delivery where no response is required
    accept,
    carry_forward,
    answer,
    correct,   // the answer is taken back before it reached the other board
    place,     // on the next agenda of the board that asked
    receive,   // taken without waiting for a meeting
    displace,  // the meeting that it stood at was cancelled
    confirm,
    send_back,
    drop
};

/// Whose step it is. `asking` and `owing` are chair or secretariat of that board, a secretariat on
/// behalf of its chair; `owing` is also the post that was named to answer. `service` is the
/// program: what follows by itself when a paper is delivered or an agenda is ready.
enum class ResponseWho { asking, owing, either, service };

/// What somebody acts as; Side::asked is the board that owes the response.
struct ResponseCapacity {
    Side side = Side::asking;
    bool on_behalf = false;   // a secretariat for its chair
    bool by_service = false;  // nobody: the program
};

struct ResponseCommand;
struct ResponseFacts;

/// What is owed, as decide() takes it.
struct BoardResponse {
    using State = ResponseState;
    using Event = ResponseEvent;
    using Command = ResponseCommand;
    using Facts = ResponseFacts;
    using Who = ResponseWho;
    enum class Told { nobody, asking, owing, both };
    using Then = casework::Nothing;
    using Capacity = ResponseCapacity;

    std::string asking_board = {};    // code
    std::string owing_board = {};     // code
    int number = 0;                   // of the recommendation, from 1
    std::string recommendation = {};  // 1 to comment_characters_max characters
    ResponseWanted required = ResponseWanted::report_back;
    std::optional<Day> due = {};  // by when; needed unless none or note is required
    ResponseState state = ResponseState::named;

    static constexpr Who anyone = Who::either;
    static std::optional<Capacity> capacity_of(const Facts& facts, Who who);
    static Error not_theirs(Who who, Event event);
    Error no_such_step(Event event, std::span<const casework::Step<BoardResponse>> steps) const;
    static Result<void> check_comment(const Command& command,
                                      const casework::Step<BoardResponse>& step);
};
using ResponseStep = casework::Step<BoardResponse>;

struct ResponseActor {
    bool asking_chair = false;
    bool asking_secretariat = false;
    bool owing_chair = false;
    bool owing_secretariat = false;
    bool owner = false;  // the post named to answer
    bool service = false;
};

struct ResponseCommand {
    ResponseEvent event = ResponseEvent::accept;
    std::string comment = {};     // answer, reason, what is missing, remark; UTF-8
    std::string evidence = {};    // answer: which paper shows it, or its address
    std::optional<Day> due = {};  // carry_forward: the new day; send_back: needed once it is past
};

struct ResponseFacts {
    Day today = {};
    ResponseActor actor = {};
    /// deliver: the day for a response whose own day has come before the paper did.
    std::optional<Day> due_when_late = {};
};

struct ResponseDecision {
    ResponseState to = ResponseState::named;
    Side acted_for = Side::asking;  // Side::asked: the board that owes the response
    bool on_behalf = false;         // a secretariat acted for its chair
    bool by_service = false;
    std::optional<Day> due = {};  // from now on
    std::vector<Effect> effects = {};
};

inline constexpr std::size_t evidence_characters_max = 500;

std::span<const ResponseStep> response_steps();

/// Checks a recommendation that is about to be named. Code::forbidden, Code::invalid with field
/// "owing_board", "recommendation", "required" or "due".
Result<ResponseDecision> check_new(const BoardResponse& response, const ResponseFacts& facts);

/// Decides one step. Code::forbidden, Code::refused, Code::invalid (field "comment", "evidence" or
/// "due").
Result<ResponseDecision> decide(const BoardResponse& response, const ResponseCommand& command,
                                const ResponseFacts& facts);
Result<ResponseDecision> decide(const BoardResponse& response, const ResponseCommand& command,
                                const ResponseFacts& facts, std::span<const ResponseStep> steps);

/// The steps to offer this person as forms, in the order of the table.
std::vector<ResponseEvent> available_events(const BoardResponse& response,
                                            const ResponseFacts& facts);

/// Whether the owing board has still to answer.
bool is_owed(ResponseState state);
/// Owed, and its day has passed.
bool is_overdue(const BoardResponse& response, Day today);
/// Whose move it is: nothing at rest.
std::optional<Side> whose_move(ResponseState state);
/// Whether nothing follows any more.
bool is_settled(ResponseState state);

/// The same day so many months on; the last of the month where it has no such day.
Day months_later(Day day, int months);

std::string_view button_label(ResponseEvent event);
/// The label of the text box; empty where a step takes no text.
std::string_view comment_label(ResponseEvent event);
CommentRule comment_rule(ResponseEvent event);

template <>
inline constexpr auto names<ResponseSource> = std::to_array<Name<ResponseSource>>({
    {ResponseSource::item, "item", "agenda item"},
    {ResponseSource::obligation, "obligation", "timetable report"},
    {ResponseSource::circulation, "circulation", "document in circulation"},
    {ResponseSource::request, "request", "request between boards"},
    {ResponseSource::arrangement, "arrangement", "working arrangement"},
});

template <>
inline constexpr auto names<ResponseState> = std::to_array<Name<ResponseState>>({
    {ResponseState::named, "named", "paper not yet delivered"},
    {ResponseState::informed, "informed", "delivered for information"},
    {ResponseState::due, "due", "response due"},
    {ResponseState::accepted, "accepted", "accepted"},
    {ResponseState::carried_forward, "carried_forward", "carried forward"},
    {ResponseState::answered, "answered", "answered"},
    {ResponseState::returned, "returned", "response received"},
    {ResponseState::sent_back, "sent_back", "sent back"},
    {ResponseState::confirmed, "confirmed", "confirmed"},
    {ResponseState::dropped, "dropped", "dropped"},
});

template <>
inline constexpr auto names<ResponseEvent> = std::to_array<Name<ResponseEvent>>({
    {ResponseEvent::name, "name", "request the response"},
    {ResponseEvent::deliver, "deliver", "deliver the paper"},
    {ResponseEvent::inform, "inform", "deliver for information"},
    {ResponseEvent::accept, "accept", "accept"},
    {ResponseEvent::carry_forward, "carry_forward", "carry forward"},
    {ResponseEvent::answer, "answer", "answer"},
    {ResponseEvent::correct, "correct", "withdraw the response"},
    {ResponseEvent::place, "place", "add to the agenda"},
    {ResponseEvent::receive, "receive", "receive without a meeting"},
    {ResponseEvent::displace, "displace", "remove from the agenda"},
    {ResponseEvent::confirm, "confirm", "confirm"},
    {ResponseEvent::send_back, "send_back", "send back"},
    {ResponseEvent::drop, "drop", "drop"},
});

template <>
inline constexpr auto names<ResponseWho> = std::to_array<Name<ResponseWho>>({
    {ResponseWho::asking, "asking", "board that asked"},
    {ResponseWho::owing, "owing", "board that needs to respond"},
    {ResponseWho::either, "either", "either board, or automatic"},
    {ResponseWho::service, "service", "automatic"},
});

template <>
inline constexpr auto names<BoardResponse::Told> = std::to_array<Name<BoardResponse::Told>>({
    {BoardResponse::Told::nobody, "nobody", "nobody"},
    {BoardResponse::Told::asking, "asking", "board that asked"},
    {BoardResponse::Told::owing, "owing", "board that needs to respond"},
    {BoardResponse::Told::both, "both", "both boards"},
});

}  // namespace workflows
