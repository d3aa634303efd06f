// What the rules of the reporting timetable say.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace workflows::timetable::words {

// Steps of a report that is due.
inline constexpr const char* select_meeting = "Select a meeting of this board.";
inline constexpr const char* on_this_agenda_already =
    "The report is already on the agenda for this meeting. Select another meeting.";
inline std::string out_of_season(std::string_view season) {
    return fmt::format(
        "This meeting is outside {}. Enter the reason for bringing the report at another time.",
        season);
}
inline constexpr const char* enter_version =
    "Enter the version the board will receive, for example draft 2.";
inline constexpr const char* version_too_long = "The version must be 200 characters or fewer.";
inline constexpr const char* on_no_agenda =
    "The report is not on an agenda yet. Select a meeting first.";
inline constexpr const char* meeting_cancelled =
    "This meeting was cancelled. Select another meeting.";
inline constexpr const char* meeting_undated =
    "This meeting has no date yet. Set the date, then record the outcome.";
inline std::string outcome_too_early(std::string_view date) {
    return fmt::format("This meeting is on {}. You can record the outcome on or after that date.",
                       date);
}
inline std::string other_outcome(std::string_view purpose) {
    return fmt::format("The report goes to this board {}. Record that outcome instead.", purpose);
}
inline constexpr const char* enter_response_date =
    "Enter the date by which the board must respond.";
inline constexpr const char* enter_future_date = "Enter a date in the future.";
inline std::string not_missed_yet(std::string_view date) {
    return fmt::format(
        "The board can still receive the report until {}. Waive it if it is not needed this year.",
        date);
}
inline std::string board_only(std::string_view step) {
    return fmt::format(
        "Only the chair or secretariat of the board receiving the report can take this step: {}.",
        step);
}
inline std::string no_such_step(std::string_view state, std::string_view step) {
    return fmt::format("You cannot take this step ({}) because the report is {}.", step, state);
}
inline constexpr const char* enter_reason = "Enter the reason.";
inline constexpr const char* enter_response = "Enter the board’s response.";
inline constexpr const char* enter_question = "Enter what you are asking the board.";
inline constexpr const char* meeting_over =
    "This meeting has taken place. Select a future meeting.";
inline std::string papers_gone(std::string_view meeting, std::string_view papers_by) {
    return fmt::format("Papers for the meeting on {} had to be sent by {}. Select a later meeting.",
                       meeting, papers_by);
}

// Seasons.
inline std::string select_months(std::string_view season) {
    return fmt::format("Select the first and last month of {}.", season);
}
inline std::string month_in_both(std::string_view month, std::string_view one,
                                 std::string_view other) {
    return fmt::format("{} is in both {} and {}. Put it in one season only.", month, one, other);
}
inline std::string month_in_none(std::string_view month) {
    return fmt::format("{} is not in any season. Add it to one.", month);
}

// Which board receives what.
inline std::string already_receives(std::string_view board, std::string_view report,
                                    std::string_view season, std::string_view purpose) {
    return fmt::format("{}{} already receives the {} every {}, {}.",
                       board.starts_with("The ") ? "" : "The ", board, report, season, purpose);
}

// The order in which boards deal with a report; a board with its purpose: "HWB (to agree)".
inline std::string board_for(std::string_view board, std::string_view purpose) {
    return fmt::format("{} ({})", board, purpose);
}
inline std::string out_of_order(std::string_view report, std::string_view early,
                                std::string_view early_date, std::string_view late,
                                std::string_view late_date) {
    return fmt::format("Out of order: the {} goes to {} on {}, before {} on {}.", report, early,
                       early_date, late, late_date);
}
inline std::string same_day(std::string_view report, std::string_view early, std::string_view late,
                            std::string_view date) {
    return fmt::format("Out of order: the {} goes to {} and {} on the same day, {}.", report, early,
                       late, date);
}
inline std::string order_source(std::string_view sentence, std::string_view source) {
    return fmt::format("{} The order is set by {}.", sentence, source);
}
inline std::string waiting_for(std::string_view board, std::string_view purpose) {
    return fmt::format("Waiting for {} ({}), which has no meeting for this report yet.", board,
                       purpose);
}
inline std::string waiting_for_others(std::string_view board, std::size_t others,
                                      std::string_view purpose) {
    return fmt::format("Waiting for {} and {} ({}), which have no meeting for this report yet.",
                       board, text::counted(others, "other board", "other boards"), purpose);
}

// Which meeting is suggested for a report; `season` is "March to May 2027".
inline std::string season_over(std::string_view date) {
    return fmt::format(
        "The season ended on {}. Select a later meeting or record the report as missed.", date);
}
inline std::string suggested(std::string_view date) {
    return fmt::format("Suggested date: {}.", date);
}
inline std::string none_after(std::string_view season, std::string_view date) {
    return fmt::format(
        "No meeting from {} is after {}, when another board deals with the report. "
        "Arrange one.",
        season, date);
}
inline std::string none_before(std::string_view season, std::string_view date) {
    return fmt::format(
        "No meeting from {} is before {}, when another board deals with the report. "
        "Arrange one.",
        season, date);
}
inline std::string set_date(std::string_view month) {
    return fmt::format("The meeting in {} has no date yet. Set the date or select the meeting.",
                       month);
}
inline std::string too_late_for_papers(std::string_view season) {
    return fmt::format(
        "It is too late to send papers for the meetings from {}. Arrange a later one.", season);
}
inline std::string no_meeting(std::string_view season) {
    return fmt::format("There is no meeting from {}. Arrange one.", season);
}

// Where a report has got to; `when` is " on 3 May 2027", or ", May 2027" while there is no date.
inline constexpr const char* meeting_removed = "The meeting for this report has been removed.";
inline std::string its_meeting_cancelled(std::string_view when) {
    return fmt::format("The meeting{} was cancelled.", when);
}
inline std::string wrong_board(std::string_view when, std::string_view board,
                               std::string_view successor) {
    return fmt::format("The meeting{} belongs to {}, which has been replaced by {}.", when, board,
                       successor);
}
inline std::string now_out_of_season(std::string_view when) {
    return fmt::format("The meeting is now{}, which is out of season.", when);
}
inline std::string not_delivered(std::string_view when) {
    return fmt::format("The board met{} but the report has not been recorded as delivered.", when);
}
inline std::string papers_overdue(std::string_view papers_by, std::string_view when) {
    return fmt::format("Papers for the meeting{} had to be sent by {}.", when, papers_by);
}
inline std::string stands(std::string_view state, std::string_view when) {
    return fmt::format("{}{}.", text::capitalised(state), when);
}
inline std::string on_time(std::string_view state, std::string_view when,
                           std::string_view papers_by) {
    return fmt::format("{}{}. Papers must be sent by {}.", text::capitalised(state), when,
                       papers_by);
}
inline std::string delivered_then_cancelled(std::string_view when) {
    return fmt::format(
        "The report was delivered, but the meeting{} was cancelled. Select another meeting.", when);
}
inline std::string no_outcome(std::string_view when) {
    return fmt::format("The board met{}. No outcome has been recorded.", when);
}
inline std::string delivered(std::string_view when) {
    return fmt::format("Delivered for the meeting{}.", when);
}
inline std::string response_was_due(std::string_view date) {
    return fmt::format("The response was due by {}.", date);
}
inline std::string response_due_by(std::string_view date) {
    return fmt::format("The response is due by {}.", date);
}
inline constexpr const char* response_due = "A response is due.";
inline constexpr const char* waived = "Waived for this year.";
inline constexpr const char* missed = "Missed.";

// Inconsistencies in the protocol.
inline std::string enter(std::string_view what) {
    return fmt::format("Enter {}.", what);
}
inline std::string too_long(std::size_t characters) {
    return fmt::format("This must be {} characters or fewer.", characters);
}
inline constexpr const char* select_report = "Select a report.";
inline constexpr const char* two_sources = "Enter at least two sources.";
inline constexpr const char* six_sources = "Enter 6 sources or fewer.";
inline constexpr const char* csa_approval =
    "One clause asks the community safety partnerships to approve the agreement. Another only "
    "informs them of it.";
inline constexpr const char* csa_2_14 =
    "Each community safety partnership approves it, and the partnership’s board reviews it before "
    "it is final.";
inline constexpr const char* csa_appendix_b =
    "The community safety partnerships are informed in spring.";
inline constexpr const char* osab_boards = "The sources list different boards for the report.";
inline constexpr const char* osab_appendix_a = "The report goes to the Health and Wellbeing Board.";
inline constexpr const char* osab_appendix_b =
    "The report goes to the Health and Wellbeing Board and the Safer Communities Partnership.";
inline constexpr const char* osab_update =
    "The report also goes to Performance Scrutiny, Cabinet and a briefing for all councillors.";
inline constexpr const char* both_assessments =
    "One clause sends both assessments to all boards. The timetable sends each to some boards "
    "only.";
inline constexpr const char* both_4_8 =
    "The needs assessment and the strategic intelligence assessment go to the boards and "
    "partnerships.";
inline constexpr const char* jsna_appendix_b =
    "The needs assessment does not go to the community safety partnerships.";
inline constexpr const char* sia_appendix_b =
    "The strategic intelligence assessment goes only to the Safer Communities Partnership and the "
    "community safety partnerships.";
inline constexpr const char* csa = "OxSCP Community Safety Agreement";
inline constexpr const char* jsna = "Joint Strategic Needs Assessment";
inline constexpr const char* children_plan = "Children and Young People's Plan";

}  // namespace workflows::timetable::words
