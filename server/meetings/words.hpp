// What the pages of meetings say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::meetings::words {

// Clear days pages.
inline constexpr const char* select_which_days_count = "Select which days count.";
inline constexpr const char* enter_the_meeting_date =
    "Enter the meeting date or the publication date.";
inline constexpr const char* enter_one_of_the_two_dates =
    "Enter one of the two dates, and leave the other blank.";
inline constexpr const char* counted = "Counted";
inline constexpr const char* how_clear_days_are_counted = "How clear days are counted";
inline constexpr const char* help = "Help";

// Meeting commands.
inline constexpr const char* select_an_answer = "Select an answer.";
inline constexpr const char* this_form_is_incomplete_open =
    "This form is incomplete. Open the page again.";
inline constexpr const char* select_whether_the_date_is_certain =
    "Select whether the date is certain.";
inline constexpr const char* enter_a_date_or_leave_all =
    "Enter a date, or leave all 3 boxes blank.";
inline constexpr const char* enter_a_date_before_the_meeting = "Enter a date before the meeting.";
inline constexpr const char* enter_the_date_in_numbers_leave =
    "Enter the date in numbers. Leave the day blank if you only know the month.";
inline constexpr const char* select_the_board = "Select the board.";
inline constexpr const char* only_this_boards_secretariat_can_arrange =
    "Only this board’s secretariat can arrange its meetings.";

// Meeting form parts.
inline constexpr const char* people_with_two_meetings = "People with two meetings on the same day";
inline constexpr const char* post = "Post";
inline constexpr const char* boards_meeting = "Boards meeting";
inline constexpr const char* start_time = "Start time";
inline constexpr const char* end_time = "End time";
inline constexpr const char* place_label = "Place";
inline constexpr const char* address_or_room = "Address or room";
inline constexpr const char* how_to_join = "How to join";
inline constexpr const char* links_and_phone_numbers_only_people =
    "Links and phone numbers. Only people invited can see this.";
inline constexpr const char* contact = "Contact";
inline constexpr const char* an_email_address_or_phone_number =
    "An email address or phone number. Leave blank to use the board’s contact.";
inline constexpr const char* held = "Held";
inline constexpr const char* meeting_type = "Meeting type";
inline constexpr const char* reason_label = "Reason";
inline constexpr const char* there_is_a_clash = "There is a clash on this date";
inline constexpr const char* use_this_date_anyway = "Use this date anyway";

// Meeting forms.
inline constexpr const char* which_board_is_meeting = "Which board is meeting?";
inline constexpr const char* how_certain_is_the_date = "How certain is the date?";
inline constexpr const char* provisional = "Provisional";
inline constexpr const char* no_invitations_will_be_sent_yet = "No invitations will be sent yet";
inline constexpr const char* confirmed = "Confirmed";
inline constexpr const char* everyone_invited_will_get_an_email =
    "Everyone invited will get an email now";
inline constexpr const char* the_meeting_has_already_taken_place =
    "The meeting has already taken place";
inline constexpr const char* no_emails_will_be_sent = "No emails will be sent";
inline constexpr const char* not_confirmed_yet = "Not confirmed yet";
inline constexpr const char* are_these_times_confirmed = "Are these times confirmed?";
inline constexpr const char* yes_use_these_times = "Yes, use these times";
inline constexpr const char* confirm_by = "Confirm by";
inline constexpr const char* we_remind_the_secretariat_leave_blank =
    "We remind the secretariat. Leave blank to use the deadline for agenda requests";
inline constexpr const char* if_the_place_joining_details =
    "If the place, joining details or times change";
inline constexpr const char* no_invitations_have_been_sent_using =
    "No invitations have been sent using this service";
inline constexpr const char* add_a_meeting = "Add a meeting";
inline constexpr const char* meetings = "Meetings";
inline constexpr const char* add_meeting = "Add meeting";
inline constexpr const char* for_example_2pm_or_14_00 =
    "For example, 2pm or 14:00. Leave both times blank if not known. We will then use 2pm to 4pm "
    "and "
    "show “time to be confirmed”.";
inline constexpr const char* edit_meeting_details = "Edit meeting details";
inline constexpr const char* manage_meeting = "Manage meeting";
inline constexpr const char* to_change_the_date_rearrange =
    "To change the date, rearrange the meeting.";
inline constexpr const char* save_details = "Save details";

// Meeting list pages.
inline constexpr const char* we_cannot_find_this_board_select =
    "We cannot find this board. Select one.";
inline constexpr const char* the_end_date_must =
    "The end date must be the same as or after the start date.";
inline constexpr const char* date_to_be_confirmed = "Date to be confirmed";
inline constexpr const char* no_meetings_in_this_period = "No meetings in this period.";
inline constexpr const char* meetings_in_this_list = "Meetings in this list";
inline constexpr const char* we_cannot_find_this_board = "We cannot find this board.";
inline constexpr const char* we_cannot_find_this_meeting = "We cannot find this meeting.";

// Meeting rows.
inline constexpr const char* rearranged = "Rearranged";

// Meeting step pages.
inline constexpr const char* confirm_the_date = "Confirm the date";
inline constexpr const char* everyone_invited_will_get_an_email_with_a_calendar_invitation =
    "Everyone invited will get an email with a calendar invitation.";
inline constexpr const char* confirm = "Confirm";
inline constexpr const char* rearrange_this_meeting = "Rearrange this meeting";
inline constexpr const char* the_original_date_and_your_reason =
    "The original date and your reason will still be shown, and old links will redirect.";
inline constexpr const char* rearrange = "Rearrange";
inline constexpr const char* cancel_the_meeting = "Cancel the meeting";
inline constexpr const char* the_meeting_will_be_shown =
    "The meeting will be shown as cancelled with your reason. Calendar invitations will be "
    "withdrawn.";
inline constexpr const char* record_the_meeting_as_held = "Record the meeting as held";
inline constexpr const char* the_meeting_took_place_no_emails =
    "The meeting took place. No emails will be sent.";
inline constexpr const char* record_as_held = "Record as held";
inline constexpr const char* reinstate_the_meeting = "Reinstate the meeting";
inline constexpr const char* the_meeting_will_be_provisional_again =
    "The meeting will be provisional again, with its original date. Confirm it when the date is "
    "certain.";
inline constexpr const char* reinstate = "Reinstate";
inline constexpr const char* record_the_meeting_as_not_held = "Record the meeting as not held";
inline constexpr const char* use_this_if_the_meeting =
    "Use this if the meeting was recorded as held by mistake. It will be confirmed again. No "
    "emails will be sent.";
inline constexpr const char* record_as_not_held = "Record as not held";
inline constexpr const char* the_meeting_will_be_shown_as_cancelled =
    "The meeting will be shown as cancelled with your reason. No emails will be sent.";
inline constexpr const char* date_label = "Date";
inline constexpr const char* new_date = "New date";
inline constexpr const char* time_example = "For example, 2pm or 14:00";
inline constexpr const char* shown_with_the_original_date =
    "Shown with the original date, and emailed to everyone invited";
inline constexpr const char* required = "Required";
inline constexpr const char* we_cannot_find_this_page = "We cannot find this page.";
inline constexpr const char* back_to_manage_meeting = "Back to manage meeting";
inline constexpr const char* cancel = "Cancel";

inline std::string enter_days_up_to(int greatest) {
    return fmt::format("Enter a number of days from 0 to {}.", greatest);
}
inline std::string not_counted(std::string_view reason) {
    return fmt::format("Not counted: {}", reason);
}
inline std::string confirm_rearrange_or_cancel(std::string_view board, std::string_view date) {
    return fmt::format("Confirm, rearrange or cancel the provisional {} meeting, {}.", board, date);
}
inline std::string to_be_confirmed_by_date(std::string_view date) {
    return fmt::format("To be confirmed by {}", date);
}
inline std::string characters_or_fewer(std::size_t greatest) {
    return fmt::format("Use {} characters or fewer.", greatest);
}

// Dates.
inline std::string date_hint(std::string_view example) {
    return fmt::format(
        "For example, {}. Leave the day blank if you only know the month. Leave all 3 boxes blank "
        "if the date is to be confirmed.",
        example);
}
inline std::string clash_on(std::string_view date) {
    return fmt::format(
        "There is a clash on {}. Enter another date, or select the box to continue anyway.", date);
}
inline std::string short_notice(int days_given, int days_needed, std::string_view date) {
    return fmt::format("The published agenda gives {} notice for {} ({} required).",
                       workflows::text::counted(days_given, "clear day’s", "clear days’"), date,
                       days_needed);
}
inline std::string short_notice_with_public_reason(int days_given, int days_needed,
                                                   std::string_view date) {
    return fmt::format(
        "The published agenda gives {} notice for {} ({} required). The reason you give here will "
        "be published.",
        workflows::text::counted(days_given, "clear day’s", "clear days’"), date, days_needed);
}
inline std::string not_a_working_day(std::string_view date, std::string_view reason) {
    return fmt::format("{} is not a working day: {}.", date, reason);
}
inline std::string board_meets_too(std::string_view date) {
    return fmt::format("This board has another meeting on {}.", date);
}

// Lists.
inline constexpr const char* all_boards = "All boards";
inline std::string board_meetings(std::string_view board) {
    return fmt::format("{} meetings", board);
}
inline std::string next_meeting(std::string_view board, std::string_view date) {
    return fmt::format("Next {} meeting: {}", board, date);
}
inline std::string calendar_of(std::string_view county) {
    return fmt::format("{}: meetings", county);
}
inline std::string no_meeting_on(std::string_view board, std::string_view date) {
    return fmt::format("The {} has no meeting on {}.", board, date);
}
inline std::string cancelled_because(std::string_view reason) {
    return fmt::format("Cancelled: {}", reason);
}
inline constexpr const char* held_in_public = "Held in public";
inline constexpr const char* held_in_private = "Held in private";
inline constexpr const char* part_public_part_private = "Part public, part private";
inline constexpr const char* previously_had_no_date = "Previously had no date";
inline constexpr const char* place_to_be_confirmed = "Place to be confirmed";
inline std::string from_to(std::string_view starts, std::string_view ends) {
    return fmt::format("{} to {}", starts, ends);
}
inline std::string time_to_be_confirmed(std::string_view time) {
    return fmt::format("{} (time to be confirmed)", time);
}
inline std::string rearranged_from(std::string_view date) {
    return fmt::format("Rearranged from {}", date);
}
inline std::string held_as(std::string_view how) {
    return fmt::format("{}.", how);
}
inline std::string held_time_to_be_confirmed(std::string_view how) {
    return fmt::format("{}. Time to be confirmed.", how);
}
inline std::string agenda_at(std::string_view address) {
    return fmt::format("Agenda: {}", address);
}
inline constexpr const char* new_date_to_be_confirmed = "New date to be confirmed";
inline std::string rearranged_to(std::string_view date) {
    return fmt::format("Rearranged to {}", date);
}

// Steps.
inline std::string confirm_and_email(std::size_t people) {
    return fmt::format("Confirm and email {}",
                       workflows::text::counted(people, "person", "people"));
}
inline std::string rearrange_and_email(std::size_t people) {
    return fmt::format("Rearrange and email {}",
                       workflows::text::counted(people, "person", "people"));
}
inline std::string cancel_the_meeting_and_email(std::size_t people) {
    return fmt::format("Cancel the meeting and email {}",
                       workflows::text::counted(people, "person", "people"));
}
inline std::string reinstate_and_email(std::size_t people) {
    return fmt::format("Reinstate and email {}",
                       workflows::text::counted(people, "person", "people"));
}
inline std::string send_new_details_to(std::size_t people) {
    return fmt::format("Email the new details to {}",
                       workflows::text::counted(people, "person", "people"));
}
inline std::string send_invitation_to(std::size_t people) {
    return fmt::format("Email the invitation to {}",
                       workflows::text::counted(people, "person", "people"));
}
inline std::string date_passed_rearrange(std::string_view date) {
    return fmt::format(
        "The date of this meeting has passed: {}. If the meeting took place, record it as held "
        "instead. If it did not, we will email the new date to everyone invited.",
        date);
}
inline std::string date_passed_cancel(std::string_view date) {
    return fmt::format(
        "The date of this meeting has passed: {}. If the meeting took place, record it as held "
        "instead. If it did not, give the reason here.",
        date);
}
inline std::string cannot_do_this_to_a_meeting(std::string_view state) {
    return fmt::format("You cannot do this because the meeting is {}.", state);
}
inline std::string meeting_still_confirmed(std::string_view date, std::string_view board) {
    return fmt::format(
        "The meeting arranged for it, {}, is still confirmed. If it is no longer needed, the {} "
        "secretariat can cancel it on the manage meeting page",
        date, board);
}

}  // namespace server::meetings::words
