// What the log says of the relay: nothing while all is well, one line at each change.
#include "server/letters/relay_watch.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "db/outbox.hpp"
#include "server/letters/mail_service.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;
using Lines = std::vector<std::pair<server::base::Severity, std::string>>;

server::base::LogLine log_into(Lines& lines) {
    return [&lines](server::base::Severity severity, const std::string& text) {
        lines.emplace_back(severity, text);
    };
}

void queue(TestApp& app) {
    auto tx = app.app().database.begin_write();
    db::OutboxRow row;
    row.key = row.batch = "a";
    row.message_class = "reminder";
    row.template_name = "paper_due";
    row.sender = "boards@example.org";
    row.recipient = "a@example.org";
    row.message_id = "<a@example.org>";
    row.bytes = "Subject: x\r\n\r\na\r\n";
    row.next_at = tx->now();
    row.not_after = tx->now() + std::chrono::hours(48);
    EXPECT_TRUE(db::insert_outbox(*tx, row));
    tx->commit();
}

TEST(RelayWatch, SaysOnceAtTheStartThatThereIsNoRelay) {
    TestApp app(TestApp::County::empty);
    Lines lines;
    app.app().log = log_into(lines);
    server::letters::MailService service(app.app());
    service.start();
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].first, server::base::Severity::warning);
    EXPECT_NE(lines[0].second.find("no relay is set up"), std::string::npos);
}

TEST(RelayWatch, SaysOnceThatTheRelayIsLost) {
    TestApp app(TestApp::County::empty);
    Lines lines;
    app.app().log = log_into(lines);
    app.app().config.smtp_url = "smtp://127.0.0.1:1";
    server::letters::MailService service(app.app());
    queue(app);
    service.drain_once();
    app.clock().set(app.clock().now() + std::chrono::hours(1));
    EXPECT_EQ(service.drain_once().leased, 1) << "tried again, and failed again";
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].first, server::base::Severity::warning);
    EXPECT_NE(lines[0].second.find("the relay does not take mail ("), std::string::npos);
    EXPECT_EQ(lines[0].second.find("@"), std::string::npos);
}

TEST(RelayWatch, SaysOnceThatTheRelayIsLostAndOnceThatItIsBackAndNamesNobody) {
    Lines lines;
    server::letters::RelayWatch watch(log_into(lines));
    mail::SendResult accepted;
    accepted.verdict = mail::Verdict::accepted;
    mail::SendResult lost;
    lost.reply = {.code = 454, .status = {4, 7, 0}, .text = "no more from chair@example.org"};
    mail::SendResult unclear;
    unclear.verdict = mail::Verdict::in_doubt;
    watch.saw(accepted);
    EXPECT_TRUE(lines.empty()) << "nothing to say while all is well";
    watch.saw(lost);
    watch.saw(unclear);
    watch.saw(lost);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NE(lines[0].second.find("(it answered 454 4.7.0)"), std::string::npos)
        << lines[0].second;
    watch.saw(accepted);
    watch.saw(accepted);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1].first, server::base::Severity::info);
    EXPECT_EQ(lines[1].second, "mail: the relay takes mail again");
    lost.reply = {};
    lost.trouble = "cannot write to chair@example.org";
    watch.saw(lost);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[2].second.find("chair"), std::string::npos);
}

}  // namespace
