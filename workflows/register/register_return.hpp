// The yearly return of a board for the register and the Annual Partnerships Update: its states,
// its texts, and what is checked before it counts.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "workflows/core/machine.hpp"
#include "workflows/core/names.hpp"
#include "workflows/core/result.hpp"
#include "workflows/meetings/meeting.hpp"

namespace workflows {

/// Of each text of a return: a page of the printed update.
inline constexpr std::size_t return_text_characters_max = 3000;
/// Days that a board has from being asked, where nobody says otherwise.
inline constexpr int return_days_default = 28;

enum class ReturnState {
    asked,
    drafted,
    submitted,
    sent_back,
    accepted,
    closed  // the board became part of one that has a return of its own for that year
};

enum class ReturnEvent { ask, save, submit, accept, send_back, close };

/// Whose step it is: chair or secretariat of the board, those who make the update of the county, or
/// nobody's: the program's, when the board is succeeded.
enum class ReturnWho { board, office, nobody };

struct ReturnActor {
    bool board = false;
    bool office = false;
    bool submitted_it = false;  // nobody accepts their own return
    bool serves_filer = false;  // an officer of the board, which is not the office's own
    bool may_accept() const { return office && !submitted_it && !serves_filer; }
};

struct ReturnStep {
    using State = ReturnState;
    using Event = ReturnEvent;

    std::optional<ReturnState> from;
    ReturnEvent event;
    ReturnState to;
    ReturnWho who;
    bool comment_required;
    std::string_view mail;  // to chair and secretariat of the board; empty: nobody is told
};

std::span<const ReturnStep> return_steps();

/// Code::forbidden, Code::refused (no such step from here; accepting one's own), Code::invalid
/// (field "comment").
Result<const ReturnStep*> decide(std::optional<ReturnState> state, ReturnEvent event,
                                 std::string_view comment, const ReturnActor& actor);

struct ReturnTexts {
    std::string focus = {};  // all UTF-8; lines end with \n
    std::string achievements = {};
    std::string aims = {};
    std::string challenges = {};
    std::string governance = {};
    std::string website = {};
    friend bool operator==(const ReturnTexts&, const ReturnTexts&) = default;
};

/// The texts with the words that forms and prints use, in their order.
struct ReturnText {
    std::string_view field;
    std::string_view label;
    std::string_view missing;  // what to do when it is empty
    std::string ReturnTexts::*text;
};
std::span<const ReturnText> return_texts();  // without the website

/// No text is too long. Code::invalid, field as in return_texts().
Result<void> check_draft(const ReturnTexts& texts);
/// Nor is any missing, and the day of completion is none to come. Code::invalid, field of the text
/// or "completed". Code::conflict, field "use_anyway": completed before the board's last meeting,
/// and `early_accepted` is not said.
Result<void> check_submission(const ReturnTexts& texts, Day completed, Day today,
                              const PlannedDate& last_meeting, bool early_accepted);

template <>
inline constexpr auto names<ReturnState> = std::to_array<Name<ReturnState>>({
    {ReturnState::asked, "asked", "asked for"},
    {ReturnState::drafted, "drafted", "draft"},
    {ReturnState::submitted, "submitted", "submitted"},
    {ReturnState::sent_back, "sent_back", "sent back"},
    {ReturnState::accepted, "accepted", "accepted"},
    {ReturnState::closed, "closed", "closed"},
});

template <>
inline constexpr auto names<ReturnEvent> = std::to_array<Name<ReturnEvent>>({
    {ReturnEvent::ask, "ask", "ask for the return"},
    {ReturnEvent::save, "save", "save as draft"},
    {ReturnEvent::submit, "submit", "submit"},
    {ReturnEvent::accept, "accept", "accept"},
    {ReturnEvent::send_back, "send_back", "send back"},
    {ReturnEvent::close, "close", "close"},
});

template <>
inline constexpr auto names<ReturnWho> = std::to_array<Name<ReturnWho>>({
    {ReturnWho::board, "board", "chair or secretariat of the board"},
    {ReturnWho::office, "office", "a secretariat or administrator"},
    {ReturnWho::nobody, "nobody", "automatic, when the board is replaced"},
});

}  // namespace workflows
