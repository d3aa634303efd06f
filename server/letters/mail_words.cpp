#include "server/letters/mail_words.hpp"

#include <array>
#include <stdexcept>

#include "workflows/core/date.hpp"
#include "workflows/text/words.hpp"

namespace server::letters {
namespace {

using mail::Reason;
using State = db::OutboxState;
using templates::TagColour;

// clang-format off
const std::vector<StateWords> states{
    {State::queued, "Waiting",     TagColour::blue},
    {State::leased, "Being sent",  TagColour::blue},
    {State::deferred, "Tried, waits", TagColour::yellow},
    {State::accepted, "Sent",        TagColour::green},
    {State::in_doubt, "In doubt",    TagColour::orange},
    {State::failed, "Not sent",    TagColour::red},
    {State::expired, "Too late",    TagColour::red},
    {State::held, "On hold",     TagColour::purple},
    {State::cancelled, "Held back",   TagColour::grey},
};

struct ReasonWords {
    Reason reason;
    std::string_view words;
};
constexpr std::array reasons{
    ReasonWords{Reason::none, ""},
    ReasonWords{Reason::connection, "The mail server closed the connection. It is tried again."},
    ReasonWords{Reason::transient, "The other mail server asks for patience. It is tried again."},
    ReasonWords{Reason::mailbox_full, "The mailbox is full. It is tried again for as long as the message is of use. Ring the person if it matters today."},
    ReasonWords{Reason::relay, "The mail server is in trouble itself. It is tried again."},
    ReasonWords{Reason::relay_login, "The mail server does not accept our user name or password. Tell the people who run this service."},
    ReasonWords{Reason::bad_address, "There is no such mailbox. Correct the address of the post, then send the message again."},
    ReasonWords{Reason::disabled, "The mailbox exists but is switched off. Ask who holds the post now, correct its address, then send again."},
    ReasonWords{Reason::too_large, "The message is too large for this mailbox. Send the person the address of the papers instead."},
    ReasonWords{Reason::needs_smtputf8, "The address has letters that a mail server on the way cannot take. Use another address for the post."},
    ReasonWords{Reason::our_domain, "The other side does not trust mail from our address. That is our set-up, not the person’s: the whole mail-out is on hold. Tell the people who run this service, and send it again when they have mended it."},
    ReasonWords{Reason::policy, "The other side refused the message for what it is or where it comes from. Ask the person to have our address allowed."},
    ReasonWords{Reason::protocol, "The mail server did not understand us. Tell the people who run this service."},
};
// clang-format on

std::string clock_words(workflows::Instant at) {
    return workflows::spoken_time(workflows::to_local(at, workflows::county_zone).time);
}

std::string waiting_words(int waiting) {
    if (waiting == 0) return "No message waits";
    return workflows::text::counted(waiting, "message waits", "messages wait");
}

// The engine keeps the relay's reply ("535 5.7.8 …") or our own words about the connection.
std::string relay_words(const std::string& trouble) {
    const bool replied = trouble.size() > 3 && trouble[0] >= '1' && trouble[0] <= '9';
    if (!replied) return "The mail server does not answer.";
    const auto reply = mail::make_reply(std::stoi(trouble.substr(0, 3)), trouble.substr(4));
    if (mail::classify(reply) == Reason::relay_login)
        return std::string(reason_words(Reason::relay_login));
    return "The mail server answers, but takes no mail at the moment.";
}

}  // namespace

const std::vector<StateWords>& mail_states() {
    return states;
}

const StateWords& state_words(db::OutboxState state) {
    for (const auto& row : states) {
        if (row.state == state) return row;
    }
    throw std::logic_error("no words for a mail state");
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
    return clock_words(at) + " on " +
           workflows::long_date(workflows::to_local(at, workflows::county_zone).day);
}

std::string standing_words(const db::OutboxRow& row, workflows::Instant now) {
    switch (row.state) {
        case State::queued:
            return row.next_at > now ? "Goes at " + moment_words(row.next_at) + "."
                                     : "Goes as soon as it is its turn.";
        case State::leased:
            return "It is being sent at this moment.";
        case State::deferred:
            return "Tried " + workflows::text::counted(row.attempts, "time", "times") +
                   "; next try at " + moment_words(row.next_at) + ".";
        case State::accepted:
            return "Our mail server took it at " + moment_words(row.finished_at) + ".";
        case State::in_doubt:
            return row.next_at < workflows::Instant{std::chrono::seconds(db::never)}
                       ? "It may have arrived: the answer of the mail server was lost. It goes "
                         "once more at " +
                             moment_words(row.next_at) + "."
                       : "It may have arrived: the answer of the mail server was lost. It is not "
                         "sent again by itself.";
        case State::failed:
            return "It was refused and is not tried again.";
        case State::expired:
            return "It could not be sent before it was of no more use, at " +
                   moment_words(row.not_after) + ".";
        case State::held:
            return "It waits until somebody sends it.";
        case State::cancelled:
            return "It was held back and is not sent.";
    }
    return {};
}

std::string trouble_words(const mail::OutboxStatus& status, bool is_configured, int waiting) {
    if (!is_configured)
        return "No mail server is set up, so nothing is sent. " + waiting_words(waiting) +
               ". The people who run this service can set one.";
    if (!status.log_trouble.empty())
        return "The database cannot be written, so nothing is sent. " + waiting_words(waiting) +
               ". Tell the people who run this service.";
    if (!status.relay_resting_until) return {};
    return relay_words(status.relay_trouble) + " " + waiting_words(waiting) + "; next try " +
           clock_words(*status.relay_resting_until) + ".";
}

}  // namespace server::letters
