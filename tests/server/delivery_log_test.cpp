// The outbox in the database as the senders use it: leases, marks, outcomes, crashes.
#include <gtest/gtest.h>

#include <map>

#include "db/outbox.hpp"
#include "db/outbox_events.hpp"
#include "mail/directory_transport.hpp"
#include "mail/outbox_worker.hpp"
#include "server/letters/deliveries.hpp"
#include "server/letters/mail_service.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using namespace std::chrono_literals;
using mail::Disposition;
using mail::LeaseKey;
using mail::Outcome;
using tests::TestApp;

class DeliveryLog : public testing::Test {
  protected:
    DeliveryLog() : app_(TestApp::County::empty), log_(app_.app().database) {}

    void queue(const std::string& key, const std::string& message_class = "reminder",
               const std::string& batch = "batch") {
        auto tx = app_.app().database.begin_write();
        db::OutboxRow row;
        row.key = key;
        row.batch = batch;
        row.message_class = message_class;
        row.template_name = "paper_due";
        row.sender = "boards@example.org";
        row.recipient = key + "@example.org";
        row.subject = "Subject";
        row.message_id = "<" + key + "@example.org>";
        row.bytes = "Subject: x\r\n\r\n" + key + "\r\n";
        row.next_at = tx->now();
        row.not_after = tx->now() + 48h;
        EXPECT_TRUE(db::insert_outbox(*tx, row));
        tx->commit();
    }
    workflows::Instant now() { return app_.clock().now(); }
    std::vector<mail::Leased> lease(const std::string& worker = "w1") {
        return log_.lease(worker, 16, now());
    }
    Outcome outcome(const LeaseKey& key, Disposition disposition) {
        Outcome result;
        result.key = key;
        result.disposition = disposition;
        result.at = now();
        return result;
    }
    void commit(const Outcome& one) { EXPECT_TRUE(log_.commit({}, {&one, 1}).empty()); }
    bool mark(const LeaseKey& key) { return log_.commit({&key, 1}, {}).empty(); }
    std::string value(const std::string& column, const std::string& key = "a") {
        return rows(app_, "outbox", {{"key", key}}).value(column);
    }
    std::string bytes(const std::string& key) { return newest_letter(app_, {{"key", key}}); }

    TestApp app_;
    server::letters::DatabaseDeliveryLog log_;
};

TEST_F(DeliveryLog, LeasesEachRowToOneWorker) {
    queue("a");
    queue("b");
    EXPECT_EQ(lease("w1").size(), 2U);
    EXPECT_TRUE(lease("w2").empty());
    EXPECT_EQ(value("state"), "leased");
}

TEST_F(DeliveryLog, KeepsEveryDisposition) {
    struct Case {
        Disposition disposition;
        bool again;
        const char* state;
        const char* next_at;
        const char* attempts;
        const char* doubts;
        bool final;
    };
    const auto later = std::to_string((now() + 300s).time_since_epoch().count());
    const auto never = std::to_string(db::never);
    const std::vector<Case> cases{
        {Disposition::accepted, false, "accepted", never.c_str(), "0", "0", true},
        {Disposition::deferred, true, "deferred", later.c_str(), "1", "0", false},
        {Disposition::released, true, "queued", later.c_str(), "0", "0", false},
        {Disposition::failed, false, "failed", never.c_str(), "0", "0", true},
        {Disposition::expired, false, "expired", never.c_str(), "0", "0", true},
        {Disposition::held, false, "held", never.c_str(), "0", "0", false},
        {Disposition::in_doubt, true, "in_doubt", later.c_str(), "0", "1", false},
        {Disposition::in_doubt, false, "in_doubt", never.c_str(), "0", "1", true},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto& one = cases[i];
        const auto key = "k" + std::to_string(i);
        queue(key, "reminder", key);
        const auto leased = lease();
        ASSERT_EQ(leased.size(), 1U) << i;
        auto result = outcome(leased.front().key, one.disposition);
        if (one.again) result.next_at = now() + 300s;
        result.reply = {451, {4, 7, 1}, "try later"};
        commit(result);
        EXPECT_EQ(value("state", key), one.state);
        EXPECT_EQ(value("next_at", key), one.next_at) << one.state;
        EXPECT_EQ(value("attempts", key), one.attempts) << one.state;
        EXPECT_EQ(value("doubts", key), one.doubts) << one.state;
        EXPECT_EQ(value("finished_at", key) != "0", one.final) << one.state;
        EXPECT_EQ(value("reply_code", key), "451");
        EXPECT_EQ(value("reply", key), "4.7.1 try later");
        EXPECT_EQ(value("eod_marked", key), "0");
    }
    EXPECT_TRUE(lease().empty());
    app_.clock().set(now() + 300s);
    EXPECT_EQ(lease().size(), 3U);  // deferred, released and the doubt that is tried again
}

TEST_F(DeliveryLog, RefusesAMarkAfterTheLeaseWentOn) {
    queue("a");
    const auto first = lease().front().key;
    {
        auto tx = app_.app().database.begin_write();
        EXPECT_EQ(db::cancel_batch(*tx, "batch", {}), 0);  // being sent: not held back
        tx->commit();
    }
    commit([&] {
        auto result = outcome(first, Disposition::released);
        result.next_at = now();
        return result;
    }());
    const auto second = lease("w2").front().key;
    EXPECT_GT(second.fence, first.fence);
    EXPECT_FALSE(mark(first));
    EXPECT_TRUE(mark(second));
    commit(outcome(first, Disposition::failed));  // too late: dropped without a word
    EXPECT_EQ(value("state"), "leased");
    EXPECT_EQ(value("eod_marked"), "1");
}

TEST_F(DeliveryLog, FindsWhatADeadWorkerLeft) {
    for (const char* key : {"a", "b", "c"})
        queue(key, "statutory");
    const auto leased = lease("w1");
    ASSERT_EQ(leased.size(), 3U);
    EXPECT_TRUE(mark(leased[1].key));
    EXPECT_TRUE(mark(leased[2].key));
    EXPECT_TRUE(log_.begin(leased[2].key));
    EXPECT_TRUE(log_.stranded("w1", now()).empty());
    const auto dead = log_.stranded("w2", now());
    ASSERT_EQ(dead.size(), 3U);
    for (const auto& one : dead)
        EXPECT_EQ(one.begun, one.key == leased[2].key);  // a mark alone is no doubt
    EXPECT_EQ(log_.stranded("w1", now() + mail::lease_lifetime + 1s).size(), 3U);
}

TEST_F(DeliveryLog, OnlyWhatHadBegunIsInDoubtAfterAKillAndAllThatWasMarkedAfterAPowerCut) {
    for (const char* key : {"a", "b", "c"})
        queue(key, "statutory");
    server::letters::DatabaseDeliveryLog first(app_.app().database, "boot 1");
    const auto leased = first.lease("w1", 16, now());
    ASSERT_EQ(leased.size(), 3U);
    const std::vector<LeaseKey> marked{leased[0].key, leased[1].key};
    EXPECT_TRUE(first.commit(marked, {}).empty());
    EXPECT_TRUE(first.begin(leased[0].key));
    const auto begun = [&](const std::string& boot) {
        app_.restart();
        server::letters::DatabaseDeliveryLog log(app_.app().database, boot);
        std::vector<std::string> keys;
        for (const auto& one : log.stranded("w2", now()))
            if (one.begun) keys.push_back(std::to_string(one.key.row));
        return keys;
    };
    EXPECT_EQ(begun("boot 1"), std::vector<std::string>{"1"});
    EXPECT_EQ(begun("boot 1"), std::vector<std::string>{"1"});  // looking changes nothing
    EXPECT_EQ(begun("boot 2"), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(begun("boot 2"), (std::vector<std::string>{"1", "2"}));
    EXPECT_TRUE(std::filesystem::remove(app_.directory() / "outbox.begun"));
    EXPECT_EQ(begun("boot 2"), (std::vector<std::string>{"1", "2"}));  // as after a restore
    EXPECT_EQ(begun(""), (std::vector<std::string>{"1", "2"}));
}

TEST_F(DeliveryLog, HoldsTheRestOfABatchWhenOurSetUpIsWrong) {
    queue("a");
    const auto key = lease().front().key;
    queue("b");
    queue("c", "reminder", "another batch");
    commit(outcome(key, Disposition::held));
    EXPECT_EQ(value("state", "b"), "held");
    EXPECT_EQ(value("state", "c"), "queued");
}

TEST_F(DeliveryLog, KeepsNoSecretOfAnAccountLetter) {
    queue("a", "account");
    queue("b", "reminder");
    const auto leased = lease();
    for (const auto& one : leased)
        commit(outcome(one.key, Disposition::accepted));
    EXPECT_EQ(bytes("a"), "");
    EXPECT_NE(bytes("b"), "");
}

TEST_F(DeliveryLog, KeepsNoSecretOfACancelledAccountLetter) {
    queue("a", "account");
    queue("b", "reminder");
    auto tx = app_.app().database.begin_write();
    EXPECT_EQ(db::cancel_batch(*tx, "batch", {}), 2);
    tx->commit();
    EXPECT_EQ(bytes("a"), "");
    EXPECT_NE(bytes("b"), "");
}

TEST_F(DeliveryLog, GivesUpARowWhoseAddressCannotBeUsed) {
    queue("a");
    queue("b");
    rows(app_, "outbox", {{"key", "a"}}).set({{"recipient", "no address"}}, "mail");
    EXPECT_EQ(lease().size(), 1U);
    EXPECT_EQ(value("state"), "failed");
}

TEST_F(DeliveryLog, WritesTheHistory) {
    queue("a");
    auto result = outcome(lease().front().key, Disposition::accepted);
    result.reply = {250, {2, 0, 0}, "Ok: queued as 4XYZ1"};
    commit(result);
    const auto tx = app_.app().database.begin_read();
    const auto events = db::list_outbox_events(*tx, 1, 10);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, "accepted");
    EXPECT_EQ(events[0].detail, "2.0.0 Ok: queued as 4XYZ1");
}

// A transport that keeps what it is given and can break off after the mark, as a crash would.
class Sink : public mail::MailTransport {
  public:
    explicit Sink(std::map<std::string, int>& delivered, bool& crash)
        : delivered_(delivered), crash_(crash) {}
    mail::SendResult deliver(const mail::Envelope& envelope, std::string_view,
                             mail::DeliveryObserver& observer, std::stop_token) override {
        mail::SendResult result;
        result.verdict = mail::Verdict::given_up;
        if (observer.reached(mail::Phase::eod) == mail::Proceed::stop) return result;
        if (crash_) throw std::runtime_error("crash");
        ++delivered_[envelope.to.text()];
        result.verdict = mail::Verdict::accepted;
        return result;
    }

  private:
    std::map<std::string, int>& delivered_;
    bool& crash_;
};

TEST_F(DeliveryLog, NeitherLosesNorRepeatsOverARestart) {
    for (const char* key : {"a", "b", "c", "d"})
        queue(key);
    std::map<std::string, int> delivered;
    bool crash = false;
    // The first run leases all and ends after two of them, as if it had been killed.
    const auto leased = lease("first run");
    ASSERT_EQ(leased.size(), 4U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_TRUE(mark(leased[i].key));
        ++delivered[leased[i].envelope.to.text()];
        commit(outcome(leased[i].key, Disposition::accepted));
    }
    app_.restart();
    server::letters::DatabaseDeliveryLog log(app_.app().database);
    mail::OutboxWorker worker(
        log, [&] { return std::make_unique<Sink>(delivered, crash); }, app_.clock(),
        [] { return 0.5; }, {.worker = "second run"});
    EXPECT_EQ(worker.drain_once().recovered, 2);
    while (worker.drain_once().leased > 0) {
    }
    EXPECT_EQ(delivered.size(), 4U);
    for (const auto& [address, times] : delivered)
        EXPECT_EQ(times, 1) << address;
    EXPECT_EQ(count_mail(app_, "", {{"state", "accepted"}}), 4);
}

TEST_F(DeliveryLog, DoubtAfterTheMarkIsKeptAndRemindersAreNotRepeated) {
    queue("a", "reminder");
    queue("b", "statutory");
    for (const auto& one : lease("first run")) {
        EXPECT_TRUE(mark(one.key));
        EXPECT_TRUE(log_.begin(one.key));
    }
    app_.restart();
    server::letters::DatabaseDeliveryLog log(app_.app().database);
    std::map<std::string, int> delivered;
    bool crash = false;
    mail::OutboxWorker worker(
        log, [&] { return std::make_unique<Sink>(delivered, crash); }, app_.clock(),
        [] { return 0.5; }, {.worker = "second run"});
    worker.drain_once();
    EXPECT_EQ(value("state", "a"), "in_doubt");
    EXPECT_EQ(value("state", "b"), "in_doubt");
    app_.clock().set(now() + 1h);
    while (worker.drain_once().leased > 0) {
    }
    EXPECT_EQ(delivered.count("a@example.org"), 0U);
    EXPECT_EQ(delivered["b@example.org"], 1);
}

TEST_F(DeliveryLog, ServiceWritesTheFolderAndIsWokenByCommits) {
    app_.app().config.mail_directory = app_.directory() / "mail";
    {
        server::letters::MailService service(app_.app());
        int woken = 0;
        app_.app().mail_queued = [&] { ++woken; };
        queue("a");
        EXPECT_EQ(woken, 1);
        EXPECT_EQ(service.drain_once().accepted, 1);
        EXPECT_EQ(woken, 1);  // its own commits are no news
    }
    EXPECT_EQ(value("state"), "accepted");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(app_.directory() / "mail"), {}), 1);
}

TEST_F(DeliveryLog, WithoutARelayMailWaits) {
    server::letters::MailService service(app_.app());
    queue("a");
    EXPECT_EQ(service.drain_once().leased, 0);
    EXPECT_EQ(value("state"), "queued");
}

TEST_F(DeliveryLog, RefusesABadRelayAtTheStart) {
    app_.app().config.smtp_url = "http://relay";
    EXPECT_THROW(server::letters::MailService{app_.app()}, std::runtime_error);
}

}  // namespace
