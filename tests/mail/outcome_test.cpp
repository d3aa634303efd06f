// The pure rules of retrying: hints, attempts, the breaker.
#include "mail/outcome.hpp"

#include <gtest/gtest.h>

#include "mail/retry.hpp"
#include "tests/mail/fakes.hpp"

namespace mail_tests {
namespace {

using mail::Disposition;
using mail::MessageClass;
using mail::Reason;
using mail::Verdict;
using namespace std::chrono_literals;

TEST(Outcome, HintsInWords) {
    EXPECT_EQ(mail::hinted_delay("greylisted, try again in 300 seconds"), 310s);
    EXPECT_EQ(mail::hinted_delay("come back in 5 minutes"), 310s);
    EXPECT_EQ(mail::hinted_delay("try in 5 seconds"), std::nullopt);
    EXPECT_EQ(mail::hinted_delay("in 999999999999 min"), std::nullopt);
    EXPECT_EQ(mail::hinted_delay("mailbox 12345 is full"), std::nullopt);
    EXPECT_EQ(mail::hinted_delay(""), std::nullopt);
}

TEST(Outcome, AttemptsRunOutAndMailboxesRest) {
    const Instant now(1'000'000s);
    mail::Leased leased{{1, 1},
                        MessageClass::notice,
                        {address("a@b.example"), address("c@d.example")},
                        "x",
                        now + 72h};
    const auto later = verdict(Verdict::transient, Reason::transient, {450, {}, "later"});
    EXPECT_EQ(mail::outcome_of(leased, later, now, now, 0.5).next_at, now + mail::retry_first);
    const auto full = verdict(Verdict::transient, Reason::mailbox_full, {452, {4, 2, 2}, "full"});
    EXPECT_EQ(mail::outcome_of(leased, full, now, now, 0.5).next_at, now + 24h);
    leased.attempts = mail::attempts_max - 1;
    EXPECT_EQ(mail::outcome_of(leased, later, now, now, 0.5).disposition, Disposition::failed);
    leased.attempts = 0;
    leased.not_after = now + 1min;
    EXPECT_EQ(mail::outcome_of(leased, later, now, now, 0.5).disposition, Disposition::expired);
}

TEST(RelayBreaker, DoublesItsRestAndProbesOnce) {
    using Gate = mail::RelayBreaker::Gate;
    mail::RelayBreaker breaker;
    Instant now(1'000'000s);
    EXPECT_EQ(breaker.gate(now), Gate::send);
    for (const auto rest : {15s, 30s, 60s, 120s, 240s, 300s, 300s}) {
        breaker.trip(now, 0.9999999);
        breaker.trip(now, 0.0);  // a second sender met the same trouble
        EXPECT_EQ(breaker.resting_until(), now + rest - 1s);
        EXPECT_EQ(breaker.gate(now), Gate::rest);
        now += rest;
        EXPECT_EQ(breaker.gate(now), Gate::probe);
        EXPECT_EQ(breaker.gate(now), Gate::rest);
    }
    breaker.reset();
    EXPECT_EQ(breaker.gate(now), Gate::send);
}

}  // namespace
}  // namespace mail_tests
