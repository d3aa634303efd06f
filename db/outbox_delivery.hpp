// What the senders need of the outbox: leases, marks and outcomes, each call one transaction.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/outbox.hpp"
#include "db/sql.hpp"

namespace db {

struct LeasedRow {
    long long id = 0;
    long long fence = 0;
    std::string message_class;
    std::string sender;
    std::string recipient;
    std::string bytes;
    workflows::Instant not_after;
    int attempts = 0;
    int doubts = 0;
};

struct StrandedRow {
    long long id = 0;
    long long fence = 0;
    std::string message_class;
    bool eod_marked = false;
    workflows::Instant not_after;
    int doubts = 0;
};

struct OutcomeRow {
    long long id = 0;
    long long fence = 0;
    OutboxState state = OutboxState::queued;  // neither leased nor cancelled
    long long next_at = 0;
    int attempts_added = 0;
    int doubts_added = 0;
    int reply_code = 0;
    std::string reply;
    std::string remote_id;
    workflows::Instant at;
    bool final = false;
};

/// Whether some row is due at `now`: a look that writes nothing.
bool is_mail_due(ReadTx& tx, workflows::Instant now);

/// Oldest first. A row is taken whole or not at all.
std::vector<LeasedRow> lease_outbox(WriteTx& tx, const std::string& worker, int rows_max,
                                    workflows::Instant lease_until);
/// False when the lease is no longer ours.
bool mark_end_of_data(WriteTx& tx, long long id, long long fence);
/// Does nothing when the lease is no longer ours. Adds to the message's history. A final state of
/// class `account` loses its bytes; `held` holds the rest of its batch too.
void record_outcome(WriteTx& tx, const OutcomeRow& outcome);
std::vector<StrandedRow> list_stranded(ReadTx& tx, const std::string& worker,
                                       workflows::Instant now);

std::vector<const Sql*> outbox_delivery_statements();

}  // namespace db
