// What responses say on their pages, in histories and in reminders.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/core/date.hpp"
#include "workflows/text/words.hpp"

namespace server::responses::words {

inline std::string arrangements_lead(int days) {
    return fmt::format(
        "What one board sends another regularly, for example a quarterly monitoring report or a "
        "yearly audit. Each response is requested {} before its due date.",
        workflows::text::counted(days, "day", "days"));
}
inline std::string ended_on(workflows::Day day) {
    return fmt::format("Ended on {}", workflows::weekday_date(day));
}
inline std::string ended_by(workflows::Day day, std::string_view board, std::string_view reason) {
    return fmt::format("Ended on {} by {}: {}", workflows::weekday_date(day), board, reason);
}

// What the history of a response keeps.
inline std::string delivered_late(workflows::Day before, workflows::Day now) {
    return fmt::format("The paper was delivered after the due date of {}. The new date is {}.",
                       workflows::long_date(before), workflows::long_date(now));
}
inline std::string date_changed(workflows::Day before, workflows::Day now) {
    return fmt::format("Due date changed from {} to {}.", workflows::long_date(before),
                       workflows::long_date(now));
}
inline std::string evidence_given(std::string_view evidence) {
    return fmt::format("Evidence: {}", evidence);
}
inline std::string on_behalf_of(std::string_view post, std::string_view chair) {
    return fmt::format("{}, on behalf of {}", post, chair);
}
inline std::string meeting_cancelled(std::string_view meeting) {
    return fmt::format(
        "The meeting on {} has been cancelled. The response will go to the next meeting.", meeting);
}
inline constexpr const char* a_meeting_cancelled =
    "The meeting has been cancelled. The response will go to the next meeting.";
inline std::string added_to_agenda(std::string_view board, std::string_view meeting, int item) {
    return fmt::format("Added to the agenda for {}, {}, as item {}.", board, meeting, item);
}
inline std::string item_title(std::string_view board, std::string_view what) {
    return fmt::format("Response from {}: {}", board, what);
}

// To do and reminders; `what` is the title of the response.
inline std::string respond_to(std::string_view board, std::string_view what) {
    return fmt::format("Respond to {}: {}", board, what);
}
inline std::string confirm_or_send_back(std::string_view board, std::string_view what) {
    return fmt::format("Confirm the response from {}, or send it back: {}", board, what);
}
inline std::string mark_as_delivered_to(std::string_view board, std::string_view what) {
    return fmt::format("Mark the paper as delivered to {}: {}", board, what);
}
inline std::string send_extract_to(std::string_view board, std::string_view title) {
    return fmt::format("Send an extract from the minutes to {}: {}", board, title);
}
inline std::string response_expected(std::string_view asking, std::string_view owing,
                                     std::string_view wanted) {
    return fmt::format("{} is waiting for a response from {}: {}.", asking, owing, wanted);
}

inline std::string due_by(workflows::Day day) {
    return fmt::format("Due {}", workflows::long_date(day));
}
/// `when` in words such as "in 3 days".
inline std::string due_when(workflows::Day day, std::string_view when) {
    return fmt::format("Due {} ({})", workflows::long_date(day), when);
}
inline std::string overdue_since(workflows::Day day, std::string_view when) {
    return fmt::format("Overdue: was due {} ({})", workflows::long_date(day), when);
}
inline std::string for_next_meeting_of(std::string_view board) {
    return fmt::format("For the next {} meeting", board);
}
inline std::string to_be_confirmed_by(std::string_view board) {
    return fmt::format("With {}, to confirm", board);
}
inline std::string with(std::string_view board) {
    return fmt::format("With {}", board);
}
inline std::string caption(std::string_view owing, std::string_view asking) {
    return fmt::format("Response from {} to {}", owing, asking);
}
inline std::string no_meeting_to_take_it(std::string_view board) {
    return fmt::format(
        "{} has no meeting with an agenda still open. The response will be added once there is "
        "one.",
        board);
}
inline std::string number_out_of_range(int most) {
    return fmt::format("Enter a whole number from 1 to {}.", most);
}
inline std::string for_board(std::string_view board) {
    return fmt::format("For {}", board);
}
inline constexpr const char* joint_working = "Joint working";
inline constexpr const char* responses = "Responses";
inline constexpr const char* select_board = "Select a board";
inline constexpr const char* own_board_missing = "Select one of your boards.";

// Working arrangements.
inline constexpr const char* arrangements_title = "Working arrangements";
inline constexpr const char* arrangements = "Arrangements";
inline constexpr const char* what_is_due = "What is due";
inline constexpr const char* from_and_to = "From and to";
inline constexpr const char* how_often = "How often";
inline constexpr const char* next_due = "Next due";
inline constexpr const char* select_arrangement = "Select an arrangement";
inline constexpr const char* end_an_arrangement = "End an arrangement";
inline constexpr const char* end_arrangement = "End this arrangement";
inline constexpr const char* arrangement = "Arrangement";
inline constexpr const char* end_reason =
    "Reason (required if your board is the one that responds)";
inline constexpr const char* end_reason_hint = "We will email the other board.";
inline constexpr const char* add_an_arrangement = "Add an arrangement";
inline constexpr const char* add_arrangement = "Add arrangement";
inline constexpr const char* receiving_board = "To";
inline constexpr const char* providing_board = "From";
inline constexpr const char* what_is_due_hint = "For example, monitoring and evaluation report";
inline constexpr const char* how_often_question = "How often is it due?";
inline constexpr const char* first_due = "First due date";
inline constexpr const char* other_board_missing = "Select the other board.";
inline constexpr const char* what_is_due_missing = "Enter what is due.";
inline constexpr const char* title_too_long = "What is due must be 200 characters or fewer.";
inline constexpr const char* how_often_missing = "Select how often it is due.";
inline constexpr const char* first_due_missing =
    "Enter the first due date. It must be in the future.";
inline constexpr const char* no_arrangements = "Your boards have no working arrangements.";
inline constexpr const char* arrangement_missing = "Select the arrangement to end.";
inline constexpr const char* no_such_arrangement = "This arrangement does not exist.";
inline constexpr const char* already_ended = "This arrangement has already ended.";
inline constexpr const char* end_reason_missing = "Enter the reason for ending it.";
inline constexpr const char* end_reason_too_long = "The reason must be 4,000 characters or fewer.";
inline constexpr const char* monthly = "Every month";
inline constexpr const char* quarterly = "Every quarter";
inline constexpr const char* twice_a_year = "Twice a year";
inline constexpr const char* yearly = "Every year";

// The lists.
inline constexpr const char* no_such_state = "Select a status from the list.";
inline constexpr const char* no_such_board = "Select a board from the list.";
inline constexpr const char* all_open = "All open responses";
inline constexpr const char* overdue = "Overdue";
inline constexpr const char* due_from_you = "Due from your boards";
inline constexpr const char* due_to_you = "Due to your boards";
inline constexpr const char* sent_by_you = "Sent by your boards, not yet confirmed";
inline constexpr const char* finished = "Closed";
inline constexpr const char* responses_between_boards = "Responses between boards";
inline constexpr const char* responses_json = "Responses (JSON)";
inline constexpr const char* responses_csv = "Responses (CSV)";
inline constexpr const char* recommendation = "Recommendation";
inline constexpr const char* source = "Report";
inline constexpr const char* from_to = "From and to";
inline constexpr const char* response_needed = "Response needed";
inline constexpr const char* status = "Status";
inline constexpr const char* next = "Next step";
inline constexpr const char* deadline = "Deadline";
inline constexpr const char* paper_not_delivered = "Paper not yet delivered";
inline constexpr const char* no_further_action = "No further action needed";

// The page of one response.
inline constexpr const char* whole_board = "The board as a whole";
inline constexpr const char* no_names =
    "Do not name any child or adult at risk. Use a reference number.";
inline constexpr const char* evidence = "Evidence (optional)";
inline constexpr const char* evidence_hint = "The supporting paper or minute, or a link to it";
inline constexpr const char* who_responds = "Who will respond?";
inline constexpr const char* new_date = "New date for the response";
inline constexpr const char* on_agenda = "Response on the agenda for";
inline constexpr const char* from = "From";
inline constexpr const char* to = "To";
inline constexpr const char* due = "Due";
inline constexpr const char* first_due_row = "Originally due";
inline constexpr const char* responding = "Responding";
inline constexpr const char* delivered = "Delivered";
inline constexpr const char* response = "Response";
inline constexpr const char* evidence_row = "Evidence";
inline constexpr const char* service = "Shiremoot";
inline constexpr const char* handed_over = "Transferred to another board";
inline constexpr const char* response_as_data = "This response (JSON)";
inline constexpr const char* page_is_stale =
    "This response has changed since you opened the page. Check the latest information and try "
    "again.";
inline constexpr const char* owner_not_a_member =
    "Select a member of the board that needs to respond.";
inline constexpr const char* you_were_named = "You have been asked to respond to this.";

// Responses wanted from a report.
inline constexpr const char* no_such_source =
    "This report does not exist, or does not come from one of your boards.";
inline constexpr const char* recommendations = "Recommendations";
inline constexpr const char* no_date = "No date";
inline constexpr const char* not_told_yet =
    "The boards have not been told about this yet. Responses become due once the paper is "
    "delivered: when its agenda is sent to a board that needs to respond, or when you mark it "
    "as delivered here.";
inline constexpr const char* mark_delivered = "Mark paper as delivered";
inline constexpr const char* add_a_recommendation = "Add a recommendation";
inline constexpr const char* add_recommendation = "Add recommendation";
inline constexpr const char* recommending_board = "Board making the recommendation";
inline constexpr const char* number = "Recommendation number (optional)";
inline constexpr const char* number_hint =
    "Leave blank to use the next number. Use the same number to ask more than one board.";
inline constexpr const char* owing_board = "Board that needs to respond";
inline constexpr const char* due_hint =
    "Required unless the board only needs to note it, or no response is needed";
inline constexpr const char* request_a_response = "Request a response";
inline constexpr const char* select_report =
    "Select the report that makes the recommendation. It must be on one of your boards’ "
    "agendas.";
inline constexpr const char* no_items =
    "There are no items on your boards’ agendas. Add the report to an agenda first.";
inline constexpr const char* reports = "Reports";
inline constexpr const char* item = "Item";
inline constexpr const char* meeting = "Meeting";
inline constexpr const char* required_missing = "Select the response you need.";
inline constexpr const char* responses_requested = "Responses requested";
inline constexpr const char* nobody_asked = "No board has been asked to respond to this.";
inline constexpr const char* owing_board_missing = "Select the board that needs to respond.";
inline constexpr const char* all_delivered = "Everything here has already been delivered.";

}  // namespace server::responses::words
