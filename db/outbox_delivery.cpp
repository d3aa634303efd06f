#include "db/outbox_delivery.hpp"

#include "db/outbox_events.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(LeasedRow, (),
                      (id, fence, message_class, sender, recipient, bytes, not_after, attempts,
                       doubts))
template <>
inline constexpr std::array columns_from<LeasedRow>{
    From{"message_class", "class"},
    From{"bytes", "COALESCE((SELECT bytes FROM outbox_letter WHERE message = outbox.id), '')"}};
BOOST_DESCRIBE_STRUCT(StrandedRow, (), (id, fence, message_class, eod_marked, not_after, doubts))
template <>
inline constexpr std::array columns_from<StrandedRow>{From{"message_class", "class"}};

namespace {

constexpr Query<LeasedRow> lease{"outbox.lease", R"(
    UPDATE outbox SET state = 'leased', lease_owner = :worker, lease_until = :until,
                      fence = fence + 1, eod_marked = 0
    WHERE id IN (SELECT id FROM outbox WHERE state IN ('queued', 'deferred', 'in_doubt')
                 AND next_at <= :now ORDER BY next_at, id LIMIT :rows_max)
    RETURNING {columns})"};
constexpr Sql mark{"outbox.mark", R"(
    UPDATE outbox SET eod_marked = 1 WHERE id = :id AND fence = :fence AND state = 'leased')"};
constexpr Query<std::string> record{"outbox.record", R"(
    UPDATE outbox SET state = :state, next_at = :next_at, attempts = attempts + :attempts,
                      doubts = doubts + :doubts, reply_code = :code, reply = :reply,
                      remote_id = :remote_id, finished_at = :finished_at, eod_marked = 0
    WHERE id = :id AND fence = :fence AND state = 'leased' RETURNING class)"};
constexpr Sql forget_secret{"outbox.forget_secret",
                            "DELETE FROM outbox_letter WHERE message = :id"};
constexpr Sql hold_batch{"outbox.hold_batch", R"(
    UPDATE outbox SET state = 'held', fence = fence + 1
    WHERE batch = (SELECT batch FROM outbox WHERE id = :id) AND state IN ('queued', 'deferred'))"};
constexpr Query<StrandedRow> stranded{"outbox.stranded", R"(
    SELECT {columns} FROM outbox
    WHERE state = 'leased' AND (lease_owner <> :worker OR lease_until < :now))"};

constexpr Query<int> find_due{"outbox.find_due", R"(
    SELECT COUNT(*) FROM (SELECT id FROM outbox WHERE state IN ('queued', 'deferred', 'in_doubt')
                          AND next_at <= :now LIMIT 1))"};

}  // namespace

bool is_mail_due(ReadTx& tx, workflows::Instant now) {
    return value(tx.session(), find_due, {{"now", now}}) > 0;
}

std::vector<LeasedRow> lease_outbox(WriteTx& tx, const std::string& worker, int rows_max,
                                    workflows::Instant lease_until) {
    auto rows = select(
        tx.session(), lease,
        {{"worker", worker}, {"until", lease_until}, {"now", tx.now()}, {"rows_max", rows_max}});
    tx.touch("mail");
    return rows;
}

bool mark_end_of_data(WriteTx& tx, long long id, long long fence) {
    tx.touch("mail");
    return run(tx.session(), mark, {{"id", id}, {"fence", fence}}) == 1;
}

void record_outcome(WriteTx& tx, const OutcomeRow& outcome) {
    tx.touch("mail");
    const long long finished = outcome.final ? seconds(outcome.at) : 0;
    const auto message_class = value(tx.session(), record,
                                     {{"state", outcome.state},
                                      {"next_at", outcome.next_at},
                                      {"attempts", outcome.attempts_added},
                                      {"doubts", outcome.doubts_added},
                                      {"code", outcome.reply_code},
                                      {"reply", outcome.reply},
                                      {"remote_id", outcome.remote_id},
                                      {"finished_at", finished},
                                      {"id", outcome.id},
                                      {"fence", outcome.fence}});
    if (message_class.empty()) return;  // not ours any more
    append_outbox_event(
        tx, outcome.id,
        {outcome.at, std::string(workflows::to_text(outcome.state)), outcome.reply});
    if (outcome.final && message_class == "account")
        run(tx.session(), forget_secret, {{"id", outcome.id}});
    if (outcome.state == OutboxState::held) run(tx.session(), hold_batch, {{"id", outcome.id}});
}

std::vector<StrandedRow> list_stranded(ReadTx& tx, const std::string& worker,
                                       workflows::Instant now) {
    return select(tx.session(), stranded, {{"worker", worker}, {"now", now}});
}

std::vector<const Sql*> outbox_delivery_statements() {
    return {&lease, &mark, &record, &forget_secret, &hold_batch, &stranded, &find_due};
}

}  // namespace db
