// What becomes of a row: retries, expiry and doubt.
#include "mail/outcome.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "mail/retry.hpp"

namespace mail {
namespace {

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

std::chrono::seconds unit_after_number(std::string_view rest) {
    const auto word = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
    if (word.starts_with("sec")) {
        return std::chrono::seconds(1);
    }
    return word.starts_with("min") ? std::chrono::minutes(1) : std::chrono::seconds(0);
}

std::chrono::seconds wait_after(const Leased& leased, const SendResult& result, double jitter) {
    if (const auto hint = hinted_delay(result.reply.text)) {
        return *hint;
    }
    if (result.reason == Reason::mailbox_full) {
        return retry_mailbox_full;
    }
    return retry_delay(leased.attempts, jitter);
}

std::optional<workflows::Instant> resend_time(MessageClass message_class, int doubts,
                                              workflows::Instant now,
                                              workflows::Instant not_after) {
    const auto at = now + retry_in_doubt;
    if (resends_when_in_doubt(message_class) && doubts < doubt_resends_max && at < not_after) {
        return at;
    }
    return std::nullopt;
}

// Back into the queue for `next`, or over when that is too late to be of use.
void requeue(Outcome& outcome, Disposition disposition, workflows::Instant next,
             workflows::Instant not_after) {
    if (next >= not_after) {
        outcome.disposition = Disposition::expired;
        return;
    }
    outcome.disposition = disposition;
    outcome.next_at = next;
}

}  // namespace

bool resends_when_in_doubt(MessageClass message_class) {
    return message_class == MessageClass::statutory || message_class == MessageClass::invite ||
           message_class == MessageClass::account;
}

std::optional<std::chrono::seconds> hinted_delay(std::string_view text) {
    constexpr int digits_max = 6;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) {
            continue;
        }
        std::size_t end = i;
        std::int64_t number = 0;
        while (end < text.size() && is_digit(text[end]) && end - i < digits_max) {
            number = number * 10 + (text[end++] - '0');
        }
        const auto delay = number * unit_after_number(text.substr(end));
        if (delay >= hint_shortest && delay <= hint_longest) {
            return delay + hint_spare;
        }
    }
    return std::nullopt;
}

Outcome outcome_of(const Leased& leased, const SendResult& result, workflows::Instant now,
                   workflows::Instant relay_rest, double jitter) {
    Outcome outcome;
    outcome.key = leased.key;
    outcome.at = now;
    outcome.reason = result.reason;
    outcome.reply = result.reply;
    outcome.remote_id = result.remote_id;
    outcome.trouble = result.trouble;
    switch (result.verdict) {
        case Verdict::accepted:
            outcome.disposition = Disposition::accepted;
            break;
        case Verdict::permanent:
            outcome.disposition =
                result.reason == Reason::our_domain ? Disposition::held : Disposition::failed;
            break;
        case Verdict::transient:
            if (leased.attempts + 1 >= attempts_max) {
                outcome.disposition = Disposition::failed;
            } else {
                requeue(outcome, Disposition::deferred, now + wait_after(leased, result, jitter),
                        leased.not_after);
            }
            break;
        case Verdict::in_doubt:
            outcome.disposition = Disposition::in_doubt;
            outcome.next_at =
                resend_time(leased.message_class, leased.doubts, now, leased.not_after);
            break;
        case Verdict::relay_trouble:
            requeue(outcome, Disposition::released, std::max(relay_rest, now), leased.not_after);
            break;
        case Verdict::given_up:
            requeue(outcome, Disposition::released, now, leased.not_after);
            break;
    }
    return outcome;
}

Outcome outcome_of(const Stranded& stranded, workflows::Instant now) {
    Outcome outcome;
    outcome.key = stranded.key;
    outcome.at = now;
    outcome.trouble = "the sender ended before it recorded how this went";
    if (stranded.begun) {
        outcome.disposition = Disposition::in_doubt;
        outcome.next_at =
            resend_time(stranded.message_class, stranded.doubts, now, stranded.not_after);
    } else {
        requeue(outcome, Disposition::released, now, stranded.not_after);
    }
    return outcome;
}

Outcome released(const LeaseKey& key, workflows::Instant now, workflows::Instant next_at) {
    Outcome outcome;
    outcome.key = key;
    outcome.disposition = Disposition::released;
    outcome.at = now;
    outcome.next_at = next_at;
    return outcome;
}

Outcome expired(const LeaseKey& key, workflows::Instant now) {
    Outcome outcome;
    outcome.key = key;
    outcome.disposition = Disposition::expired;
    outcome.at = now;
    return outcome;
}

}  // namespace mail
