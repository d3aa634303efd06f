// The mail queue: who sees what, what is wrong in words, send again, hold, undo; no secret shown.
#include <gtest/gtest.h>

#include "db/outbox.hpp"
#include "mail/message.hpp"
#include "mail/outbox_worker.hpp"
#include "server/letters/mail_preview.hpp"
#include "server/letters/mail_words.hpp"
#include "server/letters/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using namespace std::chrono_literals;
using tests::TestApp;

class MailPages : public testing::Test {
  protected:
    MailPages() { app_.app().config.hold_seconds = 60; }
    std::string queue(const std::string& key, const std::string& board,
                      const std::string& message_class = "notice",
                      const std::string& text = "Good morning.\n\nThe papers are out.") {
        auto tx = app_.app().database.begin_write();
        mail::Message message{.from = {"Board", *mail::Address::parse("boards@example.org")},
                              .to = {"Post", *mail::Address::parse("post@example.org")},
                              .message_id = mail::make_message_id(key, "example.org"),
                              .date = tx->now(),
                              .subject = "Subject of " + key,
                              .text = text};
        message.html = "<p>html</p>";
        message.attachments.push_back({"pack.pdf", "application/pdf", "bytes"});
        db::OutboxRow row;
        row.key = key;
        row.batch = "batch:" + board;
        row.message_class = message_class;
        row.template_name = message_class == "account" ? "sign_in_code" : "papers_out";
        row.board = board;
        row.person = "leader-county";
        row.sender = "boards@example.org";
        row.recipient = key + "@example.org";
        row.subject = message.subject;
        row.message_id = message.message_id;
        row.bytes = mail::to_bytes(message);
        row.next_at = tx->now() + 60s;
        row.not_after = tx->now() + 48h;
        EXPECT_TRUE(db::insert_outbox(*tx, row));
        tx->commit();
        return rows(app_, "outbox", {{"key", key}}).value("id");
    }
    void set(const std::string& id, const tests::Fields& values) {
        rows(app_, "outbox", {{"id", id}}).set(values, "mail");
    }
    std::string state(const std::string& id) {
        return rows(app_, "outbox", {{"id", id}}).value("state");
    }
    tests::Browser secretary() { return app_.browser("hwb-secretariat"); }

    TestApp app_;
};

TEST_F(MailPages, ListOwnBoardsOnly) {
    queue("a", "HWB");
    const auto other = queue("b", "OSCB");
    auto browser = secretary();
    const auto page = browser.get("/mail");
    EXPECT_TRUE(page.has("Subject of a"));
    EXPECT_FALSE(page.has("Subject of b"));
    EXPECT_TRUE(page.has(server::letters::words::state_and_count("Queued", 1)));
    EXPECT_EQ(browser.get("/mail/" + other).status, 404);
    EXPECT_EQ(browser.get("/mail/batch/" + other).status, 404);
    EXPECT_EQ(app_.browser("leader-county").get("/mail").status, 403);
    EXPECT_EQ(app_.browser().get("/mail").status, 303);
}

TEST_F(MailPages, FilterByState) {
    const auto a = queue("a", "HWB");
    queue("b", "HWB");
    set(a, {{"state", "failed"}, {"reply_code", "550"}, {"reply", "5.1.1 No such user"}});
    auto browser = secretary();
    EXPECT_TRUE(browser.get("/mail?state=failed").has("Subject of a"));
    EXPECT_FALSE(browser.page().has("Subject of b"));
    EXPECT_TRUE(browser.get("/mail?state=nonsense").has("Subject of b"));
}

TEST_F(MailPages, FilterByMeetingOfOwnBoards) {
    const auto meeting = [&](const std::string& board) {
        return meeting_after(app_, board, "2018-11-01");
    };
    const auto about = [&](const std::string& id) { return tests::Fields{{"subject_id", id}}; };
    const auto hwb = meeting("HWB");
    const auto foreign = meeting("OSCB");
    set(queue("a", "HWB"), about(hwb));
    set(queue("b", "HWB"), {{"subject_id", hwb}, {"state", "failed"}});
    queue("c", "HWB");
    set(queue("d", "OSCB"), about(foreign));
    auto browser = secretary();
    const auto page = browser.get("/mail?meeting=" + hwb);
    EXPECT_TRUE(page.has("Emails about the meeting on Thursday 15 November 2018, 2pm"));
    EXPECT_TRUE(page.has(">All emails</a>"));
    EXPECT_TRUE(page.has("Subject of a"));
    EXPECT_TRUE(page.has("Subject of b"));
    EXPECT_FALSE(page.has("Subject of c"));
    EXPECT_TRUE(page.has("/mail?meeting=" + hwb + "&amp;state=failed"));
    EXPECT_FALSE(browser.get("/mail?meeting=" + hwb + "&state=failed").has("Subject of a"));
    EXPECT_TRUE(browser.page().has("Subject of b"));
    EXPECT_TRUE(browser.get("/meetings/" + hwb + "/workspace")
                    .has("href=\"/mail?meeting=" + hwb + "\">Emails about this meeting (2)"));
    const auto refused = browser.get("/mail?meeting=" + foreign);
    EXPECT_EQ(refused.status, 404);
    EXPECT_FALSE(refused.has("Subject of d"));
    EXPECT_EQ(browser.get("/mail?meeting=none").status, 404);
    EXPECT_EQ(app_.browser("leader-county").get("/mail?meeting=" + hwb).status, 403);
}

TEST_F(MailPages, SayWhatARefusalMeansAndSendAgain) {
    const auto id = queue("a", "HWB");
    set(id, {{"state", "failed"},
             {"reply_code", "550"},
             {"reply", "5.1.1 No such user"},
             {"next_at", std::to_string(db::never)}});
    auto browser = secretary();
    EXPECT_TRUE(browser.get("/mail/" + id).has("This email address does not exist."));
    browser.submit("/mail/" + id + "/retry");
    EXPECT_EQ(state(id), "queued");
    EXPECT_TRUE(browser.page().has("The emails are in the queue"));
    EXPECT_TRUE(browser.page().has("by Committee Officer"));
    EXPECT_EQ(newest_audit(app_, "action"), "mail.retry");
}

TEST_F(MailPages, ShowANumberAtTheMailServerOnlyWhenItIsOne) {
    const std::string number = "Mail server reference";
    const auto id = queue("a", "HWB");
    auto browser = secretary();
    set(id, {{"state", "accepted"}, {"reply_code", "250"}, {"reply", "OK"}, {"remote_id", "OK"}});
    EXPECT_FALSE(browser.get("/mail/" + id).has(number));
    EXPECT_TRUE(browser.page().has("Mail server response"));
    EXPECT_TRUE(browser.page().has("250 OK"));
    set(id, {{"remote_id", "4XYZ1"}});
    EXPECT_TRUE(browser.get("/mail/" + id).has(number));
    EXPECT_TRUE(browser.page().has("4XYZ1"));
}

TEST_F(MailPages, HoldAndRefuseWhatWasSent) {
    const auto id = queue("a", "HWB");
    auto browser = secretary();
    browser.get("/mail/" + id);
    set(id, {{"state", "accepted"}});
    EXPECT_EQ(browser.submit("/mail/" + id + "/hold").status, 409);
    set(id, {{"state", "queued"}});
    browser.get("/mail/" + id);
    browser.submit("/mail/" + id + "/hold");
    EXPECT_EQ(state(id), "held");
}

TEST_F(MailPages, UndoAMailOutWhileItIsHeld) {
    const auto a = queue("a", "HWB");
    const auto b = queue("b", "HWB");
    auto browser = secretary();
    EXPECT_TRUE(browser.get("/mail/batch/" + a).has(server::letters::words::batch_counts(2, 0, 2)));
    set(b, {{"state", "accepted"}});
    browser.submit("/mail/batch/" + a + "/undo");
    EXPECT_EQ(state(a), "cancelled");
    EXPECT_EQ(state(b), "accepted");
    EXPECT_TRUE(browser.page().has("Sending cancelled"));
}

TEST_F(MailPages, RefuseToUndoOnceTheHoldHasPassed) {
    const auto a = queue("a", "HWB");
    const auto undo = "/mail/batch/" + a + "/undo";
    auto in_time = secretary();
    auto late = secretary();
    app_.clock().set(app_.clock().now() + 59s);
    EXPECT_TRUE(in_time.get("/mail/batch/" + a).has(undo));
    EXPECT_TRUE(late.get("/mail/batch/" + a).has(undo));
    app_.clock().set(app_.clock().now() + 1s);
    const auto page = late.submit(undo);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("You could undo this until")) << page.body;
    EXPECT_EQ(state(a), "queued") << "the sender has not got to it, and will";
    EXPECT_FALSE(late.get("/mail/batch/" + a).offers(undo));
    EXPECT_TRUE(late.page().has("You can still put each unsent email on hold."));
    app_.clock().set(app_.clock().now() - 1s);
    in_time.submit(undo);
    EXPECT_EQ(state(a), "cancelled");
}

TEST_F(MailPages, RefuseToUndoWhatIsGone) {
    const auto a = queue("a", "HWB");
    auto browser = secretary();
    browser.get("/mail/batch/" + a);
    set(a, {{"state", "accepted"}});
    const auto page = browser.submit("/mail/batch/" + a + "/undo");
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has(server::letters::words::all_emails_in_this_batch_have_already_been));
}

TEST_F(MailPages, PreviewTheTextWithoutSecrets) {
    const auto id =
        queue("a", "HWB", "notice", "See http://x/r/abcdefghijklmnopqrstuvwxyz012345 and “this”.");
    auto browser = secretary();
    const auto page = browser.get("/mail/" + id);
    EXPECT_TRUE(page.has("See http://x/r/••• and “this”."));
    EXPECT_FALSE(page.has("abcdefghijklmnop"));
    EXPECT_TRUE(page.has(server::letters::words::attached("pack.pdf")));
    EXPECT_TRUE(page.has("Auto-Submitted"));
}

TEST_F(MailPages, NeverShowAnAccountLetter) {
    set(queue("a", "", "account", "Your code: 123 456"), {{"board", "HWB"}});
    auto browser = secretary();
    const auto page = browser.get("/mail/1");
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(page.has("123 456"));
    EXPECT_TRUE(page.has(server::letters::words::we_never_show_emails_that_contain));
}

TEST_F(MailPages, AnAdministratorSeesStatesAndNoContent) {
    const auto id = queue("a", "OSCB");
    make_administrator(app_, "hwb-secretariat");
    auto browser = secretary();
    EXPECT_FALSE(browser.get("/mail").has("Subject of a"));
    EXPECT_TRUE(browser.page().has("a@example.org"));
    EXPECT_EQ(browser.get("/mail/" + id).status, 200);
    EXPECT_FALSE(browser.page().has("Subject of a"));
    EXPECT_FALSE(browser.page().has("The papers are out."));
}

TEST_F(MailPages, SayThatNoRelayIsSet) {
    queue("a", "HWB");
    auto browser = secretary();
    EXPECT_TRUE(browser.get("/mail").has(
        "No mail server is set up, so no emails are being sent. 1 email is queued."));
}

TEST_F(MailPages, SayThatTheRelayDoesNotAnswer) {
    queue("a", "HWB");
    app_.app().config.smtp_url = "smtp://127.0.0.1:1";
    app_.app().mail_status = [] {
        mail::OutboxStatus status;
        status.relay_resting_until =
            workflows::to_instant(workflows::make_day(2018, 11, 1), {15, 10}, "Europe/London")
                .value();
        status.relay_trouble = "could not connect";
        return status;
    };
    auto browser = secretary();
    EXPECT_TRUE(browser.get("/mail").has(
        "The mail server is not responding. 1 email is queued. Next try at 3:10pm."));
}

TEST(MailWords, KnowEveryStateAndReason) {
    for (const auto& [state, text, words] : workflows::names<db::OutboxState>) {
        db::OutboxRow row;
        row.state = state;
        EXPECT_FALSE(server::letters::standing_words(row, row.next_at).empty()) << text;
        EXPECT_FALSE(server::letters::state_words(state).words.empty()) << text;
    }
    for (int i = 1; i <= static_cast<int>(mail::Reason::protocol); ++i)
        EXPECT_FALSE(server::letters::reason_words(static_cast<mail::Reason>(i)).empty()) << i;
    mail::OutboxStatus status;
    EXPECT_EQ(server::letters::trouble_words(status, true, 3), "");
    status.relay_resting_until = workflows::Instant{};
    status.relay_trouble = "535 5.7.8 Authentication failed";
    EXPECT_NE(server::letters::trouble_words(status, true, 3).find("user name or password"),
              std::string::npos);
}

TEST(MailPreview, ReadsNonsenseWithoutHarm) {
    for (const char* bytes :
         {"", "x", "\r\n\r\n", "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n--",
          "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b--b\r\n--b",
          "Content-Type: text/plain\r\n\r\n=", "Content-Type: text/plain\r\n\r\n=Z=4"})
        server::letters::preview_of(bytes);
    EXPECT_EQ(server::letters::masked("/s/new and /s/0123456789abcdef0"), "/s/new and /s/•••");
}

}  // namespace
