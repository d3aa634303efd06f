// Stand-ins for the database, the clock and the relay, for tests of the outbox.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "mail/delivery_log.hpp"
#include "workflows/core/seams.hpp"

namespace mail_tests {

using workflows::Instant;

inline mail::Address address(std::string_view text) {
    return mail::Address::parse(text).value();
}

class FakeClock final : public workflows::Clock {
  public:
    Instant now() const override { return Instant(std::chrono::seconds(seconds_.load())); }
    void advance(std::chrono::seconds by) { seconds_ += by.count(); }

  private:
    std::atomic<std::int64_t> seconds_{1'700'000'000};
};

/// The delivery log in memory, with the same rules as the table in the database.
class MemoryLog final : public mail::DeliveryLog {
  public:
    enum class State { queued, leased, final };
    struct Row {
        mail::MessageClass message_class = mail::MessageClass::notice;
        Instant not_after;
        Instant not_before;
        State state = State::queued;
        bool paused = false;
        std::string owner = {};
        Instant lease_until = {};
        std::int64_t fence = 0;
        bool eod_marked = false;
        bool begun = false;
        int attempts = 0;
        int doubts = 0;
        std::vector<mail::Outcome> outcomes = {};
    };

    std::int64_t add(mail::MessageClass message_class, Instant not_before, Instant not_after) {
        const std::lock_guard lock(mutex_);
        rows_[++last_] = Row{message_class, not_after, not_before};
        return last_;
    }
    Row row(std::int64_t id) const {
        const std::lock_guard lock(mutex_);
        return rows_.at(id);
    }
    void pause(std::int64_t id, bool paused) {
        const std::lock_guard lock(mutex_);
        rows_.at(id).paused = paused;
    }
    void cancel(std::int64_t id) {
        const std::lock_guard lock(mutex_);
        rows_.at(id).state = State::final;
        ++rows_.at(id).fence;
    }
    void fail_commits(int count) {
        const std::lock_guard lock(mutex_);
        failures_ = count;
    }
    int commit_count() const {
        const std::lock_guard lock(mutex_);
        return commits_;
    }
    bool wait_until_final() const {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(60), [&] {
            return std::all_of(rows_.begin(), rows_.end(), [](const auto& entry) {
                return entry.second.state == State::final;
            });
        });
    }

    std::vector<mail::Leased> lease(std::string_view worker, std::size_t rows_max,
                                    Instant now) override {
        const std::lock_guard lock(mutex_);
        std::vector<mail::Leased> leased;
        for (auto& [id, row] : rows_) {
            if (leased.size() == rows_max) {
                break;
            }
            if (row.state != State::queued || row.paused || row.not_before > now) {
                continue;
            }
            row.state = State::leased;
            row.owner = worker;
            row.lease_until = now + mail::lease_lifetime;
            row.eod_marked = false;
            row.begun = false;
            leased.push_back({{id, ++row.fence},
                              row.message_class,
                              {address("board@board.example"), address("member@council.example")},
                              std::to_string(id) + "\r\n",
                              row.not_after,
                              row.attempts,
                              row.doubts,
                              row.lease_until});
        }
        return leased;
    }

    std::vector<mail::LeaseKey> commit(std::span<const mail::LeaseKey> marks,
                                       std::span<const mail::Outcome> outcomes) override {
        const std::lock_guard lock(mutex_);
        if (failures_ > 0) {
            --failures_;
            throw std::runtime_error("disk full");
        }
        ++commits_;
        for (const auto& outcome : outcomes) {
            apply(outcome);
        }
        std::vector<mail::LeaseKey> stale;
        for (const auto& key : marks) {
            Row& row = rows_.at(key.row);
            if (row.fence == key.fence && row.state == State::leased) {
                row.eod_marked = true;
            } else {
                stale.push_back(key);
            }
        }
        changed_.notify_all();
        return stale;
    }

    bool begin(const mail::LeaseKey& key) noexcept override {
        const std::lock_guard lock(mutex_);
        Row& row = rows_.at(key.row);
        row.begun = row.begun || (row.fence == key.fence && row.eod_marked && begins_);
        return begins_;
    }
    void refuse_to_begin(bool refuse) {
        const std::lock_guard lock(mutex_);
        begins_ = !refuse;
    }

    std::vector<mail::Stranded> stranded(std::string_view worker, Instant now) override {
        const std::lock_guard lock(mutex_);
        std::vector<mail::Stranded> out;
        for (const auto& [id, row] : rows_) {
            if (row.state == State::leased && (row.owner != worker || row.lease_until <= now)) {
                out.push_back(
                    {{id, row.fence}, row.message_class, row.begun, row.not_after, row.doubts});
            }
        }
        return out;
    }

  private:
    void apply(const mail::Outcome& outcome) {
        Row& row = rows_.at(outcome.key.row);
        if (row.fence != outcome.key.fence || row.state != State::leased) {
            return;
        }
        row.outcomes.push_back(outcome);
        row.eod_marked = false;
        row.begun = false;
        row.attempts += outcome.disposition == mail::Disposition::deferred ? 1 : 0;
        row.doubts += outcome.disposition == mail::Disposition::in_doubt ? 1 : 0;
        row.state = outcome.next_at ? State::queued : State::final;
        row.not_before = outcome.next_at.value_or(row.not_before);
    }

    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::map<std::int64_t, Row> rows_;
    std::int64_t last_ = 0;
    int failures_ = 0;
    bool begins_ = true;
    int commits_ = 0;
};

/// What every transport made by one test shares: copies that "arrived", and what to play.
struct FakeRelay {
    using Play = std::function<mail::SendResult(const std::string& bytes, mail::DeliveryObserver&)>;
    std::mutex mutex;
    std::map<std::string, int> copies;
    Play play;  // empty: accept

    void arrive(const std::string& bytes) {
        const std::lock_guard lock(mutex);
        ++copies[bytes];
    }
    int copies_of(std::int64_t row) {
        const std::lock_guard lock(mutex);
        return copies[std::to_string(row) + "\r\n"];
    }
};

inline mail::SendResult verdict(mail::Verdict value, mail::Reason reason = mail::Reason::none,
                                mail::Reply reply = {}) {
    mail::SendResult result;
    result.verdict = value;
    result.reason = reason;
    result.reply = std::move(reply);
    return result;
}

class FakeTransport final : public mail::MailTransport {
  public:
    explicit FakeTransport(FakeRelay& relay) : relay_(relay) {}
    mail::SendResult deliver(const mail::Envelope&, std::string_view bytes,
                             mail::DeliveryObserver& observer, std::stop_token) override {
        if (relay_.play) {
            return relay_.play(std::string(bytes), observer);
        }
        if (observer.reached(mail::Phase::eod) == mail::Proceed::stop) {
            return verdict(mail::Verdict::given_up);
        }
        relay_.arrive(std::string(bytes));
        return verdict(mail::Verdict::accepted);
    }

  private:
    FakeRelay& relay_;
};

}  // namespace mail_tests
