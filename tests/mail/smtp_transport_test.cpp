// The SMTP transport: kept connections, logins, stops and what it never does.
#include "mail/smtp_transport.hpp"

#include <gtest/gtest.h>

#include "tests/mail/smtp_fixtures.hpp"

namespace mail {
namespace {

TEST(SmtpTransport, SendsTheBytesAndKeepsTheQueueId) {
    SmtpServer server;
    SmtpTransport transport(relay_to(server));
    Watcher watcher;
    const SendResult result = transport.deliver(envelope(), small_message, watcher, {});
    ASSERT_EQ(result.verdict, Verdict::accepted) << result.trouble;
    EXPECT_EQ(result.remote_id, "4XYZ1");
    EXPECT_FALSE(result.connection_reused);
    const std::vector<Phase> all{Phase::connect, Phase::envelope, Phase::body, Phase::eod,
                                 Phase::done};
    EXPECT_EQ(watcher.phases, all);
    ASSERT_EQ(server.messages().size(), 1U);
    EXPECT_EQ(server.messages()[0].bytes, small_message);
    EXPECT_EQ(server.messages()[0].from, "<b+token@board.example>");
    EXPECT_EQ(server.messages()[0].to, "<sian@council.example>");
}

TEST(SmtpTransport, MarksBeforeTheLastBytesAndSendsNothingWhenRefused) {
    SmtpServer server;
    SmtpTransport transport(relay_to(server));
    Watcher watcher;
    watcher.at_eod = [&] {
        EXPECT_TRUE(server.messages().empty());
        return Proceed::stop;
    };
    const SendResult refused = transport.deliver(envelope(), small_message, watcher, {});
    EXPECT_EQ(refused.verdict, Verdict::given_up);
    EXPECT_TRUE(server.wait_for_closed_session(0));
    EXPECT_TRUE(server.messages().empty());
    Watcher willing;
    EXPECT_EQ(transport.deliver(envelope(), small_message, willing, {}).verdict, Verdict::accepted);
}

TEST(SmtpTransport, SendsAMegabyteWhole) {
    SmtpServer server;
    SmtpRelay relay = relay_to(server);
    relay.timeouts = {};
    SmtpTransport transport(relay);
    std::string bytes = "Subject: pack\r\n\r\n";
    while (bytes.size() < 1'000'000) {
        bytes += "a line of the pack, as base64 would have it\r\n";
    }
    Watcher watcher;
    ASSERT_EQ(transport.deliver(envelope(), bytes, watcher, {}).verdict, Verdict::accepted);
    EXPECT_TRUE(server.messages().at(0).bytes == bytes);
}

TEST(SmtpTransport, AnUnfinishedBodyIsSurelyNotSent) {
    SmtpServer server(at(SmtpStep::body, {{}, Manner::drop_before}));
    SmtpTransport transport(relay_to(server));
    const std::string bytes = "Subject: pack\r\n\r\n" + std::string(16'000'000, 'x') + "\r\n";
    Watcher watcher;
    EXPECT_EQ(transport.deliver(envelope(), bytes, watcher, {}).verdict, Verdict::transient);
    EXPECT_FALSE(watcher.marked());
}

TEST(SmtpTransport, KeepsAConnectionAndReplacesItInTime) {
    SmtpServer server;
    SmtpTransport transport(relay_to(server));
    for (int i = 0; i < messages_per_connection_max + 1; ++i) {
        Watcher watcher;
        const auto result = transport.deliver(envelope(), small_message, watcher, {});
        ASSERT_EQ(result.verdict, Verdict::accepted) << i << ' ' << result.trouble;
        EXPECT_EQ(result.connection_reused, i != 0 && i != messages_per_connection_max) << i;
    }
    EXPECT_EQ(server.session_count(), 2);
}

TEST(SmtpTransport, RetriesOnceWhenAKeptConnectionSays421) {
    SmtpServer server([](const SmtpMoment& moment) -> SmtpReaction {
        if (moment.step == SmtpStep::mail && moment.message == 1) {
            return {"421 4.4.2 idle too long\r\n", Manner::drop_after};
        }
        return {};
    });
    SmtpTransport transport(relay_to(server));
    for (int i = 0; i < 3; ++i) {
        Watcher watcher;
        ASSERT_EQ(transport.deliver(envelope(), small_message, watcher, {}).verdict,
                  Verdict::accepted);
    }
    EXPECT_EQ(server.session_count(), 3);
    EXPECT_EQ(server.messages().size(), 3U);
}

TEST(SmtpTransport, RetriesOnceWhenAKeptConnectionWasClosed) {
    SmtpServer server(at(SmtpStep::dot, {{}, Manner::drop_after}));
    SmtpTransport transport(relay_to(server));
    for (int i = 0; i < 2; ++i) {
        Watcher watcher;
        ASSERT_EQ(transport.deliver(envelope(), small_message, watcher, {}).verdict,
                  Verdict::accepted);
        ASSERT_TRUE(server.wait_for_closed_session(i));
    }
    EXPECT_EQ(server.messages().size(), 2U);
}

TEST(SmtpTransport, ARefusalKeepsNothingFromTheNextMessage) {
    SmtpServer server([](const SmtpMoment& moment) -> SmtpReaction {
        if (moment.step == SmtpStep::rcpt && moment.session == 0) {
            return {"550 5.1.1 unknown\r\n"};
        }
        return {};
    });
    SmtpTransport transport(relay_to(server));
    Watcher first;
    const auto refused = transport.deliver(envelope(), small_message, first, {});
    EXPECT_EQ(refused.reply.code, 550);  // not the 221 that answered QUIT
    EXPECT_EQ(to_text(refused.reply.status), "5.1.1");
    EXPECT_EQ(refused.reply.text, "unknown");
    Watcher second;
    EXPECT_EQ(transport.deliver(envelope(), small_message, second, {}).verdict, Verdict::accepted);
}

TEST(SmtpTransport, NeverSendsWithoutTheLoginItWasGiven) {
    SmtpServer server;  // offers no AUTH
    SmtpRelay relay = relay_to(server);
    relay.user = "board";
    relay.password = "secret";
    SmtpTransport transport(relay);
    Watcher watcher;
    const auto result = transport.deliver(envelope(), small_message, watcher, {});
    EXPECT_EQ(result.verdict, Verdict::relay_trouble);
    EXPECT_EQ(result.reason, Reason::relay_login);
    EXPECT_TRUE(server.messages().empty());
}

TEST(SmtpTransport, LogsInAndReportsAWrongPassword) {
    std::string auth_reply = "235 2.7.0 welcome\r\n";
    SmtpServer server(
        [&](const SmtpMoment& moment) -> SmtpReaction {
            return moment.step == SmtpStep::auth ? SmtpReaction{auth_reply} : SmtpReaction{};
        },
        "250-sink\r\n250 AUTH PLAIN\r\n");
    SmtpRelay relay = relay_to(server);
    relay.user = "board";
    relay.password = "secret";
    Watcher watcher;
    EXPECT_EQ(SmtpTransport(relay).deliver(envelope(), small_message, watcher, {}).verdict,
              Verdict::accepted);
    auth_reply = "535 5.7.8 wrong\r\n";
    Watcher second;
    const auto refused = SmtpTransport(relay).deliver(envelope(), small_message, second, {});
    EXPECT_EQ(refused.verdict, Verdict::relay_trouble);
    EXPECT_EQ(refused.reason, Reason::relay_login);
}

TEST(SmtpTransport, InsistsOnStarttls) {
    SmtpServer server;  // offers no STARTTLS
    SmtpRelay relay = relay_to(server);
    relay.security = SmtpSecurity::starttls;
    SmtpTransport transport(relay);
    Watcher watcher;
    EXPECT_EQ(transport.deliver(envelope(), small_message, watcher, {}).verdict,
              Verdict::relay_trouble);
    EXPECT_TRUE(server.messages().empty());
}

TEST(SmtpTransport, AStopBeforeTheMarkSendsNothing) {
    std::stop_source stop;
    SmtpServer server([&](const SmtpMoment& moment) -> SmtpReaction {
        if (moment.step != SmtpStep::rcpt) {
            return {};
        }
        stop.request_stop();
        return {{}, Manner::withheld};
    });
    SmtpRelay relay = relay_to(server);
    relay.timeouts = {};
    SmtpTransport transport(relay);
    Watcher watcher;
    const auto result = transport.deliver(envelope(), small_message, watcher, stop.get_token());
    EXPECT_EQ(result.verdict, Verdict::given_up);
    EXPECT_FALSE(watcher.marked());
}

TEST(SmtpTransport, AStopAfterTheMarkWaitsBrieflyAndIsInDoubt) {
    std::stop_source stop;
    SmtpServer server([&](const SmtpMoment& moment) -> SmtpReaction {
        if (moment.step != SmtpStep::dot) {
            return {};
        }
        stop.request_stop();
        return {{}, Manner::withheld};
    });
    SmtpRelay relay = relay_to(server);
    relay.timeouts = {};
    relay.timeouts.stop_grace = std::chrono::milliseconds(50);
    SmtpTransport transport(relay);
    Watcher watcher;
    EXPECT_EQ(transport.deliver(envelope(), small_message, watcher, stop.get_token()).verdict,
              Verdict::in_doubt);
}

TEST(SmtpTransport, ALateReplyNeverAnswersTheNextMessage) {
    SmtpServer server([](const SmtpMoment& moment) -> SmtpReaction {
        const bool first_dot = moment.step == SmtpStep::dot && moment.session == 0;
        return first_dot ? SmtpReaction{{}, Manner::withheld} : SmtpReaction{};
    });
    SmtpTransport transport(relay_to(server));
    Watcher first;
    EXPECT_EQ(transport.deliver(envelope(), small_message, first, {}).verdict, Verdict::in_doubt);
    Watcher second;
    const auto next = transport.deliver(envelope(), small_message, second, {});
    EXPECT_EQ(next.verdict, Verdict::accepted) << next.trouble;
    EXPECT_FALSE(next.connection_reused);
    EXPECT_EQ(server.session_count(), 2);
}

TEST(SmtpRelay, ReadsAddresses) {
    const auto plain = SmtpRelay::parse("smtp://127.0.0.1:2525", "me.example").value();
    EXPECT_EQ(plain.host, "127.0.0.1");
    EXPECT_EQ(plain.port, 2525);
    EXPECT_EQ(plain.security, SmtpSecurity::plain);
    const auto login = SmtpRelay::parse("smtp://b%40x:p%3Aw@mail.example:587", "me").value();
    EXPECT_EQ(login.user, "b@x");
    EXPECT_EQ(login.password, "p:w");
    EXPECT_EQ(login.security, SmtpSecurity::starttls);
    EXPECT_EQ(SmtpRelay::parse("smtps://mail.example/", "me").value().port, 465);
    EXPECT_EQ(SmtpRelay::parse("smtp://[::1]:25", "me").value().host, "[::1]");
    EXPECT_EQ(SmtpRelay::parse("smtp://127.0.0.1.evil.example", "me").value().security,
              SmtpSecurity::starttls);
    for (const char* bad : {"", "mail.example", "http://x", "smtp://", "smtp://h:0", "smtp://h:x",
                            "smtp://h:65536", "smtp://h x", "smtp://h/path\r\n"}) {
        EXPECT_FALSE(SmtpRelay::parse(bad, "me")) << bad;
    }
}

}  // namespace
}  // namespace mail
