// What the pages of the mail queue say: states, refusals, and what is wrong with sending.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::letters::queue_words {

// States.
inline constexpr const char* queued = "Queued";
inline constexpr const char* being_sent = "Being sent";
inline constexpr const char* retrying = "Retrying";
inline constexpr const char* sent = "Sent";
inline constexpr const char* unconfirmed = "Unconfirmed";
inline constexpr const char* failed = "Failed";
inline constexpr const char* expired = "Expired";
inline constexpr const char* on_hold = "On hold";
inline constexpr const char* cancelled = "Cancelled";

// Why an email did not go, and what to do.
inline constexpr const char* connection_closed =
    "The mail server closed the connection. We will try again.";
inline constexpr const char* recipient_busy =
    "The recipient’s mail server is busy. We will try again.";
inline constexpr const char* mailbox_full =
    "The recipient’s mailbox is full. We will keep trying until the email expires. Phone them if "
    "it is urgent.";
inline constexpr const char* mail_server_has_a_problem =
    "The mail server has a problem. We will try again.";
inline constexpr const char* mail_server_does_not_accept_us =
    "The mail server does not accept our user name or password. Contact the people who run this "
    "service.";
inline constexpr const char* address_does_not_exist =
    "This email address does not exist. Correct the address for the post, then send the email "
    "again.";
inline constexpr const char* mailbox_disabled =
    "This mailbox has been disabled. Find out who holds the post now, correct its email address, "
    "then send the email again.";
inline constexpr const char* email_too_large =
    "The email is too large for this mailbox. Send the recipient a link to the papers instead.";
inline constexpr const char* address_has_characters_that_fail =
    "The address contains characters that a mail server cannot handle. Use a different address "
    "for the post.";
inline constexpr const char* recipient_does_not_trust_us =
    "The recipient’s mail server does not trust email from our address. This is a problem with "
    "our set-up, so the whole batch is on hold. Contact the people who run this service, and send "
    "the batch again when they have fixed it.";
inline constexpr const char* recipient_rejected_it =
    "The recipient’s mail server rejected the email because of its content or sender. Ask the "
    "recipient to have our address allowed.";
inline constexpr const char* mail_server_did_not_understand =
    "The mail server could not process our request. Contact the people who run this service.";

// Where one email stands.
inline constexpr const char* sent_next = "Queued to be sent next.";
inline constexpr const char* being_sent_now = "Being sent now.";
inline constexpr const char* may_have_arrived =
    "This email may have arrived, but the mail server’s response was lost. It will not be sent "
    "again automatically.";
inline constexpr const char* rejected = "This email was rejected. It will not be sent again.";
inline constexpr const char* on_hold_until_sent = "On hold until somebody sends it.";
inline constexpr const char* cancelled_not_sent = "Cancelled. It will not be sent.";

inline std::string moment(std::string_view time, std::string_view date) {
    return fmt::format("{} on {}", time, date);
}
inline std::string sent_later(std::string_view moment) {
    return fmt::format("Will be sent at {}.", moment);
}
inline std::string tried(int attempts, std::string_view next) {
    return fmt::format("Tried {}. Next try at {}.",
                       workflows::text::counted(attempts, "time", "times"), next);
}
inline std::string sent_at(std::string_view moment) {
    return fmt::format("Sent at {}.", moment);
}
inline std::string may_have_arrived_sent_again(std::string_view moment) {
    return fmt::format(
        "This email may have arrived, but the mail server’s response was lost. It will be sent "
        "once more at {}.",
        moment);
}
inline std::string expired_at(std::string_view moment) {
    return fmt::format("This email expired at {} before it could be sent.", moment);
}

// Sending as a whole.
inline constexpr const char* mail_server_is_silent = "The mail server is not responding.";
inline constexpr const char* mail_server_takes_nothing =
    "The mail server is responding, but is not accepting emails at the moment.";

inline std::string emails_queued(int waiting) {
    if (waiting == 0) return "No emails are queued.";
    return fmt::format("{} queued.", workflows::text::counted(waiting, "email is", "emails are"));
}
inline std::string no_mail_server(int waiting) {
    return fmt::format(
        "No mail server is set up, so no emails are being sent. {} Contact the people who run "
        "this service.",
        emails_queued(waiting));
}
inline std::string cannot_save(int waiting) {
    return fmt::format(
        "We cannot save to the database, so no emails are being sent. {} Contact the people who "
        "run this service.",
        emails_queued(waiting));
}
inline std::string next_try(std::string_view problem, int waiting, std::string_view time) {
    return fmt::format("{} {} Next try at {}.", problem, emails_queued(waiting), time);
}

}  // namespace server::letters::queue_words
