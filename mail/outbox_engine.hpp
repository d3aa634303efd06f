// What moves inside the outbox worker: a queue of leased rows, sender threads and one clerk.
#pragma once

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <semaphore>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

#include "mail/lease_queue.hpp"
#include "mail/outbox_worker.hpp"
#include "mail/retry.hpp"

namespace mail {

class OutboxEngine {
  public:
    OutboxEngine(DeliveryLog& log, TransportFactory make_transport, const workflows::Clock& clock,
                 Jitter jitter, OutboxSettings settings);
    ~OutboxEngine();
    OutboxEngine(const OutboxEngine&) = delete;
    OutboxEngine& operator=(const OutboxEngine&) = delete;

    DrainReport drain_once();
    void start();
    void wake();
    void stop();
    OutboxStatus status() const;

  private:
    // A sender that waits for its eod mark; lives on the sender's stack.
    struct MarkRequest {
        LeaseKey key;
        Proceed answer = Proceed::stop;
        std::binary_semaphore answered{0};
    };
    struct Work {
        std::vector<MarkRequest*> marks;
        std::vector<LeaseKey> marks_ahead;  // chosen when the work is taken up
        std::vector<Outcome> outcomes;
    };

    enum class Call { work, look, last };

    // By hand.
    void lease_now(workflows::Instant now);
    Proceed mark_now(const LeaseKey& key);
    void commit_now();

    // Senders.
    void send_all(MailTransport& transport);
    std::optional<LeaseQueue::Taken> next_row();
    Proceed mark_and_wait(const LeaseKey& key);
    bool lease_nearly_over(const Leased& leased) const;
    std::optional<Outcome> not_to_begin(const Leased& leased);
    Outcome deliver(const Leased& leased, MailTransport& transport,
                    const std::function<Proceed()>& mark);
    void finish(Outcome outcome);

    // The clerk.
    void keep_log();
    bool settle(Work& work);
    std::size_t rows_ahead() const { return rows_ahead_per_sender * settings_.senders; }
    void choose_work(Work& work);
    void look_for_rows();
    void recover();
    bool is_urgent() const;
    Call wait_for_call(std::unique_lock<std::mutex>& lock);
    std::size_t rows_wanted(workflows::Instant now);

    // Both; the mutex is held.
    Outcome judge_delivery(const Leased& leased, const SendResult& result, workflows::Instant now);
    void release_queue(workflows::Instant now);
    void add(Outcome outcome);
    void call_clerk();
    void count_outcomes(std::span<const Outcome> outcomes);

    DeliveryLog& log_;
    const TransportFactory make_transport_;
    const workflows::Clock& clock_;
    const Jitter jitter_;
    const OutboxSettings settings_;
    std::unique_ptr<MailTransport> hand_transport_;
    std::exception_ptr mark_failure_;  // by hand: carried over libcurl's frames

    mutable std::mutex mutex_;
    std::condition_variable clerk_called_;
    std::condition_variable rows_ready_;
    LeaseQueue queue_;
    Work work_;
    RelayBreaker breaker_;
    OutboxStatus status_;
    bool look_ = true;  // there may be rows due
    bool stopping_ = false;
    std::size_t senders_busy_ = 0;  // threads that have not ended
    std::size_t delivering_ = 0;    // of these, now with a message

    std::stop_source stop_;
    std::vector<std::jthread> senders_;
    std::jthread clerk_;
};

}  // namespace mail
