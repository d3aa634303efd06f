// Sends what is due: leases rows, delivers them on sender threads, keeps marks and outcomes.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "mail/delivery_log.hpp"
#include "mail/transport.hpp"
#include "workflows/core/seams.hpp"

namespace mail {

inline constexpr std::size_t rows_ahead_per_sender = 8;

struct OutboxSettings {
    std::string worker;       // names this run of the program; another one's leases are dead
    std::size_t senders = 2;  // threads, and so connections to the relay
    /// The longest time between two looks for rows that have become due without wake().
    std::chrono::milliseconds look_every{5000};
};

/// Rows by how they ended.
struct DrainReport {
    int leased = 0;
    int recovered = 0;  // stranded rows put right first
    int accepted = 0;
    int deferred = 0;
    int released = 0;
    int failed = 0;
    int expired = 0;
    int held = 0;
    int in_doubt = 0;
};

struct OutboxStatus {
    DrainReport totals;                                     // since the start
    std::optional<workflows::Instant> relay_resting_until;  // set: the relay is in trouble
    std::string relay_trouble;                              // why, in the relay's or our words
    std::string log_trouble;  // the database could not keep a mark: nothing is sent until it can
};

using TransportFactory = std::function<std::unique_ptr<MailTransport>()>;
using Jitter =
    std::function<double()>;  // a random number in [0, 1); called from one thread at once

class OutboxEngine;

/// Either driven by hand (drain_once) or running (start to stop), never both at a time.
///
/// Running, one clerk thread makes every call of the log. Senders wait for it only at their eod
/// mark; all marks and outcomes that gathered while one transaction was being written go into the
/// next, so the cost of a durable mark is shared by all connections. Statutory mail and invitations
/// are marked a few rows ahead (lease_queue.hpp). When the process ends, only messages whose last
/// bytes had begun to leave are in doubt. When the machine stops, also those marked ahead, at most
/// rows_ahead_per_sender for each sender; they follow retry_in_doubt later.
class OutboxWorker {
  public:
    OutboxWorker(DeliveryLog& log, TransportFactory make_transport, const workflows::Clock& clock,
                 Jitter jitter, OutboxSettings settings);
    ~OutboxWorker();  // stops
    OutboxWorker(const OutboxWorker&) = delete;
    OutboxWorker& operator=(const OutboxWorker&) = delete;

    /// On the caller's thread: puts stranded rows right, leases once, sends, records. Returns when
    /// all is on disk; leased == 0 means that nothing is due (or that the relay rests). What the
    /// log throws comes through, and unsent rows are found again as stranded.
    DrainReport drain_once();

    /// Once in the object's life.
    void start();
    /// Something was put into the outbox. Any thread.
    void wake();
    /// Ends attempts that are surely not sent, waits briefly for replies due, records, joins.
    void stop();
    /// Any thread.
    OutboxStatus status() const;

  private:
    std::unique_ptr<OutboxEngine> engine_;
};

}  // namespace mail
