// The outbox: every message as the bytes to be sent, committed with the event it tells of.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/names.hpp"
#include "workflows/core/result.hpp"

namespace db {

/// `next_at` of a row that is due no more.
inline constexpr long long never = 253402300799;

/// What transactions name that change the outbox; the second only when a row came to be sent.
inline constexpr const char* mail_tag = "mail";
inline constexpr const char* mail_queued_tag = "mail_queued";

/// In the order of their texts, as lists of them are.
enum class OutboxState {
    accepted,   // the mail server took it
    cancelled,  // held back
    deferred,   // tried, and tried again later
    expired,    // not sent before it was of no more use
    failed,
    held,      // waits until somebody sends it
    in_doubt,  // the answer of the mail server was lost
    leased,    // being sent
    queued
};

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
    OutboxState state = OutboxState::queued;
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

/// Without bytes; of those boards (empty: all) and in that state (nothing: any), newest first,
/// below `before` (0: from the newest).
std::vector<OutboxRow> list_outbox(ReadTx& tx, const std::vector<std::string>& boards,
                                   std::optional<OutboxState> state, long long before,
                                   int rows_max);
std::vector<OutboxRow> list_outbox_about(ReadTx& tx, const std::string& subject_id);
std::vector<OutboxRow> list_outbox_batch(ReadTx& tx, const std::string& batch);
/// What is still to be sent to this person at another address than `email`, oldest first.
std::vector<OutboxRow> list_outbox_elsewhere(ReadTx& tx, const std::string& person,
                                             const std::string& email);
/// With bytes.
std::optional<OutboxRow> find_outbox(ReadTx& tx, long long id);

struct StateCount {
    OutboxState state = OutboxState::queued;
    int count = 0;
};
std::vector<StateCount> count_outbox(ReadTx& tx);
/// Of these boards together.
std::vector<StateCount> count_outbox_of(ReadTx& tx, const std::vector<std::string>& boards);
struct TemplateCount {
    std::string template_name;
    OutboxState state = OutboxState::queued;
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

namespace workflows {

template <>
inline constexpr auto names<db::OutboxState> = std::to_array<Name<db::OutboxState>>({
    {db::OutboxState::accepted, "accepted", "sent"},
    {db::OutboxState::cancelled, "cancelled", "held back"},
    {db::OutboxState::deferred, "deferred", "tried, waits"},
    {db::OutboxState::expired, "expired", "too late"},
    {db::OutboxState::failed, "failed", "not sent"},
    {db::OutboxState::held, "held", "on hold"},
    {db::OutboxState::in_doubt, "in_doubt", "in doubt"},
    {db::OutboxState::leased, "leased", "being sent"},
    {db::OutboxState::queued, "queued", "waiting"},
});

}  // namespace workflows
