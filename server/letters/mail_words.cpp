#include "server/letters/mail_words.hpp"

#include <array>
#include <stdexcept>

#include "server/letters/queue_words.hpp"
#include "workflows/core/date.hpp"

namespace server::letters {
namespace {

using mail::Reason;
using State = db::OutboxState;
using templates::TagColour;

// clang-format off
const std::vector<StateWords> states{
    {State::queued,    queue_words::queued,      TagColour::blue},
    {State::leased,    queue_words::being_sent,  TagColour::blue},
    {State::deferred,  queue_words::retrying,    TagColour::yellow},
    {State::accepted,  queue_words::sent,        TagColour::green},
    {State::in_doubt,  queue_words::unconfirmed, TagColour::orange},
    {State::failed,    queue_words::failed,      TagColour::red},
    {State::expired,   queue_words::expired,     TagColour::red},
    {State::held,      queue_words::on_hold,     TagColour::purple},
    {State::cancelled, queue_words::cancelled,   TagColour::grey},
};

struct ReasonWords {
    Reason reason;
    std::string_view words;
};
constexpr std::array reasons{
    ReasonWords{Reason::none,           ""},
    ReasonWords{Reason::connection,     queue_words::connection_closed},
    ReasonWords{Reason::transient,      queue_words::recipient_busy},
    ReasonWords{Reason::mailbox_full,   queue_words::mailbox_full},
    ReasonWords{Reason::relay,          queue_words::mail_server_has_a_problem},
    ReasonWords{Reason::relay_login,    queue_words::mail_server_does_not_accept_us},
    ReasonWords{Reason::bad_address,    queue_words::address_does_not_exist},
    ReasonWords{Reason::disabled,       queue_words::mailbox_disabled},
    ReasonWords{Reason::too_large,      queue_words::email_too_large},
    ReasonWords{Reason::needs_smtputf8, queue_words::address_has_characters_that_fail},
    ReasonWords{Reason::our_domain,     queue_words::recipient_does_not_trust_us},
    ReasonWords{Reason::policy,         queue_words::recipient_rejected_it},
    ReasonWords{Reason::protocol,       queue_words::mail_server_did_not_understand},
};
// clang-format on

std::string clock_words(workflows::Instant at) {
    return workflows::spoken_time(workflows::to_local(at, workflows::county_zone).time);
}

// The engine keeps the relay's reply ("535 5.7.8 …") or our own words about the connection.
std::string relay_words(const std::string& trouble) {
    const bool replied = trouble.size() > 3 && trouble[0] >= '1' && trouble[0] <= '9';
    if (!replied) return queue_words::mail_server_is_silent;
    const auto reply = mail::make_reply(std::stoi(trouble.substr(0, 3)), trouble.substr(4));
    if (mail::classify(reply) == Reason::relay_login)
        return std::string(reason_words(Reason::relay_login));
    return queue_words::mail_server_takes_nothing;
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
    return queue_words::moment(
        clock_words(at), workflows::long_date(workflows::to_local(at, workflows::county_zone).day));
}

std::string standing_words(const db::OutboxRow& row, workflows::Instant now) {
    switch (row.state) {
        case State::queued:
            return row.next_at > now ? queue_words::sent_later(moment_words(row.next_at))
                                     : queue_words::sent_next;
        case State::leased:
            return queue_words::being_sent_now;
        case State::deferred:
            return queue_words::tried(row.attempts, moment_words(row.next_at));
        case State::accepted:
            return queue_words::sent_at(moment_words(row.finished_at));
        case State::in_doubt:
            return row.next_at < workflows::Instant{std::chrono::seconds(db::never)}
                       ? queue_words::may_have_arrived_sent_again(moment_words(row.next_at))
                       : queue_words::may_have_arrived;
        case State::failed:
            return queue_words::rejected;
        case State::expired:
            return queue_words::expired_at(moment_words(row.not_after));
        case State::held:
            return queue_words::on_hold_until_sent;
        case State::cancelled:
            return queue_words::cancelled_not_sent;
    }
    return {};
}

std::string trouble_words(const mail::OutboxStatus& status, bool is_configured, int waiting) {
    if (!is_configured) return queue_words::no_mail_server(waiting);
    if (!status.log_trouble.empty()) return queue_words::cannot_save(waiting);
    if (!status.relay_resting_until) return {};
    return queue_words::next_try(relay_words(status.relay_trouble), waiting,
                                 clock_words(*status.relay_resting_until));
}

}  // namespace server::letters
