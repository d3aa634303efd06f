// What the pages, steps and deadlines of annual returns say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::partnership_register::words {

// Deadlines.
inline std::string return_for(int year) {
    return fmt::format("{} annual return", year);
}
inline std::string todo_change_return(int year) {
    return fmt::format("Change the {} annual return, which has been sent back", year);
}
inline std::string todo_submit_return(int year) {
    return fmt::format("Submit the {} annual return to the register", year);
}
inline std::string todo_review_return(std::string_view board) {
    return fmt::format("Review the return from the {}", board);
}
inline constexpr const char* return_outstanding =
    "The annual return to the register of partnerships has not been submitted yet.";

// Steps.
inline constexpr const char* enter_website =
    "Enter a web address, for example www.example.org/board, or leave this blank.";
inline constexpr const char* return_changed =
    "Somebody else changed this return since you opened it. Check the changes and try again.";
inline constexpr const char* no_such_year = "There is no such year.";

// The return.
inline constexpr const char* no_such_return = "There is no such return.";
inline std::string not_requested(std::string_view board, int year) {
    return fmt::format("The {} has not been asked for its {} return.", board, year);
}
inline std::string return_heading(int year) {
    return fmt::format("Annual return to the register {}", year);
}
inline constexpr const char* length_hint = "Up to 3,000 characters";
inline constexpr const char* website_hint = "The board’s own website, if it has one";
inline constexpr const char* completed_hint = "The date the board agreed this return";
inline constexpr const char* completed_early = "Completed before the last meeting";
inline constexpr const char* earlier_date = "The earlier date is correct";
inline constexpr const char* return_closed =
    "This board has been merged with a board that has its own return for this year. This draft is "
    "kept but will not be included in the update.";
inline constexpr const char* return_accepted =
    "This return has been accepted. It will be included in the Annual Partnerships Update.";
inline constexpr const char* return_submitted =
    "This return has been submitted. It will be reviewed before it is included in the update and "
    "may be sent back with a comment.";

// Requesting, chasing and accepting.
inline constexpr const char* none_asked = "No boards have been asked yet.";
inline std::string boards(std::size_t count) {
    return workflows::text::counted(count, "board", "boards");
}
inline std::string counts(std::size_t asked, int submitted, int accepted, int to_review,
                          int outstanding) {
    return fmt::format("{} asked. {} submitted: {} accepted and {} to review. {} outstanding.",
                       boards(asked), submitted, accepted, to_review, outstanding);
}
inline std::string chased(std::string_view date, int times) {
    return fmt::format("{}, {}", date, workflows::text::counted(times, "time", "times"));
}
inline std::string overdue(std::string_view date) {
    return fmt::format("{} (overdue)", date);
}
inline std::string returns_for(int year) {
    return fmt::format("{} annual returns", year);
}
inline std::string chase(std::size_t count) {
    return fmt::format("Chase {}", boards(count));
}
inline std::string update_link(int year) {
    return fmt::format("Annual Partnerships Update {}", year);
}
inline std::string year_range(int first, int last) {
    return fmt::format("Enter a year from {} to {}.", first, last);
}
inline std::string not_submitted(std::string_view date) {
    return fmt::format("This return has not been submitted yet. It is due on {}.", date);
}
inline std::string sent_back(std::string_view comment) {
    return fmt::format("Sent back: {}", comment);
}
inline constexpr const char* request_heading = "Request returns from boards";
inline constexpr const char* request_intro =
    "We will email the chair, vice-chair and secretariat of each board a link to the form.";
inline constexpr const char* own_board =
    "You are an officer of this board. Somebody else must accept its return.";
inline constexpr const char* own_return_page =
    "You submitted this return. Somebody else must accept it.";
inline constexpr const char* send_back = "Send back with this comment";
inline constexpr const char* what_to_change = "What the board should change";
inline constexpr const char* what_to_change_hint =
    "We will email this to the board’s chair and secretariat";
inline constexpr const char* returns_heading = "Annual returns to the register";
inline constexpr const char* returns_lead =
    "Each year, every board reports its focus, achievements, aims and challenges. The Annual "
    "Partnerships Update is created from these returns.";
inline constexpr const char* returns_json = "Download annual returns (JSON)";
inline constexpr const char* returns_csv = "Download annual returns (CSV)";
inline constexpr const char* deadline_past = "The deadline must be today or in the future.";
inline constexpr const char* select_a_board = "Select at least one board.";
inline constexpr const char* select_boards = "Select boards from the list.";
inline constexpr const char* none_to_chase =
    "Every board has submitted its return or has already been chased today.";
inline constexpr const char* chase_lead = "We will email each person individually.";
inline constexpr const char* nobody_to_email = "Nobody. The board has no chair or secretariat";
inline constexpr const char* email_text = "Text of the email";
inline constexpr const char* shown_later =
    "You can view the return here once the board has submitted it.";
inline constexpr const char* last_meeting_then = "Last meeting at the time";
inline constexpr const char* no_boards_to_chase = "No boards to chase";
inline constexpr const char* back_to_returns = "Back to annual returns";

}  // namespace server::partnership_register::words
