// Emails in the queue, reminders, and links in emails.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::letters::words {

// Letter.
inline constexpr const char* sign_in_code = "Sign-in code";
inline constexpr const char* email_address_changed = "Email address changed";
inline constexpr const char* invitation = "Invitation";
inline constexpr const char* meeting_rearranged = "Meeting rearranged";
inline constexpr const char* meeting_cancelled = "Meeting cancelled";
inline constexpr const char* agenda_pack = "Agenda pack";
inline constexpr const char* report_due = "Report due";
inline constexpr const char* report_requested = "Report requested";
inline constexpr const char* agenda_requests_close = "Agenda requests close";
inline constexpr const char* agenda_to_be_published = "Agenda to be published";
inline constexpr const char* minutes_due = "Minutes due";
inline constexpr const char* request_received = "Request received";
inline constexpr const char* request_being_considered = "Request being considered";
inline constexpr const char* request_accepted = "Request accepted";
inline constexpr const char* alternative_suggested = "Alternative suggested";
inline constexpr const char* more_information_needed = "More information needed";
inline constexpr const char* request_declined = "Request declined";
inline constexpr const char* request_answered = "Request answered";
inline constexpr const char* request_escalated = "Request escalated";
inline constexpr const char* request_withdrawn = "Request withdrawn";
inline constexpr const char* suggestion_agreed = "Suggestion agreed";
inline constexpr const char* suggestion_declined = "Suggestion declined";
inline constexpr const char* request_sent_again = "Request sent again";
inline constexpr const char* request_reopened = "Request reopened";
inline constexpr const char* extract_from_the_minutes = "Extract from the minutes";
inline constexpr const char* request_closed = "Request closed";
inline constexpr const char* request_overdue = "Request overdue";
inline constexpr const char* joint_working_reminder = "Joint working reminder";
inline constexpr const char* register_return_requested = "Register return requested";
inline constexpr const char* register_return_reminder = "Register return reminder";
inline constexpr const char* register_return_changes_needed = "Register return: changes needed";
inline constexpr const char* agenda_deadline_changed = "Agenda deadline changed";
inline constexpr const char* circulation_papers_due = "Circulation: papers due";
inline constexpr const char* circulation_papers_issued = "Circulation: papers issued";
inline constexpr const char* circulation_deferred = "Circulation: deferred";
inline constexpr const char* circulation_outcome = "Circulation: outcome";
inline constexpr const char* theme_relevant_to_the_board = "Theme: relevant to the board?";
inline constexpr const char* theme_reminder = "Theme: reminder";
inline constexpr const char* board_replaced = "Board replaced";
inline constexpr const char* date_poll = "Date poll";
inline constexpr const char* date_poll_cancelled = "Date poll cancelled";
inline constexpr const char* circulation_outcome_corrected = "Circulation: outcome corrected";
inline constexpr const char* response_requested = "Response requested";
inline constexpr const char* response_accepted = "Response accepted";
inline constexpr const char* response_received = "Response received";
inline constexpr const char* response_being_corrected = "Response being corrected";
inline constexpr const char* response_carried_forward = "Response carried forward";
inline constexpr const char* response_confirmed = "Response confirmed";
inline constexpr const char* response_more_information_needed = "Response: more information needed";
inline constexpr const char* response_no_longer_needed = "Response no longer needed";
inline constexpr const char* working_arrangement = "Working arrangement";
inline constexpr const char* issue_between_boards = "Issue between boards";
inline constexpr const char* safeguarding_concern = "Safeguarding concern";
inline constexpr const char* quarterly_digest = "Quarterly digest";
inline constexpr const char* circulation_for_consideration_again =
    "Circulation: for consideration again";
inline constexpr const char* circulation_new_version = "Circulation: new version";
inline constexpr const char* circulation_changed_for_information =
    "Circulation: changed, for information";
inline constexpr const char* circulation_withdrawn = "Circulation: withdrawn";
inline constexpr const char* circulation_written_assent = "Circulation: written assent";

// Links.
inline constexpr const char* this_link_no_longer_works_because =
    "This link no longer works, because its deadline has passed or the matter is closed. Reply to "
    "the email it came in, or sign in.";
inline constexpr const char* this_link_is_for_another_person =
    "This link is for another person. Sign out to use it.";
inline constexpr const char* we_cannot_find_this_paper = "We cannot find this paper.";
inline constexpr const char* replied_using_the_link = "Replied using the link in an email";

// Mail pages.
inline constexpr const char* all_emails = "All emails";
inline constexpr const char* email = "Email";
inline constexpr const char* to = "To";
inline constexpr const char* board_label = "Board";
inline constexpr const char* created = "Created";
inline constexpr const char* status = "Status";
inline constexpr const char* we_cannot_find_this_email = "We cannot find this email.";
inline constexpr const char* type = "Type";
inline constexpr const char* none = "None";
inline constexpr const char* expires = "Expires";
inline constexpr const char* mail_server_response = "Mail server response";
inline constexpr const char* mail_server_reference = "Mail server reference";
inline constexpr const char* history = "History";
inline constexpr const char* date_and_time = "Date and time";
inline constexpr const char* event = "Event";
inline constexpr const char* details = "Details";
inline constexpr const char* email_content = "Email content";
inline constexpr const char* we_never_show_emails_that_contain =
    "We never show emails that contain a sign-in code.";
inline constexpr const char* if_you_send_it_again = "If you send it again, it may arrive twice.";
inline constexpr const char* send_now = "Send now";
inline constexpr const char* put_on_hold = "Put on hold";
inline constexpr const char* there_are_no_emails_to_show = "There are no emails to show.";
inline constexpr const char* emails_newest_first = "Emails, newest first";
inline constexpr const char* we_cannot_find_this_meeting =
    "We cannot find this meeting for any of your boards.";
inline constexpr const char* emails = "Emails";
inline constexpr const char* filter_by_status = "Filter by status";
inline constexpr const char* scheduled_emails_next_14_days = "Scheduled emails: next 14 days";
inline constexpr const char* older_emails = "Older emails";
inline constexpr const char* all_emails_in_this_batch = "All emails in this batch";
inline constexpr const char* cancel_unsent_emails = "Cancel unsent emails";
inline constexpr const char* emails_in_this_batch = "Emails in this batch";
inline constexpr const char* all_emails_in_this_batch_have_already_been =
    "All emails in this batch have already been sent. If something was wrong, email the people "
    "again.";

// Mail preview.
inline constexpr const char* content_transfer_encoding = "Content-Transfer-Encoding";

// Reminder pages.
inline constexpr const char* deadline_for_agenda_requests = "Deadline for agenda requests";
inline constexpr const char* to_your_secretariat_before_the_deadline =
    "To your secretariat, before the deadline for requests from other boards";
inline constexpr const char* deadline_for_reports = "Deadline for reports";
inline constexpr const char* to_the_author_of_each_item =
    "To the author of each item that has no report yet";
inline constexpr const char* to_your_secretariat_before_the_publication =
    "To your secretariat, before the publication deadline";
inline constexpr const char* draft_minutes_due = "Draft minutes due";
inline constexpr const char* to_your_secretariat_after_a_meeting =
    "To your secretariat, after a meeting";
inline constexpr const char* requests_overdue = "Requests overdue";
inline constexpr const char* to_both_boards_when =
    "To both boards, when you have not replied to a request in time";
inline constexpr const char* to_your_secretariat_and_the_secretariat =
    "To your secretariat and the secretariat of the board receiving your document";
inline constexpr const char* meeting_to_be_confirmed = "Meeting to be confirmed";
inline constexpr const char* to_your_secretariat_while_a_date =
    "To your secretariat, while a date is provisional";
inline constexpr const char* to_your_secretariat_and_the_author =
    "To your secretariat and the author, while a report in the timetable has no meeting or has not "
    "been delivered";
inline constexpr const char* response_due = "Response due";
inline constexpr const char* to_your_chair_and_secretariat_while =
    "To your chair and secretariat, while another board is expecting a response";
inline constexpr const char* next_step_due = "Next step due";
inline constexpr const char* to_the_person_responsible =
    "To the person responsible for an issue or concern";
inline constexpr const char* register_return_due = "Register return due";
inline constexpr const char* to_your_chair_and_secretariat_once =
    "To your chair and secretariat, once a year";
inline constexpr const char* review_due = "Review due";
inline constexpr const char* to_your_secretariat_when_a_document =
    "To your secretariat, when a document you control is due for review";
inline constexpr const char* handover_due = "Handover due";
inline constexpr const char* to_your_chairs_and_secretariat_when =
    "To your chairs and secretariat, when a chair or the host secretariat is about to change";
inline constexpr const char* there_is_no_such_board = "There is no such board.";
inline constexpr const char* one_item = "one item";
inline constexpr const char* boards = "Boards";
inline constexpr const char* reminders_are_sent_at_8am =
    "Reminders are sent at 8am, this many working days before the deadline. Separate numbers with "
    "commas. For example, 5, 2, 0, -1 means 5 and 2 days before, on the day, and 1 day after. "
    "Leave blank for no reminder.";
inline constexpr const char* save_reminders = "Save reminders";
inline constexpr const char* somebody_else_changed_these_reminders_since =
    "Somebody else changed these reminders since you opened the form. Open it again.";
inline constexpr const char* the_service_sends_these_reminders_automatically =
    "The service sends these reminders automatically, unless the task is completed first. Overdue "
    "reminders are sent late or shown as too late.";
inline constexpr const char* no_reminders_are_scheduled =
    "No reminders are scheduled in the next 14 days.";
inline constexpr const char* reminders_by_date = "Reminders by date";
inline constexpr const char* date = "Date";
inline constexpr const char* about = "About";
inline constexpr const char* rule = "Rule";

inline std::string sender_for(std::string_view board) {
    return fmt::format("{} via Shiremoot", board);
}

// Pages that a link in an email opens.
inline std::string replying_as(std::string_view post) {
    return fmt::format("You are replying as {}.", post);
}
inline std::string replying_as_for_board(std::string_view post, std::string_view board) {
    return fmt::format("You are replying as {}, {}.", post, board);
}

// The queue.
inline std::string too_late_to_undo(std::string_view moment) {
    return fmt::format("You could undo this until {}. You can still put each unsent email on hold.",
                       moment);
}
inline std::string attached(std::string_view file) {
    return fmt::format("Attachment: {}", file);
}
inline std::string emails_about_the_meeting(std::string_view starts) {
    return fmt::format("Emails about the meeting on {}", starts);
}
inline std::string batch(std::string_view what) {
    return fmt::format("Batch: {}", what);
}
inline std::string batch_counts(std::size_t all, std::ptrdiff_t sent, std::ptrdiff_t unsent) {
    return fmt::format("{}: {} sent, {} not sent yet.",
                       workflows::text::counted(all, "email", "emails"), sent, unsent);
}
inline std::string state_and_count(std::string_view state, int count) {
    return fmt::format("{}: {}", state, count);
}

// For the history of an email and the audit trail.
inline std::string by(std::string_view post) {
    return fmt::format("by {}", post);
}
inline std::string email_to(std::string_view what, std::string_view recipient) {
    return fmt::format("{} to {}", what, recipient);
}
inline std::string cancelled_of(int cancelled, std::size_t all) {
    return fmt::format("{} of {} cancelled", cancelled, all);
}

// Reminders.
inline std::string reminders_of(std::string_view board) {
    return fmt::format("Reminders: {}", board);
}
inline std::string reminder_hint(std::string_view recipients, std::string_view county_rule) {
    if (county_rule.empty()) return fmt::format("{}. County default: no reminder.", recipients);
    return fmt::format("{}. County default: {}.", recipients, county_rule);
}

/// Where a title may not be shown.
inline constexpr const char* private_item = "a private item";

// Settings.
inline std::string password_file_cannot_be_read(std::string_view file) {
    return fmt::format("We cannot read the password file {}.", file);
}

}  // namespace server::letters::words
