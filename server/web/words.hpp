// What every page may say: the menu, what was done, and what a form or a request lacks.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace server::web::words {

// Boundary.
inline constexpr const char* remove_the_invisible_control_characters =
    "Remove the invisible control characters, or type the text again";
inline constexpr const char* you_have_been_signed_out = "You have been signed out";
inline constexpr const char* your_session_ended_before_you_sent =
    "Your session ended before you sent this form, so nothing was saved.";
inline constexpr const char* copy_what_you_wrote_then_sign =
    "Copy what you wrote, then sign in and open the form again.";
inline constexpr const char* sign_in = "Sign in";
inline constexpr const char* we_could_not_accept_this_form = "We could not accept this form";
inline constexpr const char* it_was_not_sent =
    "It was not sent from a current page of this service. Nothing was saved.";
inline constexpr const char* open_the_page_again_and_send =
    "Open the page again and send the form from there.";
inline constexpr const char* you_have_already_sent_this_form = "You have already sent this form";
inline constexpr const char* you_sent_it_earlier_with_different =
    "You sent it earlier with different answers. We kept those and changed nothing else.";
inline constexpr const char* see_what_was_saved = "See what was saved";

// Context.
inline constexpr const char* you_have_already_sent_this_form_with_different =
    "You have already sent this form with different answers.";

// Date entry.
inline constexpr const char* enter_a_real_date =
    "Enter a real date, with a day, a month and a year.";

// Dispatch.
inline constexpr const char* not_available_yet = "Not available yet";
inline constexpr const char* you_cannot_do = "You cannot do this at the moment";

// Form.
inline constexpr const char* the_form_has_too_many_fields = "The form has too many fields.";
inline constexpr const char* this_page_does_not_accept_forms =
    "This page does not accept forms sent in this way.";

// Multipart.
inline constexpr const char* part_of_the_form_is_missing =
    "Part of the form is missing. Send it again.";
inline constexpr const char* the_form_does_not_start = "The form does not start with its boundary.";
inline constexpr const char* the_form_has_a_malformed_boundary =
    "The form has a malformed boundary.";
inline constexpr const char* the_form_continues_after_its_end = "The form continues after its end.";
inline constexpr const char* the_description_of_one_part =
    "The description of one part of the form is too long.";
inline constexpr const char* the_text_is_too_long = "The text is too long.";
inline constexpr const char* the_text_cannot_be_read = "The text cannot be read as UTF-8.";
inline constexpr const char* the_form_has_too_many_files = "The form has too many files.";
inline constexpr const char* the_form_was_sent_without =
    "The form was sent without a valid boundary.";
inline constexpr const char* the_form_is_empty = "The form is empty.";

// Multipart head.
inline constexpr const char* one_part_of_the_form = "One part of the form is not form data.";
inline constexpr const char* one_part_of_the_form_has_a_malformed =
    "One part of the form has a malformed name.";
inline constexpr const char* one_part_of_the_form_has_two_names =
    "One part of the form has two names.";
inline constexpr const char* one_part_of_the_form_has_two_file =
    "One part of the form has two file names.";
inline constexpr const char* one_part_of_the_form_does =
    "One part of the form does not have a valid name.";
inline constexpr const char* one_part_of_the_form_has_a_malformed_field =
    "One part of the form has a malformed field.";
inline constexpr const char* one_part_of_the_form_is_described_twice =
    "One part of the form is described twice.";
inline constexpr const char* one_part_of_the_form_uses =
    "One part of the form uses an encoding that is not supported.";
inline constexpr const char* one_part_of_the_form_is_incomplete =
    "One part of the form is incomplete.";
inline constexpr const char* one_part_of_the_form_does_not_have_a_name =
    "One part of the form does not have a name.";

// Page.
inline constexpr const char* meetings = "Meetings";
inline constexpr const char* boards = "Boards";
inline constexpr const char* forward_plan = "Forward plan";
inline constexpr const char* reporting_timetable = "Reporting timetable";
inline constexpr const char* joint_working = "Joint working";
inline constexpr const char* to_do = "To do";
inline constexpr const char* requests = "Requests";
inline constexpr const char* circulations = "Circulations";
inline constexpr const char* diary_clashes = "Diary clashes";
inline constexpr const char* people = "People";
inline constexpr const char* emails = "Emails";
inline constexpr const char* saved = "Saved";
inline constexpr const char* meeting_added = "Meeting added";
inline constexpr const char* meetings_added = "Meetings added";
inline constexpr const char* meeting_confirmed_we_are_emailing =
    "Meeting confirmed. We are emailing the invitations";
inline constexpr const char* meeting_rearranged_we_will_email_everyone =
    "Meeting rearranged. We will email everyone invited, and the original date will still be shown";
inline constexpr const char* meeting_cancelled_we_will_email_everyone =
    "Meeting cancelled. We will email everyone invited";
inline constexpr const char* meeting_cancelled_no_emails_will =
    "Meeting cancelled. No emails will be sent because its date has passed";
inline constexpr const char* meeting_recorded_as_held = "Meeting recorded as held";
inline constexpr const char* meeting_reinstated_confirm_it_when =
    "Meeting reinstated. Confirm it when the date is certain";
inline constexpr const char* meeting_recorded_as_not_held = "Meeting recorded as not held";
inline constexpr const char* draft_minutes_recorded_as_circulated =
    "Draft minutes recorded as circulated";
inline constexpr const char* undone_the_draft_minutes =
    "Undone. The draft minutes have not been circulated yet";
inline constexpr const char* request_sent = "Request sent";
inline constexpr const char* reply_sent = "Reply sent";
inline constexpr const char* done_weve_emailed_the_other_board =
    "Done. We’ve emailed the other board";
inline constexpr const char* papers_issued = "Papers issued";
inline constexpr const char* outcome_recorded = "Outcome recorded";
inline constexpr const char* agenda_published = "Agenda published";
inline constexpr const char* paper_added = "Paper added";
inline constexpr const char* removed = "Removed";
inline constexpr const char* added = "Added";
inline constexpr const char* the_emails_are_in_the_queue = "The emails are in the queue";
inline constexpr const char* no_reminders_sent_everyone_has_already =
    "No reminders sent. Everyone has already had one today";
inline constexpr const char* email_on_hold_it_will =
    "Email on hold. It will not be sent until you release it";
inline constexpr const char* sending_cancelled = "Sending cancelled";
inline constexpr const char* return_submitted = "Return submitted";
inline constexpr const char* returns_requested_weve_emailed_the_boards =
    "Returns requested. We’ve emailed the boards";
inline constexpr const char* reminders_queued_you_can_still_undo =
    "Reminders queued. You can still undo them for a short time";
inline constexpr const char* return_accepted = "Return accepted";
inline constexpr const char* return_sent_back_weve_emailed =
    "Return sent back. We’ve emailed the board";
inline constexpr const char* annual_partnerships_update_published =
    "Annual Partnerships Update published";
inline constexpr const char* you_have_signed_out = "You have signed out";

// People choices.
inline constexpr const char* the_public = "The public";
inline constexpr const char* health_and_wellbeing_board_secretariat =
    "Health and Wellbeing Board secretariat";
inline constexpr const char* health_and_wellbeing_board_chair = "Health and Wellbeing Board chair";
inline constexpr const char* safeguarding_children_board_chair =
    "Safeguarding Children Board chair";
inline constexpr const char* safeguarding_boards_secretariat = "Safeguarding boards secretariat";
inline constexpr const char* healthwatch_member = "Healthwatch member";
inline constexpr const char* growth_board_secretariat = "Growth Board secretariat";
inline constexpr const char* county_administrator = "County administrator";

// Site.
inline constexpr const char* you_no_longer_have_permission =
    "You no longer have permission to do this.";

// Step forms.
inline constexpr const char* the_service = "The service";

inline std::string for_example(std::string_view example) {
    return fmt::format("For example, {}", example);
}
inline std::string demonstration_date(std::string_view date) {
    return fmt::format("The date in this demonstration is {}. Emails show the real date.", date);
}
inline std::string board_replaced(std::string_view board, std::string_view successor) {
    return fmt::format("The {} has been replaced by the {}. Select that board or another one.",
                       board, successor);
}
inline std::string problem_with_the_service(std::string_view reference) {
    return fmt::format(
        "Sorry, there is a problem with the service. Nothing was saved. Try again later. "
        "Reference: {}",
        reference);
}

}  // namespace server::web::words
