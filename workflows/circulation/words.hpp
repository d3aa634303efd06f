// What the rules of circulations say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "workflows/circulation/circulation.hpp"
#include "workflows/text/words.hpp"

namespace workflows::circulation_words {

/// "Only … can issue the papers."
constexpr std::string_view to_do(StopEvent event) {
    using E = StopEvent;
    switch (event) {
        case E::plan:
            return "add this board";
        case E::issue:
        case E::reissue:
            return "issue the papers";
        case E::defer:
            return "defer this to another meeting";
        case E::correct:
            return "correct the outcome";
        case E::amend:
        case E::overtake:
        case E::recirculate:
        case E::ask_assent:
        case E::inform:
            return "decide what happens next";
        case E::assent:
        case E::refuse_assent:
            return "reply in writing";
        case E::withdraw:
            return "remove this board";
        default:
            return "record the outcome";
    }
}

constexpr std::string_view who(StopWho who) {
    switch (who) {
        case StopWho::stop_board:
            return "the chair or secretariat of the board receiving the document";
        case StopWho::either_board:
        case StopWho::anyone_concerned:
            return "the chairs and secretariats of the board receiving the document and of the "
                   "board that owns it";
        default:
            break;
    }
    return "the chair or secretariat of the board that owns the document";
}

// What a step needs.
inline constexpr const char* own_step =
    "This happens automatically when there is a new version of the document.";
inline constexpr const char* no_meeting =
    "Select a meeting for this board, or ask its chair for written assent.";
inline constexpr const char* meeting_cancelled =
    "This meeting has been cancelled. Defer to another meeting.";
inline constexpr const char* meeting_over =
    "This meeting has already taken place. Defer to another meeting.";
inline constexpr const char* no_date =
    "This meeting has no date. Set the date, then record the outcome.";
inline std::string outcome_from(Day meeting) {
    return fmt::format("You can record the outcome from the date of the meeting, {}.",
                       long_date(meeting));
}
inline constexpr const char* other_meeting_missing = "Select another of this board’s meetings.";
inline constexpr const char* future_meeting =
    "Select a future meeting that has not been cancelled.";
inline std::string stages_missing(const std::vector<std::string>& boards) {
    return fmt::format("Boards at earlier stages must agree first. Not yet agreed: {}.",
                       text::joined(boards));
}
inline constexpr const char* file_missing =
    "There is no PDF for this version. Add it on the circulation page, or confirm that the papers "
    "will be sent another way.";
inline constexpr const char* already_newest = "The latest version has already been issued.";
inline std::string too_late_for_newest(Day papers_by) {
    return fmt::format(
        "It is too late to issue the latest version. The deadline was {}. Defer to another "
        "meeting.",
        long_date(papers_by));
}
inline constexpr const char* closing_missing = "Enter the deadline for replies.";
inline constexpr const char* closing_past = "The deadline for replies must be in the future.";
inline std::string closing_too_far(int days) {
    return fmt::format("The deadline for replies must be within {} days.", days);
}
inline constexpr const char* newest_file_missing =
    "There is no PDF for the latest version, so the chair cannot read it. Add it on the "
    "circulation page first.";
inline constexpr const char* assent_closed =
    "Replies are closed. The board that asked can ask again.";
inline constexpr const char* already_planned = "This board has already been added.";
inline constexpr const char* assent_not_asked = "This board is not being asked for written assent.";
inline std::string not_at(std::string_view state) {
    return fmt::format("You cannot do this now. The status for this board is: {}.", state);
}
inline constexpr const char* not_issued =
    "The papers have not been issued to this board, so there is no outcome yet.";
inline constexpr const char* already_issued = "The papers have already been issued to this board.";
inline constexpr const char* nothing_to_correct = "There is no outcome to correct yet.";
inline constexpr const char* board_removed = "This board has been removed from the circulation.";
inline std::string outcome_recorded(std::string_view state) {
    return fmt::format("An outcome has already been recorded: {}. To change it, correct it.",
                       state);
}
inline constexpr const char* reason_missing = "Enter the reason.";
inline constexpr const char* comments_missing = "Enter the board’s comments.";
inline constexpr const char* refusal_reason_missing = "Enter why the board does not agree.";

// The status of one board.
inline constexpr const char* papers_issued = "Papers issued.";
inline std::string papers_issued_on(Day day) {
    return fmt::format("Papers issued on {}.", long_date(day));
}
inline std::string papers_issued_late(Day day, Day deadline) {
    return fmt::format("Papers issued late, on {}. The deadline was {}.", long_date(day),
                       long_date(deadline));
}
inline std::string outdated(std::string_view status) {
    return fmt::format("{} There is a later version.", status);
}
inline std::string provisional(std::string_view status) {
    return fmt::format("{} The meeting date is provisional.", status);
}
inline std::string assent_needed_by(Day day) {
    return fmt::format("Written assent needed by {}.", long_date(day));
}
inline constexpr const char* no_reply =
    "No reply received. This does not count as assent: ask again, or take it to a meeting.";
inline std::string no_reply_by(Day day) {
    return fmt::format(
        "No reply received by {}. This does not count as assent: ask again, or take it to a "
        "meeting.",
        long_date(day));
}
inline constexpr const char* blocks =
    "The circulation cannot finish until this outcome is corrected, the board considers the "
    "document again, or the board is removed.";
inline constexpr const char* removed = "Removed from the circulation.";
inline constexpr const char* agreed_earlier =
    "The document has changed materially since this board agreed it.";
inline constexpr const char* commented_earlier =
    "The document has changed materially since this board commented on it.";
inline constexpr const char* without_meeting =
    "No meeting. Select one, or ask the chair for written assent.";
inline constexpr const char* papers_not_issued = "Papers not issued.";
inline std::string papers_too_late(Day deadline) {
    return fmt::format("Too late to issue papers. The deadline was {}.", long_date(deadline));
}
inline std::string papers_due_by(Day deadline) {
    return fmt::format("Papers must be issued by {}.", long_date(deadline));
}
inline constexpr const char* cancelled = "The meeting has been cancelled. Select another meeting.";
inline constexpr const char* no_deadline_yet =
    "The deadline for papers will be set once the meeting has a date.";
inline std::string outcome_due(Day met) {
    return fmt::format("The board met on {}. No outcome has been recorded.", long_date(met));
}
inline std::string papers_deadline_was(Day deadline) {
    return fmt::format("The deadline for papers was {}.", long_date(deadline));
}

// The progress of the whole circulation.
inline std::string agreed_by(std::size_t agreed, std::size_t boards) {
    return fmt::format("Agreed by {} of {}.", agreed, text::counted(boards, "board", "boards"));
}
inline std::string agreed_earlier_by(std::size_t boards) {
    return fmt::format("{} agreed an earlier version.", text::counted(boards, "board", "boards"));
}
inline std::string commented_by(std::size_t boards) {
    return fmt::format("Commented on or noted by {}.", text::counted(boards, "board", "boards"));
}
inline std::string not_agreed_by(const std::vector<std::string>& boards) {
    return fmt::format("Not agreed by {}.", text::joined(boards));
}
inline std::string agreed_an_earlier_version(const std::vector<std::string>& boards) {
    return fmt::format("Agreed an earlier version: {}.", text::joined(boards));
}
inline std::string commented_on_earlier(const std::vector<std::string>& boards) {
    return fmt::format("Commented on an earlier version: {}.", text::joined(boards));
}
inline std::string asked_for_assent(const std::vector<std::string>& boards) {
    return fmt::format("Asked for written assent: {}.", text::joined(boards));
}
inline std::string not_recorded(const std::vector<std::string>& boards) {
    return fmt::format("Outcome not recorded: {}.", text::joined(boards));
}
inline std::string have_no_meeting(const std::vector<std::string>& boards) {
    return fmt::format("No meeting: {}.", text::joined(boards));
}
inline std::string meetings_cancelled(const std::vector<std::string>& boards) {
    return fmt::format("Meeting cancelled, another needed: {}.", text::joined(boards));
}
inline std::string removed_from(std::size_t boards) {
    return fmt::format("{} removed.", text::counted(boards, "board", "boards"));
}
inline std::string next_on(std::string_view board, Day day) {
    return fmt::format("Next: {} on {}.", board, long_date(day));
}
inline std::string next_in(std::string_view board, std::string_view month) {
    return fmt::format("Next: {} in {}.", board, month);
}
inline std::string next_undated(std::string_view board) {
    return fmt::format("Next: {} (date to be confirmed).", board);
}

// When it will be finished. What it may wait for stands after "Waiting for".
inline std::string meeting_from(Day first) {
    return fmt::format("a meeting on or after {}", long_date(first));
}
inline constexpr const char* a_meeting_date = "a meeting date";
inline constexpr const char* an_outcome = "an outcome";
inline constexpr const char* the_refusal = "a way past the refusal";
inline constexpr const char* a_written_reply = "a written reply";
inline constexpr const char* a_meeting_or_assent = "a meeting or a request for written assent";
inline std::string lack(std::string_view what, const std::vector<std::string>& boards) {
    return fmt::format("{} ({})", what, text::joined(boards));
}
inline std::string waiting_for(const std::vector<std::string>& lacks) {
    return fmt::format("Waiting for {}.", text::joined_with_and(lacks));
}
inline std::string finished(Day day, std::string_view board) {
    return fmt::format("Finished on {} ({} was last).", long_date(day), board);
}
inline std::string expected_finish(Day day, std::string_view board) {
    return fmt::format("Expected to finish on {} ({} is last).", long_date(day), board);
}
inline std::string not_before(Day day, std::string_view board) {
    return fmt::format("Will not finish before {} ({}).", long_date(day), board);
}
inline constexpr const char* provisional_date = "That date is provisional.";

}  // namespace workflows::circulation_words
