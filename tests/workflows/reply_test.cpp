// What an invited person can say, and how the secretary reads it.
#include "workflows/meetings/reply.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace workflows;

TEST(ReplyToInvitation, NamesTheFieldThatIsWrong) {
    EXPECT_EQ(read_reply("", "", "").error().field, "attendance");
    EXPECT_EQ(read_reply("perhaps", "", "").error().field, "attendance");
    EXPECT_EQ(read_reply("in_person", "Dr Other", "").error().field, "deputy");
    EXPECT_EQ(read_reply("apologies", std::string(121, 'x'), "").error().field, "deputy");
    EXPECT_EQ(read_reply("online", "", std::string(501, 'x')).error().field, "note");
    const auto reply = read_reply("apologies", "Dr Other", " ");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->deputy, "Dr Other");
    EXPECT_EQ(reply->note, "");
}

TEST(ReplyToInvitation, IsCountedInWords) {
    std::vector<Reply> replies;
    EXPECT_EQ(reply_words(count_replies(replies, 4)), "No replies yet");
    replies = {{Attendance::in_person},
               {Attendance::in_person},
               {Attendance::online},
               {Attendance::apologies, "Dr Other"}};
    EXPECT_EQ(reply_words(count_replies(replies, 6)),
              "2 in person, 1 online, 1 apology (1 substitute attending), 2 not yet replied");
    EXPECT_EQ(reply_words(count_replies(replies, 4)),
              "2 in person, 1 online, 1 apology (1 substitute attending)");
    EXPECT_EQ(reply_words(count_replies(replies, 3)),
              "2 in person, 1 online, 1 apology (1 substitute attending)")
        << "somebody left the board after the count";
}

}  // namespace
