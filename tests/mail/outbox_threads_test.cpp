// The outbox worker running: a clerk and its senders share marks, rest, wake and stop.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

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

TEST_F(Outbox, ThreadsShareTheCostOfMarks) {
    constexpr int rows = 2000;
    std::vector<std::int64_t> ids;
    for (int i = 0; i < rows; ++i) {
        ids.push_back(add(MessageClass::statutory));
    }
    auto many = worker("a", 16);
    many.start();
    ASSERT_TRUE(log_.wait_until_final());
    many.stop();
    EXPECT_EQ(many.status().totals.accepted, rows);
    for (const auto id : ids) {
        ASSERT_EQ(relay_.copies_of(id), 1);
    }
    EXPECT_LT(log_.commit_count(), rows / 2);
}

TEST_F(Outbox, ThreadsSurviveALogThatFailsForAWhile) {
    for (int i = 0; i < 50; ++i) {
        add(i % 2 == 0 ? MessageClass::notice : MessageClass::statutory);
    }
    log_.fail_commits(5);
    auto few = worker("a", 3);
    few.start();
    ASSERT_TRUE(log_.wait_until_final());
    few.stop();
    EXPECT_EQ(few.status().log_trouble, "");
    EXPECT_EQ(few.status().totals.accepted, 50);
}

TEST_F(Outbox, ThreadsRestWithTheRelayAndGoOn) {
    for (int i = 0; i < 200; ++i) {
        add(i % 2 == 0 ? MessageClass::notice : MessageClass::invite);
    }
    std::atomic<int> tries = 0;
    relay_.play = [&](const std::string& bytes, mail::DeliveryObserver& observer) {
        if (++tries % 50 == 10) {
            clock_.advance(1min);  // past the rest that this begins
            return verdict(Verdict::relay_trouble, Reason::relay);
        }
        if (observer.reached(Phase::eod) == Proceed::stop) {
            return verdict(Verdict::given_up);
        }
        relay_.arrive(bytes);
        return verdict(Verdict::accepted);
    };
    std::atomic<bool> done = false;
    std::jthread time([&] {
        while (!done) {
            clock_.advance(1s);
            std::this_thread::yield();
        }
    });
    auto few = worker("a", 4);
    few.start();
    const bool all_final = log_.wait_until_final();
    done = true;
    few.stop();
    ASSERT_TRUE(all_final);
    for (std::int64_t id = 1; id <= 200; ++id) {
        const bool late = last(id) == Disposition::expired;  // the clock races
        EXPECT_EQ(relay_.copies_of(id), late ? 0 : 1) << id;
    }
}

TEST_F(Outbox, WakesForANewRowAndStopsWhileIdle) {
    auto few = worker("a");
    few.start();
    const auto id = add(MessageClass::account);
    few.wake();
    ASSERT_TRUE(log_.wait_until_final());
    few.stop();
    EXPECT_EQ(relay_.copies_of(id), 1);
}

TEST_F(Outbox, StopReleasesWhatWasNotSent) {
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 8; ++i) {
        ids.push_back(add(MessageClass::notice));
    }
    std::mutex mutex;
    std::condition_variable changed;
    int inside = 0;
    bool open = false;
    relay_.play = [&](const std::string& bytes, mail::DeliveryObserver& observer) {
        std::unique_lock lock(mutex);
        ++inside;
        changed.notify_all();
        changed.wait(lock, [&] { return open; });
        if (observer.reached(Phase::eod) == Proceed::stop) {
            return verdict(Verdict::given_up);
        }
        relay_.arrive(bytes);
        return verdict(Verdict::accepted);
    };
    auto few = worker("a");
    few.start();
    std::unique_lock lock(mutex);
    ASSERT_TRUE(changed.wait_for(lock, 20s, [&] { return inside == 2; }));
    open = true;
    lock.unlock();
    changed.notify_all();
    few.stop();
    for (const auto id : ids) {
        const auto row = log_.row(id);
        EXPECT_NE(row.state, MemoryLog::State::leased);
        EXPECT_EQ(relay_.copies_of(id), row.state == MemoryLog::State::final ? 1 : 0);
    }
}

}  // namespace
}  // namespace mail_tests
