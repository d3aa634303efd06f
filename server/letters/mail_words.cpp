#include "server/letters/mail_words.hpp"

#include <fmt/core.h>

#include <array>
#include <stdexcept>

#include "workflows/core/date.hpp"
#include "workflows/text/words.hpp"

namespace server::letters {
namespace {

using mail::Reason;
using templates::TagColour;

// clang-format off
const std::vector<StateWords> states{
    {"queued",    "Queued",      TagColour::blue},
    {"leased",    "Being sent",  TagColour::blue},
    {"deferred",  "Retrying",     TagColour::yellow},
    {"accepted",  "Sent",        TagColour::green},
    {"in_doubt",  "Unconfirmed",    TagColour::orange},
    {"failed",    "Failed",      TagColour::red},
    {"expired",   "Expired",     TagColour::red},
    {"held",      "On hold",     TagColour::purple},
    {"cancelled", "Cancelled",   TagColour::grey},
};

struct ReasonWords {
    Reason reason;
    std::string_view words;
};
constexpr std::array reasons{
    ReasonWords{Reason::none, ""},
    ReasonWords{Reason::connection, "The mail server closed the connection. We will try again."},
    ReasonWords{Reason::transient, "The recipient’s mail server is busy. We will try again."},
    ReasonWords{Reason::mailbox_full, "The recipient’s mailbox is full. We will keep trying until the email expires. Phone them if it is urgent."},
    ReasonWords{Reason::relay, "The mail server has a problem. We will try again."},
    ReasonWords{Reason::relay_login, "The mail server does not accept our user name or password. Contact the people who run this service."},
    ReasonWords{Reason::bad_address, "This email address does not exist. Correct the address for the post, then send the email again."},
    ReasonWords{Reason::disabled, "This mailbox has been disabled. Find out who holds the post now, correct its email address, then send the email again."},
    ReasonWords{Reason::too_large, "The email is too large for this mailbox. Send the recipient a link to the papers instead."},
    ReasonWords{Reason::needs_smtputf8, "The address contains characters that a mail server cannot handle. Use a different address for the post."},
    ReasonWords{Reason::our_domain, "The recipient’s mail server does not trust email from our address. This is a problem with our set-up, so the whole batch is on hold. Contact the people who run this service, and send the batch again when they have fixed it."},
    ReasonWords{Reason::policy, "The recipient’s mail server rejected the email because of its content or sender. Ask the recipient to have our address allowed."},
    ReasonWords{Reason::protocol, "The mail server could not process our request. Contact the people who run this service."},
};
// clang-format on

std::string clock_words(workflows::Instant at) {
    return workflows::spoken_time(workflows::to_local(at, workflows::county_zone).time);
}

std::string waiting_words(int waiting) {
    if (waiting == 0) return "No emails are queued";
    return workflows::text::counted(waiting, "email is queued", "emails are queued");
}

// The engine keeps the relay's reply ("535 5.7.8 …") or our own words about the connection.
std::string relay_words(const std::string& trouble) {
    const bool replied = trouble.size() > 3 && trouble[0] >= '1' && trouble[0] <= '9';
    if (!replied) return "The mail server is not responding.";
    const auto reply = mail::make_reply(std::stoi(trouble.substr(0, 3)), trouble.substr(4));
    if (mail::classify(reply) == Reason::relay_login)
        return std::string(reason_words(Reason::relay_login));
    return "The mail server is responding, but is not accepting emails at the moment.";
}

}  // namespace

const std::vector<StateWords>& mail_states() {
    return states;
}

const StateWords& state_words(std::string_view state) {
    for (const auto& row : states) {
        if (row.state == state) return row;
    }
    throw std::logic_error("no mail state " + std::string(state));
}

std::string_view reason_words(Reason reason) {
    for (const auto& row : reasons) {
        if (row.reason == reason) return row.words;
    }
    return {};
}

Reason reason_of(const db::OutboxRow& row) {
    if (row.reply_code < 400) return Reason::none;
    return mail::classify(mail::make_reply(row.reply_code, row.reply));
}

std::string moment_words(workflows::Instant at) {
    return fmt::format("{} on {}", clock_words(at),
                       workflows::long_date(workflows::to_local(at, workflows::county_zone).day));
}

std::string standing_words(const db::OutboxRow& row, workflows::Instant now) {
    if (row.state == "queued")
        return row.next_at > now ? fmt::format("Will be sent at {}.", moment_words(row.next_at))
                                 : "Queued to be sent next.";
    if (row.state == "leased") return "Being sent now.";
    if (row.state == "deferred")
        return fmt::format("Tried {}. Next try at {}.",
                           workflows::text::counted(row.attempts, "time", "times"),
                           moment_words(row.next_at));
    if (row.state == "accepted") return fmt::format("Sent at {}.", moment_words(row.finished_at));
    if (row.state == "in_doubt")
        return row.next_at < workflows::Instant{std::chrono::seconds(db::never)}
                   ? fmt::format(
                         "This email may have arrived, but the mail server’s response was lost. It "
                         "will be sent once more at {}.",
                         moment_words(row.next_at))
                   : "This email may have arrived, but the mail server’s response was lost. It "
                     "will not be sent again automatically.";
    if (row.state == "failed") return "This email was rejected. It will not be sent again.";
    if (row.state == "expired")
        return fmt::format("This email expired at {} before it could be sent.",
                           moment_words(row.not_after));
    if (row.state == "held") return "On hold until somebody sends it.";
    return "Cancelled. It will not be sent.";
}

std::string trouble_words(const mail::OutboxStatus& status, bool is_configured, int waiting) {
    if (!is_configured)
        return fmt::format(
            "No mail server is set up, so no emails are being sent. {}. Contact the people who run "
            "this service.",
            waiting_words(waiting));
    if (!status.log_trouble.empty())
        return fmt::format(
            "We cannot save to the database, so no emails are being sent. {}. Contact the people "
            "who run this service.",
            waiting_words(waiting));
    if (!status.relay_resting_until) return {};
    return fmt::format("{} {}. Next try at {}.", relay_words(status.relay_trouble),
                       waiting_words(waiting), clock_words(*status.relay_resting_until));
}

}  // namespace server::letters
