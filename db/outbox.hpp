// The outbox: every message as the bytes to be sent, committed with the event it tells of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/result.hpp"

namespace db {

/// `next_at` of a row that is due no more.
inline constexpr long long never = 253402300799;

/// What transactions name that change the outbox; the second only when a row came to be sent.
inline constexpr const char* mail_tag = "mail";
inline constexpr const char* mail_queued_tag = "mail_queued";

struct OutboxRow {
    long long id = 0;
    std::string key;    // class:subject:revision:person; a second row of one key is not made
    std::string batch;  // rows of one mail-out
    std::string message_class;
    std::string template_name;
    std::string board;       // code, or ""
    std::string subject_id;  // the meeting, request, … it is about
    std::string person;      // to whom: person key
    std::string sender;      // envelope
    std::string recipient;   // envelope
    std::string subject;
    std::string message_id;
    std::string bytes;
    std::string state;  // as in the schema
    workflows::Instant next_at;
    workflows::Instant not_after;
    int attempts = 0;
    int doubts = 0;
    int reply_code = 0;
    std::string reply;
    std::string remote_id;
    workflows::Instant created_at;
    std::string created_by;
    workflows::Instant finished_at;
};

/// Queues a message; false when its key is in the outbox already (a repeat of the same event).
/// state, attempts, id, created_at and created_by are set here.
bool insert_outbox(WriteTx& tx, const OutboxRow& row);

/// Without bytes; of those boards (empty: all), newest first, below `before` (0: from the newest).
std::vector<OutboxRow> list_outbox(ReadTx& tx, const std::vector<std::string>& boards,
                                   const std::string& state, long long before, int rows_max);
std::vector<OutboxRow> list_outbox_about(ReadTx& tx, const std::string& subject_id);
std::vector<OutboxRow> list_outbox_batch(ReadTx& tx, const std::string& batch);
/// What is still to be sent to this person at another address than `email`, oldest first.
std::vector<OutboxRow> list_outbox_elsewhere(ReadTx& tx, const std::string& person,
                                             const std::string& email);
/// With bytes.
std::optional<OutboxRow> find_outbox(ReadTx& tx, long long id);

struct StateCount {
    std::string state;
    int count = 0;
};
std::vector<StateCount> count_outbox(ReadTx& tx);
/// Of these boards together.
std::vector<StateCount> count_outbox_of(ReadTx& tx, const std::vector<std::string>& boards);
struct TemplateCount {
    std::string template_name;
    std::string state;
    int count = 0;
};
std::vector<TemplateCount> count_outbox_by_template(ReadTx& tx);

/// Holds back what has not been sent: rows of the batch that are queued, deferred or held and were
/// written later than `created_after` become `cancelled`, and those of class `account` lose their
/// bytes. How many. A row being sent at this moment is not among them.
int cancel_batch(WriteTx& tx, const std::string& batch, workflows::Instant created_after);
/// Code::refused unless it is queued, deferred, held, failed or in doubt.
workflows::Result<void> hold_message(WriteTx& tx, long long id);
/// Sends again now: held, deferred, failed, in_doubt or cancelled. Code::refused otherwise, or when
/// `not_after` has passed.
workflows::Result<void> retry_message(WriteTx& tx, long long id);

std::vector<const Sql*> outbox_statements();

}  // namespace db
