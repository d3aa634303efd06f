// The program killed (SIGKILL) while it drains its outbox, and started again: nothing is lost, and
// only what had begun to leave may come twice.
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>

#include <csignal>
#include <map>
#include <set>

#include "db/outbox.hpp"
#include "db/session.hpp"
#include "server/letters/deliveries.hpp"
#include "tests/db/temporary_database.hpp"
#include "tests/harness/smtp_server.hpp"

extern char** environ;

namespace {

using namespace std::chrono_literals;
using harness::SmtpMoment;
using harness::SmtpReaction;
using harness::SmtpStep;
using MessageIds = std::set<std::string>;

constexpr int letters = 240;
constexpr std::size_t senders = 2;

/// `shiremoot serve` as a process of its own; killed at the latest when this ends.
class Program {
  public:
    Program(const std::filesystem::path& data, int smtp_port) {
        std::vector<std::string> words{SHIREMOOT_BINARY_DIR "/shiremoot",
                                       "serve",
                                       "--data",
                                       data.string(),
                                       "--listen",
                                       "127.0.0.1:0",
                                       "--smtp-url",
                                       "smtp://127.0.0.1:" + std::to_string(smtp_port),
                                       "--mail-from",
                                       "boards@example.org",
                                       "--mail-threads",
                                       std::to_string(senders)};
        std::vector<char*> arguments;
        for (auto& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const int error =
            ::posix_spawn(&process_, words[0].c_str(), nullptr, nullptr, arguments.data(), environ);
        if (error != 0) throw std::runtime_error("cannot start " + words[0]);
    }
    ~Program() { end(SIGKILL); }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Its wait status.
    int end(int signal) {
        int status = -1;
        if (process_ == 0) return status;
        ::kill(process_, signal);
        ::waitpid(process_, &status, 0);
        process_ = 0;
        return status;
    }

  private:
    pid_t process_ = 0;
};

/// From the `after`th time on, `step` gets this reaction; hits are counted.
struct Fault {
    SmtpStep step = SmtpStep::dot;
    int after = 0;
    SmtpReaction::Manner manner = SmtpReaction::Manner::withheld;
    std::size_t hits = senders;  // kill after so many
};

class FaultScript {
  public:
    void arm(std::optional<Fault> fault) {
        const std::lock_guard lock(mutex_);
        fault_ = fault;
        seen_ = 0;
    }
    SmtpReaction operator()(const SmtpMoment& moment) {
        const std::lock_guard lock(mutex_);
        if (!fault_ || moment.step != fault_->step || seen_++ < fault_->after) return {};
        hit_.notify_all();
        return {"", fault_->manner};
    }
    bool wait() {
        std::unique_lock lock(mutex_);
        return hit_.wait_for(
            lock, 20s, [this] { return seen_ >= fault_->after + static_cast<int>(fault_->hits); });
    }

  private:
    std::mutex mutex_;
    std::condition_variable hit_;
    std::optional<Fault> fault_;
    int seen_ = 0;
};

// In doubt a statutory letter is sent again and a reminder is not.
bool is_reminder(int letter) {
    return letter % 4 == 3;
}

std::string message_id_of(const std::string& bytes) {
    const auto begin = bytes.find("Message-ID: ") + 12;
    return bytes.substr(begin, bytes.find('\r', begin) - begin);
}

class Crash : public testing::Test {
  protected:
    Crash() : smtp_([this](const SmtpMoment& moment) { return script_(moment); }) {}

    std::unique_ptr<db::Database> open() {
        return std::make_unique<db::Database>(directory_.path() / "shiremoot.db", 1, clock_, ids_);
    }
    void queue_letters() {
        const auto database = open();
        auto tx = database->begin_write();
        for (int i = 0; i < letters; ++i) {
            db::OutboxRow row;
            row.key = "k" + std::to_string(i);
            row.batch = "batch";
            row.message_class = is_reminder(i) ? "reminder" : "statutory";
            row.template_name = "papers_out";
            row.sender = "boards@example.org";
            row.recipient = row.key + "@example.org";
            row.message_id = "<" + row.key + "@example.org>";
            row.bytes = "Message-ID: " + row.message_id + "\r\n\r\nText\r\n";
            row.next_at = tx->now();
            row.not_after = tx->now() + 48h;
            EXPECT_TRUE(db::insert_outbox(*tx, row));
        }
        tx->commit();
    }
    /// While the program does not run: Message-IDs in this state.
    MessageIds in_state(db::OutboxState state) {
        MessageIds found;
        const auto database = open();
        for (const auto& row : db::list_outbox(*database->begin_read(), {}, state, 0, letters))
            found.insert(row.message_id);
        return found;
    }
    /// Of the killed program: what it had begun and did not record.
    MessageIds begun() {
        MessageIds found;
        const auto database = open();
        server::letters::DatabaseDeliveryLog log(*database);
        for (const auto& row : log.stranded("test", clock_.now())) {
            if (!row.begun) continue;
            found.insert(db::find_outbox(*database->begin_read(), row.key.row)->message_id);
        }
        return found;
    }
    std::map<std::string, int> copies() const {
        std::map<std::string, int> count;
        for (const auto& message : smtp_.messages())
            ++count[message_id_of(message.bytes)];
        return count;
    }

    /// Starts the program, kills it when the fault has been met; adds to doubted_.
    MessageIds kill_at(const Fault& fault) {
        script_.arm(fault);
        Program program(directory_.path(), smtp_.port());
        EXPECT_TRUE(script_.wait());
        program.end(SIGKILL);
        script_.arm(std::nullopt);
        EXPECT_TRUE(smtp_.wait_until_idle());
        const auto lost_sight_of = begun();
        doubted_.insert(lost_sight_of.begin(), lost_sight_of.end());
        const auto accepted = in_state(db::OutboxState::accepted);
        for (const auto& [id, count] : copies()) {
            EXPECT_TRUE(accepted.count(id) == 1 || doubted_.count(id) == 1) << id;
        }
        return lost_sight_of;
    }
    /// Runs it until `count` more messages have come, then stops it as an operator would.
    void run_until_sent(std::size_t count) {
        const auto before = smtp_.messages().size();
        Program program(directory_.path(), smtp_.port());
        EXPECT_TRUE(smtp_.wait_for_messages(before + count));
        EXPECT_EQ(program.end(SIGTERM), 0);
        EXPECT_TRUE(smtp_.wait_until_idle());
        EXPECT_EQ(smtp_.messages().size(), before + count);
    }
    void let_a_quarter_of_an_hour_pass() {
        const auto database = open();
        auto tx = database->begin_write();
        tx->session().execute_script(
            "UPDATE outbox SET next_at = next_at - 900 WHERE state = 'in_doubt' AND "
            "next_at < 253402300799");
        tx->commit();
    }

    tests::TemporaryDirectory directory_;
    server::base::SystemClock clock_;
    server::base::RandomIds ids_;
    FaultScript script_;
    harness::SmtpServer smtp_;
    MessageIds doubted_;
};

TEST_F(Crash, LosesNothingAndRepeatsOnlyWhatHadBegun) {
    using Manner = SmtpReaction::Manner;
    queue_letters();
    EXPECT_EQ(kill_at({.step = SmtpStep::mail}), MessageIds{}) << "leased and marked, not begun";
    EXPECT_EQ(kill_at({.step = SmtpStep::data}), MessageIds{}) << "the body was not asked for";
    EXPECT_EQ(copies().size(), 0U);
    kill_at({.step = SmtpStep::dot, .after = 60, .manner = Manner::whole, .hits = 1});
    EXPECT_GE(kill_at({.step = SmtpStep::dot, .after = 30}).size(), senders)
        << "the relay took these and its reply was not read";

    const auto accepted = in_state(db::OutboxState::accepted).size();
    const auto in_doubt = doubted_.size();
    run_until_sent(letters - accepted - in_doubt);
    EXPECT_EQ(in_state(db::OutboxState::accepted).size(), letters - in_doubt);
    EXPECT_EQ(in_state(db::OutboxState::in_doubt), doubted_);

    let_a_quarter_of_an_hour_pass();
    std::size_t statutory = 0;
    for (const auto& id : doubted_)
        statutory += is_reminder(std::stoi(id.substr(2))) ? 0 : 1;
    run_until_sent(statutory);
    EXPECT_EQ(in_state(db::OutboxState::accepted).size(), letters - in_doubt + statutory);
    auto count = copies();
    for (int i = 0; i < letters; ++i) {
        const auto id = "<k" + std::to_string(i) + "@example.org>";
        const bool doubted = doubted_.count(id) == 1;
        EXPECT_GE(count[id], doubted && is_reminder(i) ? 0 : 1) << id << " was lost";
        EXPECT_LE(count[id], doubted && !is_reminder(i) ? 2 : 1) << id << " was repeated";
    }
}

}  // namespace
