// The register of safeguarding concerns that a board takes to the chair of a safeguarding board
// (joint working protocol 4.12 to 4.14), and the direct line of the community safety partnerships
// (2.15). It holds reference numbers and neutral words, never the data of a case.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/core/bank_holidays.hpp"
#include "workflows/core/names.hpp"
#include "workflows/core/result.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace workflows {

enum class ConcernState {
    raised,          // at a meeting of the board (4.12)
    partner_agreed,  // the members agreed which partner escalates it (4.13)
    escalated,       // to the chair of the safeguarding board (4.14)
    acknowledged,    // by that chair
    feedback_given,
    closed,
    withdrawn
};

enum class ConcernEvent {
    raise,
    agree_partner,
    direct_line,  // 2.15: a community safety partnership, straight to the safeguarding board
    escalate,
    acknowledge,
    give_feedback,
    close,
    withdraw,
    reopen
};

enum class ConcernWho { raising_chair, safeguarding_chair, either_chair };
enum class ConcernTold { raising_side, safeguarding_side, both_sides };

struct ConcernActor {
    bool raising_chair = false;
    bool raising_secretariat = false;
    bool safeguarding_chair = false;
    bool safeguarding_secretariat = false;
};

struct ConcernCommand;
struct ConcernFacts;

struct Concern {
    using State = ConcernState;
    using Event = ConcernEvent;
    using Command = ConcernCommand;
    using Facts = ConcernFacts;
    using Who = ConcernWho;
    using Told = ConcernTold;
    using Then = casework::Nothing;
    using Capacity = SideCapacity;  // Side::asking: the board that raised it

    ConcernState state = ConcernState::raised;
    std::string raising_board = {};       // code
    std::string safeguarding_board = {};  // code
    std::string matter = {};              // neutral words, 1 to matter_characters_max
    Day raised_on = {};                   // the day of the meeting
    std::string partner = {};             // person key: which partner escalates it

    static constexpr Who anyone = Who::either_chair;
    static std::optional<Capacity> capacity_of(const Facts& facts, Who who);
    static Error not_theirs(Who who, Event event);
    Error no_such_step(Event event, std::span<const casework::Step<Concern>> steps) const;
    static Result<void> check_comment(const Command& command, const casework::Step<Concern>& step);
};
using ConcernStep = casework::Step<Concern>;

inline constexpr std::size_t matter_characters_max = 200;
inline constexpr std::size_t concern_comment_characters_max = 500;

/// Working days in which the safeguarding chair acknowledges a concern.
inline constexpr int acknowledge_days = 3;
Day acknowledge_by(Day escalated, const Holidays& holidays);

struct ConcernCommand {
    ConcernEvent event = ConcernEvent::acknowledge;
    std::string comment = {};
    std::string partner = {};  // agree_partner only: person key
};

struct ConcernFacts {
    Day today = {};
    ConcernActor actor = {};
    bool direct_line = false;        // the raising board is a community safety partnership
    bool partner_sits = false;       // the partner of the command sits on the raising board today
    bool safeguarding_board = true;  // the board that is told is one
};

struct ConcernDecision {
    ConcernState to = ConcernState::raised;
    Side acted_for = Side::asking;
    bool on_behalf = false;
    ConcernTold told = ConcernTold::raising_side;
};

std::span<const ConcernStep> concern_steps();

/// Code::forbidden; Code::invalid with field "matter", "raised_on" or "safeguarding_board". Text
/// that looks like case data is Code::invalid.
Result<ConcernDecision> check_new(const Concern& concern, const ConcernFacts& facts);

/// Code::forbidden, Code::refused (no such step from here), Code::invalid (field "comment" or
/// "partner").
Result<ConcernDecision> decide(const Concern& concern, const ConcernCommand& command,
                               const ConcernFacts& facts);
Result<ConcernDecision> decide(const Concern& concern, const ConcernCommand& command,
                               const ConcernFacts& facts, std::span<const ConcernStep> steps);

/// The steps to offer this person, in the order of the table.
std::vector<ConcernEvent> available_events(const Concern& concern, const ConcernFacts& facts);

/// Whether the safeguarding board knows of it: before that it is the raising board's alone.
bool is_escalated(ConcernState state);
/// Neither closed nor withdrawn.
bool is_open_concern(ConcernState state);
/// Whose move it is; nothing at rest.
std::optional<Side> whose_move(ConcernState state);

std::string_view button_label(ConcernEvent event);
std::string_view comment_label(ConcernEvent event);
CommentRule comment_rule(ConcernState state, ConcernEvent event);

/// By the statute that a board stands under: Children Act 2004, Care Act 2014.
bool is_safeguarding_statute(std::string_view statute);
/// Crime and Disorder Act 1998.
bool is_community_safety_statute(std::string_view statute);

/// "SC-2018-003".
std::string concern_reference(int year, int number);

template <>
inline constexpr auto names<ConcernState> = std::to_array<Name<ConcernState>>({
    {ConcernState::raised, "raised", "raised"},
    {ConcernState::partner_agreed, "partner_agreed", "partner agreed"},
    {ConcernState::escalated, "escalated", "escalated"},
    {ConcernState::acknowledged, "acknowledged", "acknowledged"},
    {ConcernState::feedback_given, "feedback_given", "feedback given"},
    {ConcernState::closed, "closed", "closed"},
    {ConcernState::withdrawn, "withdrawn", "withdrawn"},
});

template <>
inline constexpr auto names<ConcernEvent> = std::to_array<Name<ConcernEvent>>({
    {ConcernEvent::raise, "raise", "raise"},
    {ConcernEvent::agree_partner, "agree_partner", "agree the partner who escalates it"},
    {ConcernEvent::direct_line, "direct_line", "escalate by the direct line"},
    {ConcernEvent::escalate, "escalate", "escalate"},
    {ConcernEvent::acknowledge, "acknowledge", "acknowledge"},
    {ConcernEvent::give_feedback, "give_feedback", "give feedback"},
    {ConcernEvent::close, "close", "close"},
    {ConcernEvent::withdraw, "withdraw", "withdraw"},
    {ConcernEvent::reopen, "reopen", "reopen"},
});

template <>
inline constexpr auto names<ConcernWho> = std::to_array<Name<ConcernWho>>({
    {ConcernWho::raising_chair, "raising_chair", "chair of the board that raised it"},
    {ConcernWho::safeguarding_chair, "safeguarding_chair", "chair of the safeguarding board"},
    {ConcernWho::either_chair, "either_chair", "either chair"},
});

template <>
inline constexpr auto names<ConcernTold> = std::to_array<Name<ConcernTold>>({
    {ConcernTold::raising_side, "raising_side", "board that raised it"},
    {ConcernTold::safeguarding_side, "safeguarding_side", "safeguarding board"},
    {ConcernTold::both_sides, "both_sides", "both boards"},
});

}  // namespace workflows
