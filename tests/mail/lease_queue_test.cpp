// The queue of leased rows: who may be marked ahead, and who may be taken when.
#include "mail/lease_queue.hpp"

#include <gtest/gtest.h>

#include "tests/mail/fakes.hpp"

namespace mail_tests {
namespace {

using mail::LeaseKey;
using mail::MessageClass;

mail::Leased row(std::int64_t id, MessageClass message_class) {
    return {{id, 1},
            message_class,
            {address("a@b.example"), address("c@d.example")},
            "x",
            Instant(std::chrono::hours(1))};
}

mail::LeaseQueue queue_of(const std::vector<MessageClass>& classes) {
    mail::LeaseQueue queue;
    std::vector<mail::Leased> rows;
    for (const auto message_class : classes) {
        rows.push_back(row(static_cast<std::int64_t>(rows.size()) + 1, message_class));
    }
    queue.add(std::move(rows));
    return queue;
}

TEST(LeaseQueue, MarksAheadOnlyWhatMayWaitInDoubt) {
    auto queue = queue_of({MessageClass::reminder, MessageClass::statutory, MessageClass::account,
                           MessageClass::notice, MessageClass::invite});
    EXPECT_TRUE(queue.wants_marks(2));
    const std::vector<LeaseKey> keys{{2, 1}, {5, 1}};
    EXPECT_EQ(queue.start_marking(10), keys);
    EXPECT_FALSE(queue.wants_marks(10));
    EXPECT_TRUE(queue.start_marking(10).empty());
}

TEST(LeaseQueue, TakesMarkedRowsFirstAndNeverOneBeingMarked) {
    auto queue = queue_of({MessageClass::notice, MessageClass::statutory, MessageClass::statutory});
    ASSERT_EQ(queue.start_marking(1).size(), 1U);
    EXPECT_EQ(queue.take()->leased.key.row, 1);
    EXPECT_EQ(queue.take()->leased.key.row, 3);
    EXPECT_FALSE(queue.has_free_row());
    EXPECT_FALSE(queue.take());
    queue.finish_marking({});
    const auto taken = queue.take();
    ASSERT_TRUE(taken);
    EXPECT_TRUE(taken->marked);
    EXPECT_EQ(queue.size(), 0U);
}

TEST(LeaseQueue, DropsStaleRowsAndForgetsMarksThatFailed) {
    auto queue = queue_of({MessageClass::statutory, MessageClass::statutory});
    const auto keys = queue.start_marking(2);
    queue.finish_marking(std::span(keys).first(1));
    EXPECT_EQ(queue.size(), 1U);
    EXPECT_EQ(queue.take()->leased.key.row, 2);
    queue = queue_of({MessageClass::invite});
    ASSERT_EQ(queue.start_marking(1).size(), 1U);
    queue.abandon_marking();
    EXPECT_FALSE(queue.take()->marked);
}

TEST(LeaseQueue, ClearGivesEveryKeyBack) {
    auto queue = queue_of({MessageClass::statutory, MessageClass::notice});
    queue.start_marking(1);
    EXPECT_EQ(queue.clear().size(), 2U);
    queue.finish_marking({});
    EXPECT_EQ(queue.size(), 0U);
}

}  // namespace
}  // namespace mail_tests
