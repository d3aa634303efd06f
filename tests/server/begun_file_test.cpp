// The file of messages that had begun to leave: what a killed process leaves, and what a reboot
// does.
#include "server/base/begun_file.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/db/temporary_database.hpp"

namespace {

using mail::LeaseKey;
using server::base::BegunFile;

class Begun : public testing::Test {
  protected:
    std::filesystem::path file() const { return directory_.path() / "outbox.begun"; }
    tests::TemporaryDirectory directory_;
};

TEST_F(Begun, KeepsWhatHasBegunAndNotEnded) {
    const std::vector<LeaseKey> marked{{1, 1}, {2, 5}, {3, 1}};
    {
        BegunFile begun(file(), "boot", {});
        EXPECT_TRUE(begun.begin({1, 1}));
        EXPECT_TRUE(begun.begin({2, 5}));
        begun.end({1, 1});
        EXPECT_FALSE(begun.has({1, 1}));
        EXPECT_TRUE(begun.has({2, 5}));
        EXPECT_FALSE(begun.has({2, 4}));  // another lease of the row
    }
    const BegunFile begun(file(), "boot", marked);
    EXPECT_FALSE(begun.has({1, 1}));
    EXPECT_TRUE(begun.has({2, 5}));
    EXPECT_FALSE(begun.has({3, 1}));
}

TEST_F(Begun, ForgetsLeasesThatAreOver) {
    {
        BegunFile begun(file(), "boot", {});
        for (std::int64_t row = 1; row <= static_cast<std::int64_t>(server::base::begun_slots);
             ++row)
            ASSERT_TRUE(begun.begin({row, 1}));
        EXPECT_FALSE(begun.begin({5000, 1}));
    }
    BegunFile begun(file(), "boot", {});
    EXPECT_TRUE(begun.begin({5000, 1}));
}

TEST_F(Begun, CountsEveryMarkWhenTheFileIsOfNoUse) {
    const std::vector<LeaseKey> marked{{1, 1}, {2, 1}};
    EXPECT_TRUE(BegunFile(file(), "boot 1", marked).has({2, 1}));
    EXPECT_TRUE(BegunFile(file(), "boot 1", marked).has({2, 1}));
    EXPECT_TRUE(BegunFile(file(), "boot 2", marked).has({2, 1}));
    std::filesystem::resize_file(file(), 10);
    EXPECT_TRUE(BegunFile(file(), "boot 2", marked).has({2, 1}));
    std::vector<LeaseKey> many;
    for (std::int64_t row = 1; row <= 2000; ++row)
        many.push_back({row, 1});
    EXPECT_TRUE(BegunFile(file(), "boot 3", many).has({2000, 1}));
    EXPECT_TRUE(BegunFile(file(), "boot 3", many).has({2000, 1}));
}

TEST_F(Begun, RefusesAFolderItCannotWriteTo) {
    EXPECT_THROW(BegunFile(directory_.path() / "none" / "outbox.begun", "boot", {}),
                 std::runtime_error);
}

}  // namespace
