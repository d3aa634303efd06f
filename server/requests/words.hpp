// What requests say on their pages and in their histories.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/core/date.hpp"
#include "workflows/text/words.hpp"

namespace server::requests::words {

/// `when` in words such as "in 3 days".
inline std::string overdue_since(workflows::Day day, std::string_view when) {
    return fmt::format("Overdue: decision was needed by {} ({})", workflows::long_date(day), when);
}
inline std::string decision_needed_by(workflows::Day day, std::string_view when) {
    return fmt::format("Decision needed by {} ({})", workflows::long_date(day), when);
}
inline std::string response_needed_by(workflows::Day day, std::string_view when) {
    return fmt::format("Response needed by {} ({})", workflows::long_date(day), when);
}
inline std::string with(std::string_view board) {
    return fmt::format("With {}", board);
}
inline std::string extract_needed_from(std::string_view board) {
    return fmt::format("With {}, to send an extract from the minutes", board);
}
inline std::string sent_when(std::string_view when) {
    return fmt::format("Sent {}", when);
}

/// The finding over the figure of ages.
inline std::string open_requests(std::size_t open, std::size_t overdue) {
    const auto requests = workflows::text::counted(open, "open request", "open requests");
    if (overdue == 0) return fmt::format("{}, none overdue.", requests);
    return fmt::format("{}, {} overdue.", requests, overdue);
}
inline std::string open_requests_with_ages(std::size_t open, std::size_t overdue, int median_days,
                                           int ninth_decile_days) {
    return fmt::format("{} Half have been open for {} or less, and nine in ten for {} or less.",
                       open_requests(open, overdue),
                       workflows::text::counted(median_days, "day", "days"),
                       workflows::text::counted(ninth_decile_days, "day", "days"));
}
inline std::string too_many_to_draw(std::string_view finding) {
    return fmt::format("{} There are too many to show in the chart. See the tables.", finding);
}

/// `hints` are the sentences of the timetable about this request.
inline std::string in_the_timetable(std::string_view hints) {
    return fmt::format("{} If your request is for something else, select “Send it anyway”.", hints);
}

inline std::string meeting_choice(std::string_view meeting, workflows::Day requests_close,
                                  bool closed) {
    return closed ? fmt::format("{} (deadline for requests was {})", meeting,
                                workflows::short_date(requests_close))
                  : fmt::format("{} (deadline for requests {})", meeting,
                                workflows::short_date(requests_close));
}
inline std::string caption(std::string_view from, std::string_view to) {
    return fmt::format("Request from {} to {}", from, to);
}
inline std::string after_declining(std::string_view board) {
    return fmt::format(
        "{} has declined this request. You can send it again, close it, or escalate it to a "
        "meeting of both chairs (protocol 4.6).",
        board);
}
inline std::string after_silence(std::string_view board) {
    return fmt::format(
        "{} has not responded in time. You can wait, withdraw the request, or escalate it to a "
        "meeting of both chairs (protocol 4.6).",
        board);
}

inline std::string added_to_agenda(std::string_view board, std::string_view meeting) {
    return fmt::format("Added to the agenda for {}: {}", board, meeting);
}
inline std::string title_before(std::string_view title) {
    return fmt::format("Previous title: {}", title);
}
inline std::string consider_by_before(workflows::Day day) {
    return fmt::format("Decision previously needed by {}", workflows::long_date(day));
}
inline std::string answer_by_before(workflows::Day day) {
    return fmt::format("Response previously needed by {}", workflows::long_date(day));
}
inline std::string details_before(std::string_view details) {
    return fmt::format("Previous details: {}", details);
}
inline std::string on_behalf_of(std::string_view post, std::string_view chair) {
    return fmt::format("{}, on behalf of {}", post, chair);
}

// The form for a new request.
inline constexpr const char* new_request = "Make a request to another board";
inline constexpr const char* requests = "Requests";
inline constexpr const char* new_request_lead =
    "Use this for anything outside the reporting timetable. We will email the chair and "
    "secretariat of the other board.";
inline constexpr const char* send_request = "Send request";
inline constexpr const char* from_board = "From";
inline constexpr const char* to_board = "To";
inline constexpr const char* select_board = "Select a board";
inline constexpr const char* kind = "What are you requesting?";
inline constexpr const char* information = "Information";
inline constexpr const char* information_hint =
    "The board considers an issue and gives you its information or views (protocol 4.5 a)";
inline constexpr const char* agenda_item = "An agenda item";
inline constexpr const char* agenda_item_hint =
    "The board discusses it at a meeting (protocol 4.5 b)";
inline constexpr const char* joint_meeting = "A joint meeting of the chairs";
inline constexpr const char* joint_meeting_hint =
    "The chairs meet to agree a way forward (protocol 4.5 c)";
inline constexpr const char* title = "Title";
inline constexpr const char* details = "Details";
inline constexpr const char* no_names =
    "Do not name any child or adult at risk. Use a reference number.";
inline constexpr const char* purpose = "What should the board do?";
inline constexpr const char* response_needed = "What response do you need?";
inline constexpr const char* consider_by = "Decision needed by";
inline constexpr const char* consider_by_hint =
    "Date by which you need a decision. You can escalate after this date.";
inline constexpr const char* answer_by = "Response needed by";
inline constexpr const char* answer_by_hint = "Date by which you need the response or item";
inline constexpr const char* wanted_meeting = "Preferred meeting (optional)";
inline constexpr const char* wanted_meeting_hint = "The board will decide.";
inline constexpr const char* no_preference = "No preference";
inline constexpr const char* timetable = "Reporting timetable";
inline constexpr const char* send_anyway = "Send it anyway";
inline constexpr const char* from_board_missing = "Select one of your boards.";
inline constexpr const char* to_board_missing = "Select the board you are asking.";
inline constexpr const char* kind_missing = "Select what you are requesting.";

// The list.
inline constexpr const char* requests_between_boards = "Requests between boards";
inline constexpr const char* requests_as_data = "Requests (JSON)";
inline constexpr const char* no_such_state = "Select a status from the list.";
inline constexpr const char* no_such_board = "Select a board from the list.";
inline constexpr const char* with_you = "With your boards";
inline constexpr const char* received = "Received by your boards, now with the other board";
inline constexpr const char* made = "Made by your boards, now with the other board";
inline constexpr const char* finished = "Closed";
inline constexpr const char* from_and_to = "From and to";
inline constexpr const char* status = "Status";
inline constexpr const char* next = "Next step";
inline constexpr const char* deadline = "Deadline";
inline constexpr const char* sent = "Sent";
inline constexpr const char* no_further_action = "No further action needed";
inline constexpr const char* no_open_requests = "There are no open requests.";
inline constexpr const char* ages_label =
    "Chart showing how long requests have been open, scrolls sideways";
inline constexpr const char* download_csv = "Download requests (CSV)";
inline constexpr const char* download_svg = "Download chart (SVG)";

// The page of one request.
inline constexpr const char* request_as_data = "This request (JSON)";
inline constexpr const char* what_is_offered = "What do you suggest?";
inline constexpr const char* select_meeting = "Select a meeting";
inline constexpr const char* meeting = "Meeting";
inline constexpr const char* new_consider_by = "New date for a decision";
inline constexpr const char* asked_for = "Request for";
inline constexpr const char* from = "From";
inline constexpr const char* to = "To";
inline constexpr const char* purpose_row = "Purpose";
inline constexpr const char* response_row = "Response needed";
inline constexpr const char* preferred_meeting = "Preferred meeting";
inline constexpr const char* offered = "Alternative suggested";
inline constexpr const char* item = "Agenda item";
inline constexpr const char* responses_row = "Recommendations";
inline constexpr const char* responses_link = "Recommendations and responses due";
inline constexpr const char* late_reason = "Reason for accepting late";
inline constexpr const char* answer = "Response";
inline constexpr const char* extract = "Extract from the minutes";
inline constexpr const char* issue = "Issue";
inline constexpr const char* service = "Shiremoot";
inline constexpr const char* page_is_stale =
    "This request has changed since you opened the page. Check the latest information and try "
    "again.";

// What the history of a request keeps.
inline constexpr const char* meeting_planned =
    "A provisional meeting has been added. It has no date yet";
inline constexpr const char* meeting_cancelled =
    "The provisional meeting arranged for this request has been cancelled";
inline constexpr const char* item_struck = "The item has been struck through on the agenda";
inline constexpr const char* item_removed = "The item has been removed from the agenda";
inline constexpr const char* request_withdrawn = "The request for this meeting has been withdrawn.";
inline constexpr const char* request_reopened = "The request for this meeting has been reopened.";

}  // namespace server::requests::words
