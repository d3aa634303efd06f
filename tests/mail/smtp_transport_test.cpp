// The SMTP transport against a server that fails at every stage in every way.
#include "mail/smtp_transport.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "tests/harness/smtp_server.hpp"

namespace mail {
namespace {

using harness::SmtpMoment;
using harness::SmtpReaction;
using harness::SmtpServer;
using harness::SmtpStep;
using Manner = SmtpReaction::Manner;

Address address(std::string_view text) {
    return Address::parse(text).value();
}
const Envelope& envelope() {
    static const Envelope value{address("b+token@board.example"), address("sian@council.example")};
    return value;
}
const std::string small_message = "Subject: Agenda\r\n\r\nPapers are out.\r\n";

struct Watcher final : DeliveryObserver {
    Proceed reached(Phase phase) noexcept override {
        phases.push_back(phase);
        if (phase == Phase::eod && at_eod) {
            return at_eod();
        }
        return Proceed::go_on;
    }
    bool marked() const {
        return std::find(phases.begin(), phases.end(), Phase::eod) != phases.end();
    }
    std::vector<Phase> phases;
    std::function<Proceed()> at_eod;
};

SmtpRelay relay_to(const SmtpServer& server) {
    SmtpRelay relay =
        SmtpRelay::parse("smtp://127.0.0.1:" + std::to_string(server.port()), "test.example")
            .value();
    const std::chrono::milliseconds brief(100);  // libcurl looks once a second
    relay.timeouts = {brief, brief, brief, brief, brief, brief};
    return relay;
}

/// Plays `reaction` at `step` of the first message of each session.
harness::SmtpScript at(SmtpStep step, SmtpReaction reaction) {
    return [=](const SmtpMoment& moment) {
        return moment.step == step && moment.message == 0 ? reaction : SmtpReaction{};
    };
}

struct FaultCase {
    const char* name;
    SmtpStep step;
    SmtpReaction reaction;
    Verdict verdict;
    Reason reason;
    bool marked;
};
void PrintTo(const FaultCase& fault, std::ostream* out) {
    *out << fault.name;
}

class Faults : public testing::TestWithParam<FaultCase> {};

TEST_P(Faults, EndAsTheTableSays) {
    const FaultCase& fault = GetParam();
    SmtpServer server(at(fault.step, fault.reaction));
    SmtpTransport transport(relay_to(server));
    Watcher watcher;
    const SendResult result = transport.deliver(envelope(), small_message, watcher, {});
    EXPECT_EQ(result.verdict, fault.verdict) << result.reply.code << ' ' << result.trouble;
    EXPECT_EQ(result.reason, fault.reason) << name_of(result.reason);
    EXPECT_EQ(watcher.marked(), fault.marked);
    EXPECT_TRUE(std::is_sorted(watcher.phases.begin(), watcher.phases.end()));
    EXPECT_EQ(watcher.phases.back(), Phase::done);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Faults,
    testing::Values(
        FaultCase{"greeting_dropped",
                  SmtpStep::greeting,
                  {{}, Manner::drop_before},
                  Verdict::relay_trouble,
                  Reason::relay,
                  false},
        FaultCase{"greeting_421",
                  SmtpStep::greeting,
                  {"421 4.3.2 full\r\n", Manner::drop_after},
                  Verdict::relay_trouble,
                  Reason::connection,
                  false},
        FaultCase{"greeting_554",
                  SmtpStep::greeting,
                  {"554 5.7.1 no\r\n", Manner::drop_after},
                  Verdict::relay_trouble,
                  Reason::policy,
                  false},
        FaultCase{"greeting_withheld",
                  SmtpStep::greeting,
                  {{}, Manner::withheld},
                  Verdict::relay_trouble,
                  Reason::relay,
                  false},
        FaultCase{"ehlo_dropped",
                  SmtpStep::ehlo,
                  {{}, Manner::drop_before},
                  Verdict::relay_trouble,
                  Reason::relay,
                  false},
        FaultCase{"ehlo_454",
                  SmtpStep::ehlo,
                  {"454 4.7.0 later\r\n"},
                  Verdict::relay_trouble,
                  Reason::relay,
                  false},
        FaultCase{"mail_421",
                  SmtpStep::mail,
                  {"421 4.4.2 bye\r\n", Manner::drop_after},
                  Verdict::relay_trouble,
                  Reason::connection,
                  false},
        FaultCase{"mail_451",
                  SmtpStep::mail,
                  {"451 4.3.0 later\r\n"},
                  Verdict::transient,
                  Reason::transient,
                  false},
        FaultCase{"mail_452_disk",
                  SmtpStep::mail,
                  {"452 4.3.1 no disk\r\n"},
                  Verdict::relay_trouble,
                  Reason::relay,
                  false},
        FaultCase{"mail_550_domain",
                  SmtpStep::mail,
                  {"550 5.7.26 unauthenticated\r\n"},
                  Verdict::permanent,
                  Reason::our_domain,
                  false},
        FaultCase{"mail_dropped",
                  SmtpStep::mail,
                  {{}, Manner::drop_before},
                  Verdict::relay_trouble,
                  Reason::relay,
                  false},
        FaultCase{"mail_withheld",
                  SmtpStep::mail,
                  {{}, Manner::withheld},
                  Verdict::relay_trouble,
                  Reason::relay,
                  false},
        FaultCase{"rcpt_450",
                  SmtpStep::rcpt,
                  {"450 4.7.1 greylisted\r\n"},
                  Verdict::transient,
                  Reason::transient,
                  false},
        FaultCase{"rcpt_452_full",
                  SmtpStep::rcpt,
                  {"452 4.2.2 mailbox full\r\n"},
                  Verdict::transient,
                  Reason::mailbox_full,
                  false},
        FaultCase{"rcpt_550",
                  SmtpStep::rcpt,
                  {"550 5.1.1 no such user\r\n"},
                  Verdict::permanent,
                  Reason::bad_address,
                  false},
        FaultCase{"rcpt_550_lines",
                  SmtpStep::rcpt,
                  {"550-5.1.1 no such\r\n550 5.1.1 user here\r\n"},
                  Verdict::permanent,
                  Reason::bad_address,
                  false},
        FaultCase{"rcpt_drop_after",
                  SmtpStep::rcpt,
                  {{}, Manner::drop_after},
                  Verdict::relay_trouble,
                  Reason::relay,
                  false},
        FaultCase{"data_451",
                  SmtpStep::data,
                  {"451 4.5.0 later\r\n"},
                  Verdict::transient,
                  Reason::transient,
                  false},
        FaultCase{"data_554",
                  SmtpStep::data,
                  {"554 5.5.1 no valid recipients\r\n"},
                  Verdict::permanent,
                  Reason::policy,
                  false},
        FaultCase{"data_withheld",
                  SmtpStep::data,
                  {{}, Manner::withheld},
                  Verdict::relay_trouble,
                  Reason::relay,
                  false},
        // A small body is all handed over before the drop shows: doubt is the careful answer.
        FaultCase{"body_dropped",
                  SmtpStep::body,
                  {{}, Manner::drop_before},
                  Verdict::in_doubt,
                  Reason::none,
                  true},
        FaultCase{"dot_451",
                  SmtpStep::dot,
                  {"451 4.7.1 later\r\n"},
                  Verdict::transient,
                  Reason::transient,
                  true},
        FaultCase{"dot_554",
                  SmtpStep::dot,
                  {"554 5.7.1 spam\r\n"},
                  Verdict::permanent,
                  Reason::policy,
                  true},
        FaultCase{"dot_552",
                  SmtpStep::dot,
                  {"552 5.3.4 too big\r\n"},
                  Verdict::permanent,
                  Reason::too_large,
                  true},
        FaultCase{"dot_421",
                  SmtpStep::dot,
                  {"421 4.3.0 bye\r\n", Manner::drop_after},
                  Verdict::relay_trouble,
                  Reason::connection,
                  true},
        FaultCase{"dot_dropped",
                  SmtpStep::dot,
                  {{}, Manner::drop_before},
                  Verdict::in_doubt,
                  Reason::none,
                  true},
        FaultCase{"dot_withheld",
                  SmtpStep::dot,
                  {{}, Manner::withheld},
                  Verdict::in_doubt,
                  Reason::none,
                  true},
        FaultCase{"dot_drop_after",
                  SmtpStep::dot,
                  {{}, Manner::drop_after},
                  Verdict::accepted,
                  Reason::none,
                  true},
        FaultCase{"greeting_lines",
                  SmtpStep::greeting,
                  {"220-sink\r\n220 ESMTP\r\n"},
                  Verdict::accepted,
                  Reason::none,
                  true},
        FaultCase{"dot_bytes",
                  SmtpStep::dot,
                  {{}, Manner::byte_by_byte},
                  Verdict::accepted,
                  Reason::none,
                  true},
        FaultCase{"mail_bytes",
                  SmtpStep::mail,
                  {"250-2.1.0 a\r\n250 2.1.0 b\r\n", Manner::byte_by_byte},
                  Verdict::accepted,
                  Reason::none,
                  true}),
    [](const auto& fault) { return std::string(fault.param.name); });

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
