#include "server/letters/deliveries.hpp"

#include <algorithm>
#include <optional>

#include "db/outbox.hpp"
#include "db/times.hpp"

namespace server::letters {
namespace {

// Rows that are leased at once, and the bytes after which a lease asks for no more: a pack of
// 5 MiB in each row would otherwise fill the memory.
constexpr int lease_step_rows = 8;
constexpr std::size_t lease_bytes_max = 16 * 1024 * 1024;

std::vector<mail::LeaseKey> marked_leases(db::Database& database) {
    const auto tx = database.begin_read();
    std::vector<mail::LeaseKey> keys;
    for (const auto& row : db::list_stranded(*tx, "", tx->now())) {
        if (row.eod_marked) keys.push_back({row.id, row.fence});
    }
    return keys;
}

std::optional<mail::Leased> leased_of(const db::LeasedRow& row, workflows::Instant lease_until) {
    const auto from = mail::Address::parse(row.sender);
    const auto to = mail::Address::parse(row.recipient);
    const auto message_class = mail::message_class_of(row.message_class);
    if (!from || !to || !message_class || row.bytes.empty()) return std::nullopt;
    return mail::Leased{{row.id, row.fence}, *message_class, {*from, *to}, row.bytes,
                        row.not_after,       row.attempts,   row.doubts,   lease_until};
}

// Only a hand in the file can make such a row; it must not stop the others.
void give_up(db::WriteTx& tx, const db::LeasedRow& row) {
    db::OutcomeRow outcome;
    outcome.id = row.id;
    outcome.fence = row.fence;
    outcome.state = db::OutboxState::failed;
    outcome.next_at = db::never;
    outcome.reply = "an address or the text of this message cannot be used";
    outcome.at = tx.now();
    outcome.final = true;
    db::record_outcome(tx, outcome);
}

db::OutboxState state_after(mail::Disposition disposition) {
    switch (disposition) {
        case mail::Disposition::accepted:
            return db::OutboxState::accepted;
        case mail::Disposition::deferred:
            return db::OutboxState::deferred;
        case mail::Disposition::released:
            return db::OutboxState::queued;
        case mail::Disposition::failed:
            return db::OutboxState::failed;
        case mail::Disposition::expired:
            return db::OutboxState::expired;
        case mail::Disposition::held:
            return db::OutboxState::held;
        case mail::Disposition::in_doubt:
            return db::OutboxState::in_doubt;
    }
    throw std::logic_error("no such disposition");
}

std::string words_of(const mail::Outcome& outcome) {
    if (outcome.reply.code == 0) return outcome.trouble;
    const auto status = mail::to_text(outcome.reply.status);
    return status.empty() ? outcome.reply.text : status + " " + outcome.reply.text;
}

}  // namespace

db::OutcomeRow outcome_row(const mail::Outcome& outcome) {
    using enum mail::Disposition;
    db::OutcomeRow row;
    row.id = outcome.key.row;
    row.fence = outcome.key.fence;
    row.state = state_after(outcome.disposition);
    row.next_at = outcome.next_at ? db::seconds(*outcome.next_at) : db::never;
    row.attempts_added = outcome.disposition == deferred ? 1 : 0;
    row.doubts_added = outcome.disposition == in_doubt ? 1 : 0;
    row.reply_code = outcome.reply.code;
    row.reply = words_of(outcome);
    row.remote_id = outcome.remote_id;
    row.at = outcome.at;
    row.final = outcome.disposition == accepted || outcome.disposition == failed ||
                outcome.disposition == expired ||
                (outcome.disposition == in_doubt && !outcome.next_at);
    return row;
}

DatabaseDeliveryLog::DatabaseDeliveryLog(db::Database& database, const std::string& boot)
    : database_(database),
      begun_(database.file().parent_path() / "outbox.begun", boot, marked_leases(database)) {}

std::vector<mail::Leased> DatabaseDeliveryLog::lease(std::string_view worker, std::size_t rows_max,
                                                     workflows::Instant now) {
    if (!db::is_mail_due(*database_.begin_read(), now)) return {};
    auto tx = database_.begin_write();
    std::vector<mail::Leased> leased;
    std::size_t bytes = 0;
    const auto lease_until = now + mail::lease_lifetime;
    while (leased.size() < rows_max && bytes < lease_bytes_max) {
        const auto room = static_cast<int>(rows_max - leased.size());
        const auto rows = db::lease_outbox(*tx, std::string(worker),
                                           std::min(room, lease_step_rows), lease_until);
        if (rows.empty()) break;
        for (const auto& row : rows) {
            bytes += row.bytes.size();
            if (auto one = leased_of(row, lease_until)) {
                leased.push_back(std::move(*one));
            } else {
                give_up(*tx, row);
            }
        }
    }
    tx->commit();
    return leased;
}

std::vector<mail::LeaseKey> DatabaseDeliveryLog::commit(std::span<const mail::LeaseKey> eod_marks,
                                                        std::span<const mail::Outcome> outcomes) {
    if (eod_marks.empty() && outcomes.empty()) return {};
    auto tx = database_.begin_write();
    for (const auto& outcome : outcomes)
        db::record_outcome(*tx, outcome_row(outcome));
    std::vector<mail::LeaseKey> stale;
    for (const auto& key : eod_marks) {
        if (!db::mark_end_of_data(*tx, key.row, key.fence)) stale.push_back(key);
    }
    tx->commit();
    for (const auto& outcome : outcomes)
        begun_.end(outcome.key);
    return stale;
}

std::vector<mail::Stranded> DatabaseDeliveryLog::stranded(std::string_view worker,
                                                          workflows::Instant now) {
    std::vector<mail::Stranded> stranded;
    const auto tx = database_.begin_read();
    for (const auto& row : db::list_stranded(*tx, std::string(worker), now)) {
        const auto message_class =
            mail::message_class_of(row.message_class).value_or(mail::MessageClass::notice);
        const mail::LeaseKey key{row.id, row.fence};
        const bool begun = row.eod_marked && begun_.has(key);
        stranded.push_back({key, message_class, begun, row.not_after, row.doubts});
    }
    return stranded;
}

}  // namespace server::letters
