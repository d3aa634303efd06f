// What the outbox worker needs kept: leases, marks that precede the last bytes, what was begun
// under a mark, and outcomes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mail/message_class.hpp"
#include "mail/transport.hpp"
#include "workflows/core/date.hpp"

namespace mail {

inline constexpr std::size_t lease_rows_max = 256;
/// A lease outlives the longest wait for a reply (600 s) with room for the stages before it.
inline constexpr std::chrono::seconds lease_lifetime{1800};
/// With less of its lease left no message is begun: the wait for the last reply must end before
/// somebody else may take the row.
inline constexpr std::chrono::seconds lease_spare{900};

/// A row at one lease of it. `fence` grows with each lease, so a late write of a slow worker cannot
/// overwrite what came after: every write is "where id = ? and fence = ?".
struct LeaseKey {
    std::int64_t row = 0;
    std::int64_t fence = 0;
    friend bool operator==(const LeaseKey&, const LeaseKey&) = default;
};

/// One message to send. The log counts `attempts` and `doubts` up by the outcomes it is given.
struct Leased {
    LeaseKey key;
    MessageClass message_class = MessageClass::notice;
    Envelope envelope;
    std::string bytes;
    workflows::Instant not_after;  // sent later it would be of no use
    int attempts = 0;              // outcomes `deferred` before this lease
    int doubts = 0;                // outcomes `in_doubt` before this lease
    workflows::Instant lease_until = {};
};

/// A lease that nobody works on any more: its worker died or lost it.
struct Stranded {
    LeaseKey key;
    MessageClass message_class = MessageClass::notice;
    bool begun = false;  // its last bytes may have left
    workflows::Instant not_after;
    int doubts = 0;
};

enum class Disposition {
    accepted,  // final: the relay has it
    deferred,  // queued again for next_at; attempts + 1
    released,  // queued again for next_at; nothing counted
    failed,    // final: refused for good, `reason` says why
    expired,   // final: not_after passed first
    held,      // our own set-up is at fault: held until someone releases it, and its batch paused
    in_doubt   // doubts + 1; with next_at sent again then, without it final
};

/// How one lease ended. Setting it ends the lease and clears the mark.
struct Outcome {
    LeaseKey key;
    Disposition disposition = Disposition::released;
    std::optional<workflows::Instant> next_at = {};  // deferred, released: always; in_doubt: maybe
    workflows::Instant at = {};
    Reason reason = Reason::none;
    Reply reply = {};
    std::string remote_id = {};
    std::string trouble = {};
};

/// Kept by the database (and by a fake in tests). All calls but begin() come from one thread at a
/// time. Each of these is one transaction, on disk (synchronous=FULL) before it returns; a failure
/// throws, and then nothing of the call was done.
///
/// A mark says that a row may be sent from now on, so many rows can share the write of one; begin()
/// says that it is being sent, at the cost of a store to memory. What is lost with the machine and
/// not with the process is only begin(): then every marked row counts as begun.
class DeliveryLog {
  public:
    virtual ~DeliveryLog() = default;

    /// Up to `rows_max` rows that are due: queued or deferred with not_before <= now, or in_doubt
    /// with a next_at <= now; not held, batch not paused; oldest not_before first. Rows past their
    /// not_after come too: their outcome is `expired`. Each gets fence + 1, the owner, the time
    /// now + lease_lifetime, and no mark. Stop early when the bytes grow large, after one row.
    virtual std::vector<Leased> lease(std::string_view worker, std::size_t rows_max,
                                      workflows::Instant now) = 0;

    /// First the outcomes, then the `eod` marks. Returns the marks that found another fence or a
    /// row that is no longer leased (cancelled meanwhile): these must not be sent. An outcome that
    /// finds another fence is dropped without a word: the row went on without us.
    virtual std::vector<LeaseKey> commit(std::span<const LeaseKey> eod_marks,
                                         std::span<const Outcome> outcomes) = 0;

    /// The last bytes of a marked row are about to leave. Kept when this process is killed. False:
    /// it cannot be kept, and nothing may be sent. Any thread. The outcome of the lease ends it.
    virtual bool begin(const LeaseKey& key) noexcept = 0;

    /// Leases of other workers (one process owns the file, so they are dead), and leases of this
    /// one that ran out before `now`.
    virtual std::vector<Stranded> stranded(std::string_view worker, workflows::Instant now) = 0;
};

}  // namespace mail
