// Replies and what they mean, row by row.
#include "mail/classify.hpp"

#include <gtest/gtest.h>

#include "mail/message_class.hpp"
#include "mail/smtp_dialogue.hpp"

namespace mail {
namespace {

TEST(Classify, FollowsTheTable) {
    struct Row {
        int code;
        const char* text;
        Reason reason;
    };
    for (const Row& row : std::initializer_list<Row>{
             {250, "2.0.0 Ok", Reason::none},
             {421, "4.4.2 timeout", Reason::connection},
             {421, "", Reason::connection},
             {452, "4.2.2 over quota", Reason::mailbox_full},
             {552, "5.2.2 over quota", Reason::mailbox_full},
             {450, "4.7.1 greylisted", Reason::transient},
             {451, "try later", Reason::transient},
             {452, "4.5.3 too many recipients", Reason::transient},
             {452, "4.3.1 no space", Reason::relay},
             {454, "4.7.0 TLS not available", Reason::relay},
             {550, "5.1.1 no such user", Reason::bad_address},
             {550, "5.1.10 null MX", Reason::bad_address},
             {550, "no such user", Reason::bad_address},
             {553, "bad mailbox", Reason::bad_address},
             {550, "5.2.1 disabled", Reason::disabled},
             {552, "too big", Reason::too_large},
             {554, "5.3.4 too big", Reason::too_large},
             {550, "5.6.7 needs SMTPUTF8", Reason::needs_smtputf8},
             {530, "5.7.0 authenticate first", Reason::relay_login},
             {535, "5.7.8 wrong", Reason::relay_login},
             {554, "5.7.1 <a@b.example>: Relay access denied", Reason::our_domain},
             {550, "relaying denied", Reason::our_domain},
             {550, "5.7.26 unauthenticated", Reason::our_domain},
             {550, "5.7.515 access denied", Reason::our_domain},
             {550, "5.7.23 SPF", Reason::our_domain},
             {554, "5.7.1 spam", Reason::policy},
             {571, "blocked", Reason::policy},
             {501, "5.5.4 syntax", Reason::protocol},
             {503, "sequence", Reason::protocol},
             {555, "parameter", Reason::protocol}}) {
        EXPECT_EQ(classify(make_reply(row.code, row.text)), row.reason)
            << row.code << ' ' << row.text;
    }
}

TEST(Classify, NoRefusalIsNothing) {
    for (int code = 400; code < 600; ++code) {
        EXPECT_NE(classify(make_reply(code, "words")), Reason::none) << code;
    }
}

TEST(Classify, ReadsTheStatus) {
    EXPECT_EQ(to_text(make_reply(550, "5.1.1 who?").status), "5.1.1");
    EXPECT_EQ(make_reply(550, "5.1.1 who?").text, "who?");
    EXPECT_EQ(to_text(make_reply(550, "5.1.1").status), "5.1.1");
    for (const char* text : {"4.1.1 other class", "5.1 short", "5.1.1.1 long", "5.1.1x",
                             "5.1.9999 far", "5.-1.1 minus", "", "5", "5.", "127.0.0.1 blocked"}) {
        EXPECT_EQ(to_text(make_reply(550, text).status), "") << text;
        EXPECT_EQ(make_reply(550, text).text, text);
    }
}

TEST(Classify, NamesComeBack) {
    for (const Reason reason : {Reason::none, Reason::connection, Reason::relay_login,
                                Reason::our_domain, Reason::protocol}) {
        EXPECT_EQ(reason_of(name_of(reason)), reason);
    }
    EXPECT_EQ(message_class_of("statutory"), MessageClass::statutory);
    EXPECT_EQ(message_class_of("other"), std::nullopt);
}

TEST(SmtpDialogue, FollowsStarttlsAndLogin) {
    SmtpDialogue dialogue(UpgradeRule::required, LoginRule::required);
    dialogue.begin();
    dialogue.connecting();
    for (const char* line : {"220 hello", "250-sink", "250 STARTTLS", "220 go on", "250 AUTH PLAIN",
                             "334 ", "235 2.7.0 in"}) {
        EXPECT_EQ(dialogue.line(line), Proceed::go_on);
    }
    EXPECT_EQ(dialogue.stage(), Stage::mail);
    dialogue.begin();
    EXPECT_FALSE(dialogue.fresh());
    dialogue.line("250 ok");
    dialogue.line("550-5.1.1 no");
    EXPECT_FALSE(dialogue.decided());
    dialogue.line("550 5.1.1 such user\r\n");
    EXPECT_TRUE(dialogue.decided());
    dialogue.line("221 bye");
    EXPECT_EQ(dialogue.last().code, 550);
    EXPECT_EQ(dialogue.last().text, "no such user");
}

TEST(SmtpDialogue, QueueIds) {
    EXPECT_EQ(queue_id("Ok: queued as 4XYZ1"), "4XYZ1");
    EXPECT_EQ(queue_id("Ok: queued as 4XYZ1 today"), "4XYZ1");
    EXPECT_EQ(queue_id("accepted 17"), "accepted 17");
    EXPECT_EQ(queue_id(std::string(500, 'x')).size(), 64U);
}

}  // namespace
}  // namespace mail
