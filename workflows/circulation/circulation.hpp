// One document goes round many boards: the stops, their outcomes, and where it is (protocol 7.3).
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "workflows/casework/step.hpp"
#include "workflows/core/effects.hpp"
#include "workflows/core/names.hpp"
#include "workflows/core/result.hpp"
#include "workflows/meetings/meeting.hpp"

namespace workflows {

enum class StopState {
    planned,
    issued,
    agreed,
    agreed_in_principle,
    agreed_with_comments,
    not_agreed,
    consulted,
    noted,
    stale,         // agreed an earlier version; the newest differs materially
    assent_asked,  // the chair is asked to assent in writing, by a closing day
    assented,
    not_assented,
    informed,        // agreed an earlier version and was told of the change, for information only
    views_stale,     // gave views on an earlier version, or noted it; as stale, yet it never agreed
    views_informed,  // as views_stale, and was told of the change, for information only
    withdrawn        // taken off the way round by the owner
};

enum class StopEvent {
    plan,
    issue,
    agree,
    agree_in_principle,
    agree_with_comments,
    not_agree,
    consult,
    note,
    defer,        // to another meeting: planned again
    correct,      // the outcome was recorded by mistake
    reissue,      // the newest version, in place of the one that went out
    amend,        // a material new version: what was said is stale; the program's own step
    overtake,     // a material new version before a board that never agreed answered; likewise
    recirculate,  // goes to another meeting of the board, with the newest version
    ask_assent,   // by a link in a letter to the chair; also of a board that has no meeting for it
    assent,
    refuse_assent,
    inform,   // of the new version, by letter; nothing is asked
    withdraw  // takes the board off the way round
};

/// Whose step it is: the board of the stop, the board whose document goes round, either, or
/// nobody's: it follows by itself.
enum class StopWho { stop_board, either_board, owner, service, anyone_concerned };

enum class StopTold { nobody, stop_board, owner, both };

struct StopActor {
    bool stop_board = false;  // chair or secretariat of the board that the stop is at
    bool owner = false;       // chair or secretariat of the board whose document goes round
    bool service = false;     // the program, of what follows by itself
};

struct StopCommand {
    StopEvent event = StopEvent::issue;
    std::string comment = {};  // comments, reason; UTF-8
};

struct StopFacts;

/// What decide() and status() need to know of a stop and its meeting.
struct Stop {
    using State = StopState;
    using Event = StopEvent;
    using Command = StopCommand;
    using Facts = StopFacts;
    using Who = StopWho;
    using Told = StopTold;
    using Then = casework::Nothing;
    using Capacity = casework::Nothing;

    StopState state = StopState::planned;
    std::string board = {};   // name as shown
    bool has_meeting = true;  // false: its board has none that the document could come to
    PlannedDate date = {};    // of the meeting
    MeetingState meeting = MeetingState::confirmed;
    std::optional<Day> papers_by = {};  // last day for papers; nothing while the day is open
    std::optional<Day> issued_on = {};
    int stage = 1;                       // a stage begins when all stops before it agree [2.14]
    bool outdated = false;               // it saw a version that was changed materially since
    std::optional<Day> assent_by = {};   // the last day of a written assent that was asked for
    std::optional<Day> settled_on = {};  // the day of its outcome; nothing: that of the meeting

    static constexpr Who anyone = Who::anyone_concerned;
    static std::optional<Capacity> capacity_of(const Facts& facts, Who who);
    static Error not_theirs(Who who, Event event);
    Error no_such_step(Event event, std::span<const casework::Step<Stop>> steps) const;
    static Result<void> check_comment(const Command& command, const casework::Step<Stop>& step);
};
using StopStep = casework::Step<Stop>;

struct StopFacts {
    Day today = {};
    StopActor actor = {};
    /// defer, recirculate: the other meeting, of the same board.
    std::optional<PlannedDate> other_date = {};
    std::optional<MeetingState> other_meeting = {};
    std::optional<Day> closing = {};        // ask_assent: the last day for the answer
    std::vector<std::string> missing = {};  // gate_missing() of the stop's stage
    bool has_file = true;      // of the version that goes out: whoever gets it can open it
    bool another_way = false;  // issue, reissue: the owner says that the papers go out elsewhere
};

struct StopDecision {
    StopState to = StopState::planned;
    std::vector<Effect> effects = {};
};

std::span<const StopStep> stop_steps();

/// Boards of earlier stages that have not agreed; a stop is issued and decided when there are none.
std::vector<std::string> gate_missing(std::span<const Stop> stops, int stage);

inline constexpr int assent_days_max = 90;  // between asking and the closing day

/// Code::forbidden, Code::refused (no such step, not before the meeting's day, or a board of an
/// earlier stage is missing), Code::invalid (field "comment", "meeting" or "closing").
Result<StopDecision> decide(const Stop& stop, const StopCommand& command, const StopFacts& facts);
Result<StopDecision> decide(const Stop& stop, const StopCommand& command, const StopFacts& facts,
                            std::span<const StopStep> steps);

std::vector<StopEvent> available_events(const Stop& stop, const StopFacts& facts);

enum class StopLamp {
    done,     // an outcome is recorded
    refused,  // the board does not agree: blocks the circulation
    stale,    // agreed an earlier version: the owner chooses how it goes on
    waiting,  // written assent is asked for
    withdrawn,
    on_time,       // papers are out, or there is time
    papers_due,    // papers must go out within papers_due_days
    late,          // papers went out late, or the meeting has passed without an outcome
    too_late,      // papers can no longer go out in time
    day_open,      // the day of the meeting is not set
    needs_meeting  // the meeting was cancelled, or there is none
};

inline constexpr int papers_due_days = 7;

struct StopStatus {
    StopLamp lamp = StopLamp::on_time;
    std::string words;  // one sentence
};

/// How a stop stands today.
StopStatus status(const Stop& stop, Day today);

/// The day that status() speaks of: for an outcome, for papers or for an answer.
std::optional<Day> due_day(const Stop& stop, Day today);

/// The board has said something that stands: agreed, refused, gave views, noted.
bool is_outcome(StopState state);
/// A step that follows a new version by itself; nobody is offered it.
bool is_own_step(StopEvent event);
/// It said it of a version that was changed materially since: the owner chooses how it goes on.
bool is_stale(StopState state);
/// In a meeting or in writing; also to an earlier version, when it was told of the change.
bool is_agreement(StopState state);
bool is_refusal(StopState state);
/// An outcome that the circulation waits for no more, or withdrawn.
bool is_settled(StopState state);

/// Where a circulation has got to today.
struct CirculationSummary {
    std::size_t stops = 0;     // without those withdrawn
    std::size_t agreed = 0;    // in full, in principle, with comments, in writing
    std::size_t done = 0;      // with any outcome
    std::size_t informed = 0;  // of those agreed: to an earlier version
    std::size_t withdrawn = 0;
    std::vector<std::string> not_agreed = {};       // names of boards
    std::vector<std::string> stale = {};            // boards that agreed an earlier version
    std::vector<std::string> views_stale = {};      // boards that gave views on one, or noted it
    std::vector<std::string> without_meeting = {};  // and not asked in writing either
    std::vector<std::string> asked = {};            // boards that are asked for written assent
    std::optional<std::size_t> next = {};           // index of the next stop from today on, by date
    std::vector<std::string> unrecorded = {};       // boards that have met and said nothing yet
    bool complete = false;                          // there are stops, all settled, none refuses
    std::string words = {};                         // "Agreed by 5 of 14 boards. Next: … on …."
};
CirculationSummary where_is_it(std::span<const Stop> stops, Day today);

template <>
inline constexpr auto names<StopState> = std::to_array<Name<StopState>>({
    {StopState::planned, "planned", "planned"},
    {StopState::issued, "issued", "papers issued"},
    {StopState::agreed, "agreed", "agreed"},
    {StopState::agreed_in_principle, "agreed_in_principle", "agreed in principle"},
    {StopState::agreed_with_comments, "agreed_with_comments", "agreed with comments"},
    {StopState::not_agreed, "not_agreed", "not agreed"},
    {StopState::consulted, "consulted", "consulted"},
    {StopState::noted, "noted", "noted"},
    {StopState::stale, "stale", "agreed an earlier version"},
    {StopState::assent_asked, "assent_asked", "asked for written assent"},
    {StopState::assented, "assented", "agreed in writing"},
    {StopState::not_assented, "not_assented", "not agreed in writing"},
    {StopState::informed, "informed", "agreed an earlier version, told of the change"},
    {StopState::views_stale, "views_stale", "commented on an earlier version"},
    {StopState::views_informed, "views_informed",
     "commented on an earlier version, told of the change"},
    {StopState::withdrawn, "withdrawn", "withdrawn"},
});

template <>
inline constexpr auto names<StopEvent> = std::to_array<Name<StopEvent>>({
    {StopEvent::plan, "plan", "plan"},
    {StopEvent::issue, "issue", "issue papers"},
    {StopEvent::agree, "agree", "agree"},
    {StopEvent::agree_in_principle, "agree_in_principle", "agree in principle"},
    {StopEvent::agree_with_comments, "agree_with_comments", "agree with comments"},
    {StopEvent::not_agree, "not_agree", "not agree"},
    {StopEvent::consult, "consult", "comment"},
    {StopEvent::note, "note", "note"},
    {StopEvent::defer, "defer", "defer to another meeting"},
    {StopEvent::correct, "correct", "correct the outcome"},
    {StopEvent::reissue, "reissue", "issue the latest version"},
    {StopEvent::amend, "amend", "change materially"},
    {StopEvent::overtake, "overtake", "overtaken by a new version"},
    {StopEvent::recirculate, "recirculate", "take to another meeting"},
    {StopEvent::ask_assent, "ask_assent", "ask for written assent"},
    {StopEvent::assent, "assent", "assent in writing"},
    {StopEvent::refuse_assent, "refuse_assent", "do not assent"},
    {StopEvent::inform, "inform", "tell the board about the change"},
    {StopEvent::withdraw, "withdraw", "remove this board"},
});

template <>
inline constexpr auto names<StopWho> = std::to_array<Name<StopWho>>({
    {StopWho::stop_board, "stop_board", "board receiving the document"},
    {StopWho::either_board, "either_board", "board receiving the document, or owner"},
    {StopWho::owner, "owner", "owner"},
    {StopWho::service, "service", "automatic"},
    {StopWho::anyone_concerned, "anyone_concerned",
     "board receiving the document, owner or automatic"},
});

template <>
inline constexpr auto names<StopTold> = std::to_array<Name<StopTold>>({
    {StopTold::nobody, "nobody", "nobody"},
    {StopTold::stop_board, "stop_board", "board receiving the document"},
    {StopTold::owner, "owner", "owner"},
    {StopTold::both, "both", "both boards"},
});

template <>
inline constexpr auto names<StopLamp> = std::to_array<Name<StopLamp>>({
    {StopLamp::done, "done", "done"},
    {StopLamp::refused, "refused", "not agreed"},
    {StopLamp::stale, "stale", "earlier version"},
    {StopLamp::waiting, "waiting", "waiting for written assent"},
    {StopLamp::withdrawn, "withdrawn", "withdrawn"},
    {StopLamp::on_time, "on_time", "on time"},
    {StopLamp::papers_due, "papers_due", "papers due"},
    {StopLamp::late, "late", "late"},
    {StopLamp::too_late, "too_late", "too late for papers"},
    {StopLamp::day_open, "day_open", "date to be confirmed"},
    {StopLamp::needs_meeting, "needs_meeting", "needs a meeting"},
});

}  // namespace workflows
