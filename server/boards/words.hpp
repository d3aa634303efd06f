// What the pages of boards say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "workflows/text/words.hpp"

namespace server::boards::words {

// Board facts.
inline constexpr const char* other_boards = "Other boards";

// Board forms.
inline constexpr const char* meetings_a_year = "Meetings a year";
inline constexpr const char* enter_0_if_the_number = "Enter 0 if the number is not fixed";
inline constexpr const char* deadline_for_agenda_requests_working_days =
    "Deadline for agenda requests: working days before the meeting";
inline constexpr const char* after_this_date_requests_for_agenda =
    "After this date, requests for agenda items must give a reason for being late";
inline constexpr const char* deadline_for_reports_working_days_before =
    "Deadline for reports: working days before the meeting";
inline constexpr const char* we_ask_authors_for_their_reports =
    "We ask authors for their reports by this date, and remind them";
inline constexpr const char* agenda_published_clear_days_before =
    "Agenda published: clear days before the meeting";
inline constexpr const char* do_not_count_the_day =
    "Do not count the day of publication or the day of the meeting. Council committees must give 5 "
    "clear days (Local Government Act 1972, section 100B)";
inline constexpr const char* draft_minutes_due_working_days_after =
    "Draft minutes due: working days after the meeting";
inline constexpr const char* we_remind_the_secretariat = "We remind the secretariat";
inline constexpr const char* enter_a_web_address_for_example =
    "Enter a web address, for example www.example.org/board, or leave blank";
inline constexpr const char* enter_the_name_of_the_board =
    "Enter the name of the board. Use 200 characters or fewer";
inline constexpr const char* place_must_be_500_characters = "Place must be 500 characters or fewer";
inline constexpr const char* enter_an_email_address_for_example =
    "Enter an email address, for example name@example.org, or leave blank";
inline constexpr const char* select_whether_meetings_are_held =
    "Select whether meetings are held in public";
inline constexpr const char* select_which_days_count_as_clear =
    "Select which days count as clear days";
inline constexpr const char* name = "Name";
inline constexpr const char* usual_place = "Usual place";
inline constexpr const char* suggested_for_each_new_meeting =
    "Suggested for each new meeting. Not shown for private meetings";
inline constexpr const char* reply_to_email_address = "Reply-to email address";
inline constexpr const char* replies_to_this_boards_emails_go =
    "Replies to this board’s emails go to this address. It is not shown on public pages";
inline constexpr const char* website = "Website";
inline constexpr const char* are_meetings_held_in_public = "Are meetings held in public?";
inline constexpr const char* in_public = "In public";
inline constexpr const char* in_private = "In private";
inline constexpr const char* part_public_part_private = "Part public, part private";
inline constexpr const char* which_days_count_as_clear_days = "Which days count as clear days";
inline constexpr const char* working_days_only = "Working days only";
inline constexpr const char* excluding_weekends_and_bank_holidays_local =
    "Excluding weekends and bank holidays (Local Government Act 1972, Part VA)";
inline constexpr const char* every_day = "Every day";
inline constexpr const char* including_weekends_and_bank_holidays =
    "Including weekends and bank holidays";
inline constexpr const char* we_cannot_find_this_board = "We cannot find this board.";
inline constexpr const char* boards_label = "Boards";
inline constexpr const char* save = "Save";
inline constexpr const char* deadlines = "Deadlines";

// A board.
inline std::string replaced_by(std::string_view successor) {
    return fmt::format("Replaced by the {}", successor);
}
inline std::string replaced_by_from(std::string_view successor, std::string_view date) {
    return fmt::format("Replaced by the {} from {}", successor, date);
}
inline std::string meetings_a_year_of(int number) {
    return number == 0 ? "Not fixed" : fmt::format("{} a year", number);
}
inline std::string edit_board(std::string_view board) {
    return fmt::format("Edit the {}", board);
}
inline std::string whole_number_from_0_to(std::string_view label, int greatest) {
    return fmt::format("{}: enter a whole number from 0 to {}", label, greatest);
}

// For the audit trail.
inline std::string details_and_deadlines(std::string_view board) {
    return fmt::format("{}: details and deadlines", board);
}

}  // namespace server::boards::words
