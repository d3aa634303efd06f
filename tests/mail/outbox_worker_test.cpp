// The outbox worker driven by hand: crashes at every point, doubt by class, the breaker, pauses.
#include "mail/outbox_worker.hpp"

#include <gtest/gtest.h>

#include <random>

#include "mail/outcome.hpp"
#include "mail/retry.hpp"
#include "tests/mail/outbox_fixture.hpp"

namespace mail_tests {
namespace {

using mail::Disposition;
using mail::MessageClass;
using mail::Phase;
using mail::Proceed;
using mail::Reason;
using mail::Verdict;
using namespace std::chrono_literals;

struct Crash {};  // not a std::exception: nothing of ours may catch it

TEST_F(Outbox, SendsWhatIsDueAndRecordsIt) {
    const auto due = add(MessageClass::notice);
    const auto later = log_.add(MessageClass::notice, clock_.now() + 1h, clock_.now() + 2h);
    const auto report = drain("a");
    EXPECT_EQ(report.leased, 1);
    EXPECT_EQ(report.accepted, 1);
    EXPECT_EQ(last(due), Disposition::accepted);
    EXPECT_TRUE(log_.row(later).outcomes.empty());
}

TEST_F(Outbox, CommitsTheMarkBeforeTheMessageLeaves) {
    const auto id = add(MessageClass::notice);
    relay_.play = [&](const std::string& bytes, mail::DeliveryObserver& observer) {
        EXPECT_FALSE(log_.row(id).eod_marked);
        EXPECT_EQ(observer.reached(Phase::eod), Proceed::go_on);
        EXPECT_TRUE(log_.row(id).eod_marked);
        EXPECT_TRUE(log_.row(id).begun);
        relay_.arrive(bytes);
        return verdict(Verdict::accepted);
    };
    EXPECT_EQ(drain("a").accepted, 1);
}

enum class CrashPoint { before_mark, after_mark, after_bytes };
struct CrashCase {
    CrashPoint point;
    MessageClass message_class;
    int copies;
};
class CrashMatrix : public Outbox, public testing::WithParamInterface<CrashCase> {};

TEST_P(CrashMatrix, KeepsThePromiseOfTheClass) {
    const auto id = add(GetParam().message_class);
    relay_.play = [&](const std::string& bytes,
                      mail::DeliveryObserver& observer) -> mail::SendResult {
        if (GetParam().point != CrashPoint::before_mark) {
            observer.reached(Phase::eod);
        }
        if (GetParam().point == CrashPoint::after_bytes) {
            relay_.arrive(bytes);
        }
        throw Crash{};
    };
    EXPECT_THROW(drain("first"), Crash);
    relay_.play = {};
    for (int i = 0; i < 3; ++i) {
        drain("second");
        clock_.advance(mail::retry_in_doubt);
    }
    EXPECT_EQ(relay_.copies_of(id), GetParam().copies);
    const auto row = log_.row(id);
    EXPECT_EQ(row.state, MemoryLog::State::final);
    const bool resent = GetParam().point == CrashPoint::before_mark ||
                        mail::resends_when_in_doubt(GetParam().message_class);
    EXPECT_EQ(last(id), resent ? Disposition::accepted : Disposition::in_doubt);
    EXPECT_EQ(row.attempts, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Matrix, CrashMatrix,
    testing::Values(CrashCase{CrashPoint::before_mark, MessageClass::statutory, 1},
                    CrashCase{CrashPoint::before_mark, MessageClass::reminder, 1},
                    CrashCase{CrashPoint::before_mark, MessageClass::notice, 1},
                    CrashCase{CrashPoint::after_mark, MessageClass::statutory, 1},
                    CrashCase{CrashPoint::after_mark, MessageClass::invite, 1},
                    CrashCase{CrashPoint::after_mark, MessageClass::account, 1},
                    CrashCase{CrashPoint::after_mark, MessageClass::reminder, 0},
                    CrashCase{CrashPoint::after_mark, MessageClass::notice, 0},
                    CrashCase{CrashPoint::after_bytes, MessageClass::statutory, 2},
                    CrashCase{CrashPoint::after_bytes, MessageClass::invite, 2},
                    CrashCase{CrashPoint::after_bytes, MessageClass::account, 2},
                    CrashCase{CrashPoint::after_bytes, MessageClass::reminder, 1},
                    CrashCase{CrashPoint::after_bytes, MessageClass::notice, 1}));

TEST_F(Outbox, KillsBetweenMarkAndSendLeaveNoDoubt) {
    const auto id = add(MessageClass::statutory);
    for (const char* killed : {"first", "second", "third"}) {
        const auto leased = log_.lease(killed, 16, clock_.now());
        ASSERT_EQ(leased.size(), 1U) << killed;
        EXPECT_TRUE(log_.commit({&leased.front().key, 1}, {}).empty());  // marked ahead, not begun
        relay_.play = [](const std::string&, mail::DeliveryObserver&) {
            return verdict(Verdict::relay_trouble, Reason::relay);
        };
        EXPECT_EQ(drain(std::string("after ") + killed).recovered, 1);
        clock_.advance(mail::RelayBreaker::rest_longest);
    }
    relay_.play = {};
    EXPECT_EQ(drain("last").accepted, 1);
    EXPECT_EQ(relay_.copies_of(id), 1);
    EXPECT_EQ(log_.row(id).doubts, 0);
}

TEST_F(Outbox, BeginsNothingWhoseLeaseIsNearlyOver) {
    const auto id = add(MessageClass::notice);
    const auto next = add(MessageClass::notice);
    relay_.play = [&](const std::string& bytes, mail::DeliveryObserver& observer) {
        if (log_.row(id).fence == 1) {
            clock_.advance(mail::lease_lifetime - mail::lease_spare);  // a slow dialogue
        }
        if (observer.reached(Phase::eod) == Proceed::stop) {
            return verdict(Verdict::given_up);
        }
        relay_.arrive(bytes);
        return verdict(Verdict::accepted);
    };
    EXPECT_EQ(drain("a").released, 2);  // the next one waited too long in the queue
    EXPECT_EQ(relay_.copies_of(id) + relay_.copies_of(next), 0);
    EXPECT_FALSE(log_.row(id).eod_marked);
    EXPECT_EQ(drain("a").accepted, 2);
    EXPECT_EQ(log_.row(next).fence, 2);
}

TEST_F(Outbox, SendsNothingWhoseBeginningCannotBeKept) {
    const auto id = add(MessageClass::notice);
    log_.refuse_to_begin(true);
    EXPECT_EQ(drain("a").released, 1);
    EXPECT_EQ(relay_.copies_of(id), 0);
    log_.refuse_to_begin(false);
    EXPECT_EQ(drain("a").accepted, 1);
}

TEST_F(Outbox, AFailedMarkSendsNothingAndSaysWhy) {
    const auto id = add(MessageClass::statutory);
    auto first = worker("a");
    relay_.play = [&](const std::string& bytes, mail::DeliveryObserver& observer) {
        log_.fail_commits(1);
        if (observer.reached(Phase::eod) == Proceed::stop) {
            return verdict(Verdict::given_up);
        }
        relay_.arrive(bytes);
        return verdict(Verdict::accepted);
    };
    EXPECT_THROW(first.drain_once(), std::runtime_error);
    EXPECT_EQ(relay_.copies_of(id), 0);
    relay_.play = {};
    clock_.advance(mail::lease_lifetime);
    first.drain_once();
    EXPECT_EQ(relay_.copies_of(id), 1);
}

TEST_F(Outbox, ARowCancelledDuringTheDialogueIsNotSent) {
    const auto id = add(MessageClass::notice);
    relay_.play = [&](const std::string& bytes, mail::DeliveryObserver& observer) {
        log_.cancel(id);
        if (observer.reached(Phase::eod) == Proceed::stop) {
            return verdict(Verdict::given_up);
        }
        relay_.arrive(bytes);
        return verdict(Verdict::accepted);
    };
    drain("a");
    EXPECT_EQ(relay_.copies_of(id), 0);
    EXPECT_TRUE(log_.row(id).outcomes.empty());
}

TEST_F(Outbox, ASlowWorkerCannotOverwriteALaterLease) {
    const auto id = add(MessageClass::notice);
    relay_.play = [&](const std::string& bytes, mail::DeliveryObserver& observer) {
        if (log_.row(id).fence == 1) {
            clock_.advance(mail::lease_lifetime);
            drain("b");  // takes the lease over and sends
            EXPECT_EQ(observer.reached(Phase::eod), Proceed::stop);
            return verdict(Verdict::given_up);
        }
        observer.reached(Phase::eod);
        relay_.arrive(bytes);
        return verdict(Verdict::accepted);
    };
    drain("a");
    EXPECT_EQ(relay_.copies_of(id), 1);
    EXPECT_EQ(last(id), Disposition::accepted);
}

TEST_F(Outbox, ExpiresWhatComesTooLate) {
    const auto id = log_.add(MessageClass::reminder, clock_.now() - 2h, clock_.now() - 1h);
    EXPECT_EQ(drain("a").expired, 1);
    EXPECT_EQ(relay_.copies_of(id), 0);
}

TEST_F(Outbox, APausedRowWaits) {
    const auto id = add(MessageClass::notice);
    log_.pause(id, true);
    EXPECT_EQ(drain("a").leased, 0);
    log_.pause(id, false);
    EXPECT_EQ(drain("a").accepted, 1);
}

TEST_F(Outbox, ARelayInTroubleRestsEverybodyAndUsesUpNoAttempt) {
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 5; ++i) {
        ids.push_back(add(MessageClass::notice));
    }
    int tries = 0;
    relay_.play = [&](const std::string&, mail::DeliveryObserver&) {
        ++tries;
        return verdict(Verdict::relay_trouble, Reason::connection, {421, {4, 3, 2}, "full"});
    };
    auto one = worker("a");
    EXPECT_EQ(one.drain_once().released, 5);
    EXPECT_EQ(tries, 1);
    EXPECT_TRUE(one.status().relay_resting_until.has_value());
    EXPECT_EQ(one.status().relay_trouble, "421 4.3.2 full");
    EXPECT_EQ(one.drain_once().leased, 0);  // resting
    for (int i = 0; i < 24; ++i) {          // two hours
        clock_.advance(mail::RelayBreaker::rest_longest);
        one.drain_once();
    }
    EXPECT_EQ(tries, 25);  // one probe per rest
    relay_.play = {};
    clock_.advance(mail::RelayBreaker::rest_longest);
    one.drain_once();
    one.drain_once();
    for (const auto id : ids) {
        EXPECT_EQ(relay_.copies_of(id), 1);
        EXPECT_EQ(log_.row(id).attempts, 0);
    }
    EXPECT_FALSE(one.status().relay_resting_until.has_value());
}

TEST_F(Outbox, OurOwnDomainAtFaultHoldsTheRow) {
    const auto id = add(MessageClass::notice);
    relay_.play = [](const std::string&, mail::DeliveryObserver&) {
        return verdict(Verdict::permanent, Reason::our_domain, {550, {5, 7, 26}, "no SPF"});
    };
    EXPECT_EQ(drain("a").held, 1);
    EXPECT_EQ(last(id), Disposition::held);
}

TEST_F(Outbox, RandomFaultsLoseNothingAndNeverRepeatAReminder) {
    std::mt19937 random(20181122);
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 1000; ++i) {
        ids.push_back(log_.add(i % 2 == 0 ? MessageClass::statutory : MessageClass::reminder,
                               clock_.now(), clock_.now() + std::chrono::hours(24 * 60)));
    }
    relay_.play = [&](const std::string& bytes,
                      mail::DeliveryObserver& observer) -> mail::SendResult {
        const auto dice = random() % 100;
        if (dice < 5) {
            throw Crash{};
        }
        if (dice < 15) {
            return verdict(Verdict::transient, Reason::transient, {451, {4, 7, 1}, "later"});
        }
        if (dice < 18) {
            return verdict(Verdict::relay_trouble, Reason::relay);
        }
        if (observer.reached(Phase::eod) == Proceed::stop) {
            return verdict(Verdict::given_up);
        }
        if (dice < 20) {
            throw Crash{};
        }
        relay_.arrive(bytes);
        if (dice < 22) {
            throw Crash{};
        }
        return dice < 24 ? verdict(Verdict::in_doubt) : verdict(Verdict::accepted);
    };
    for (int round = 0; round < 2000; ++round) {
        try {
            auto one = worker(std::to_string(round));
            while (one.drain_once().leased > 0) {
            }
        } catch (const Crash&) {
        }
        clock_.advance(5min);
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto row = log_.row(ids[i]);
        ASSERT_EQ(row.state, MemoryLog::State::final) << i;
        const int copies = relay_.copies_of(ids[i]);
        if (i % 2 == 0) {
            EXPECT_TRUE(copies >= 1 || last(ids[i]) == Disposition::in_doubt) << i;
        } else {
            EXPECT_LE(copies, 1) << i;
        }
        EXPECT_TRUE(copies > 0 || last(ids[i]) != Disposition::accepted) << i;
    }
}

}  // namespace
}  // namespace mail_tests
