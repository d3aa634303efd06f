// What the pages of the demonstration say.
#pragma once

namespace server::demo::words {

inline constexpr const char* we_cannot_find_this_email =
    "We cannot find this email in the demonstration’s mailbox.";
inline constexpr const char* this_email_has_no_such_part = "This email does not have that part.";
inline constexpr const char* select_a_person = "Select a person";
inline constexpr const char* emails_received = "Emails received";
inline constexpr const char* what_the_mail_server_received =
    "Emails this service sent, as the mail server on this machine received them.";
inline constexpr const char* newest_first = "Emails, newest first";
inline constexpr const char* subject = "Subject";
inline constexpr const char* to = "To";
inline constexpr const char* from = "From";
inline constexpr const char* date = "Date";
inline constexpr const char* attachment = "Attachment";
inline constexpr const char* as_html = "View as HTML";
inline constexpr const char* calendar_entry = "Calendar entry";
inline constexpr const char* source = "View source";

}  // namespace server::demo::words
