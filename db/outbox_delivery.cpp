#include "db/outbox_delivery.hpp"

#include "db/outbox_events.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

constexpr Sql lease{"outbox.lease", R"(
    UPDATE outbox SET state = 'leased', lease_owner = :worker, lease_until = :until,
                      fence = fence + 1, eod_marked = 0
    WHERE id IN (SELECT id FROM outbox WHERE state IN ('queued', 'deferred', 'in_doubt')
                 AND next_at <= :now ORDER BY next_at, id LIMIT :rows_max)
    RETURNING id, fence, class, sender, recipient,
              COALESCE((SELECT bytes FROM outbox_letter WHERE message = outbox.id), ''),
              not_after, attempts, doubts)"};
constexpr Sql mark{"outbox.mark", R"(
    UPDATE outbox SET eod_marked = 1 WHERE id = :id AND fence = :fence AND state = 'leased')"};
constexpr Sql record{"outbox.record", R"(
    UPDATE outbox SET state = :state, next_at = :next_at, attempts = attempts + :attempts,
                      doubts = doubts + :doubts, reply_code = :code, reply = :reply,
                      remote_id = :remote_id, finished_at = :finished_at, eod_marked = 0
    WHERE id = :id AND fence = :fence AND state = 'leased' RETURNING class)"};
constexpr Sql forget_secret{"outbox.forget_secret",
                            "DELETE FROM outbox_letter WHERE message = :id"};
constexpr Sql hold_batch{"outbox.hold_batch", R"(
    UPDATE outbox SET state = 'held', fence = fence + 1
    WHERE batch = (SELECT batch FROM outbox WHERE id = :id) AND state IN ('queued', 'deferred'))"};
constexpr Sql stranded{"outbox.stranded", R"(
    SELECT id, fence, class, eod_marked, not_after, doubts FROM outbox
    WHERE state = 'leased' AND (lease_owner <> :worker OR lease_until < :now))"};

constexpr Sql find_due{"outbox.find_due", R"(
    SELECT COUNT(*) FROM (SELECT id FROM outbox WHERE state IN ('queued', 'deferred', 'in_doubt')
                          AND next_at <= :now LIMIT 1))"};

}  // namespace

bool is_mail_due(ReadTx& tx, workflows::Instant now) {
    return value<int>(tx.session(), find_due, seconds(now)) > 0;
}

std::vector<LeasedRow> lease_outbox(WriteTx& tx, const std::string& worker, int rows_max,
                                    workflows::Instant lease_until) {
    std::vector<LeasedRow> rows;
    each<long long, long long, std::string, std::string, std::string, std::string, long long, int,
         int>(
        tx.session(), lease,
        [&](long long id, long long fence, const auto& message_class, const auto& sender,
            const auto& recipient, const auto& bytes, long long not_after, int attempts,
            int doubts) {
            rows.push_back({id, fence, message_class, sender, recipient, bytes, instant(not_after),
                            attempts, doubts});
        },
        worker, seconds(lease_until), seconds(tx.now()), rows_max);
    tx.touch("mail");
    return rows;
}

bool mark_end_of_data(WriteTx& tx, long long id, long long fence) {
    tx.touch("mail");
    return run(tx.session(), mark, id, fence) == 1;
}

void record_outcome(WriteTx& tx, const OutcomeRow& outcome) {
    tx.touch("mail");
    const long long finished = outcome.final ? seconds(outcome.at) : 0;
    const auto message_class =
        value<std::string>(tx.session(), record, outcome.state, outcome.next_at,
                           outcome.attempts_added, outcome.doubts_added, outcome.reply_code,
                           outcome.reply, outcome.remote_id, finished, outcome.id, outcome.fence);
    if (message_class.empty()) return;  // not ours any more
    append_outbox_event(tx, outcome.id, {outcome.at, outcome.state, outcome.reply});
    if (outcome.final && message_class == "account") run(tx.session(), forget_secret, outcome.id);
    if (outcome.state == "held") run(tx.session(), hold_batch, outcome.id);
}

std::vector<StrandedRow> list_stranded(ReadTx& tx, const std::string& worker,
                                       workflows::Instant now) {
    std::vector<StrandedRow> rows;
    each<long long, long long, std::string, int, long long, int>(
        tx.session(), stranded,
        [&](long long id, long long fence, const auto& message_class, int marked,
            long long not_after, int doubts) {
            rows.push_back({id, fence, message_class, marked != 0, instant(not_after), doubts});
        },
        worker, seconds(now));
    return rows;
}

std::vector<const Sql*> outbox_delivery_statements() {
    return {&lease, &mark, &record, &forget_secret, &hold_batch, &stranded, &find_due};
}

}  // namespace db
