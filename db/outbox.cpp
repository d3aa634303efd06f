#include "db/outbox.hpp"

#include <algorithm>
#include <map>

#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

constexpr Sql insert{"outbox.insert", R"(
    INSERT INTO outbox(key, batch, class, template, board, subject_id, person, sender, recipient,
                       subject, message_id, state, next_at, not_after, created_at, created_by)
    VALUES (:key, :batch, :class, :template, :board, :subject_id, :person, :sender, :recipient,
            :subject, :message_id, 'queued', :next_at, :not_after, :created_at, :created_by)
    ON CONFLICT (key) DO NOTHING RETURNING id)"};
constexpr Sql insert_letter{"outbox.insert_letter",
                            "INSERT INTO outbox_letter(message, bytes) VALUES (:id, :bytes)"};

// One list of columns for all that read whole rows; literals join at compile time.
#define OUTBOX_COLUMNS                                                                         \
    "id, key, batch, class, template, board, subject_id, person, sender, recipient, subject, " \
    "message_id, state, next_at, not_after, attempts, doubts, reply_code, reply, remote_id, "  \
    "created_at, created_by, finished_at"

constexpr Sql list_all{"outbox.list",
                       "SELECT " OUTBOX_COLUMNS
                       " FROM outbox WHERE id < :before AND (:state = '' OR state = :state)"
                       " ORDER BY id DESC LIMIT :rows_max"};
constexpr Sql list_board{"outbox.list_board",
                         "SELECT " OUTBOX_COLUMNS
                         " FROM outbox WHERE board = :board AND id < :before AND"
                         " (:state = '' OR state = :state) ORDER BY id DESC LIMIT :rows_max"};
constexpr Sql list_about{"outbox.about",
                         "SELECT " OUTBOX_COLUMNS
                         " FROM outbox WHERE subject_id = :subject ORDER BY id DESC LIMIT 500"};
constexpr Sql list_batch{"outbox.batch",
                         "SELECT " OUTBOX_COLUMNS
                         " FROM outbox WHERE batch = :batch ORDER BY id LIMIT 2000"};
constexpr Sql list_elsewhere{"outbox.elsewhere",
                             "SELECT " OUTBOX_COLUMNS
                             " FROM outbox WHERE person = :person AND recipient <> :email AND state"
                             " IN ('held', 'queued', 'leased', 'deferred', 'in_doubt')"
                             " ORDER BY id LIMIT 200"};
constexpr Sql find_row{"outbox.find", "SELECT " OUTBOX_COLUMNS " FROM outbox WHERE id = :id"};
constexpr Sql find_bytes{"outbox.bytes", "SELECT bytes FROM outbox_letter WHERE message = :id"};
constexpr Sql count_states{"outbox.states",
                           "SELECT state, COUNT(*) FROM outbox GROUP BY state ORDER BY state"};
constexpr Sql count_templates{"outbox.templates", R"(
    SELECT template, state, COUNT(*) FROM outbox GROUP BY template, state
    ORDER BY template, state)"};
constexpr Sql count_board_states{"outbox.board_states", R"(
    SELECT state, COUNT(*) FROM outbox WHERE board = :board GROUP BY state ORDER BY state)"};
constexpr Sql cancel{"outbox.cancel", R"(
    UPDATE outbox SET state = 'cancelled', finished_at = :now, fence = fence + 1
    WHERE batch = :batch AND created_at > :created_after
      AND state IN ('queued', 'deferred', 'held'))"};
constexpr Sql forget_cancelled{"outbox.forget_cancelled", R"(
    DELETE FROM outbox_letter WHERE message IN (
        SELECT id FROM outbox
        WHERE batch = :batch AND class = 'account' AND state = 'cancelled'))"};
constexpr Sql hold{"outbox.hold", R"(
    UPDATE outbox SET state = 'held', fence = fence + 1
    WHERE id = :id AND state IN ('queued', 'deferred', 'in_doubt', 'failed'))"};
constexpr Sql retry{"outbox.retry", R"(
    UPDATE outbox SET state = 'queued', next_at = :now, finished_at = 0, fence = fence + 1
    WHERE id = :id AND not_after > :now
      AND EXISTS (SELECT 1 FROM outbox_letter WHERE message = outbox.id)
      AND state IN ('held', 'deferred', 'failed', 'in_doubt', 'cancelled'))"};

template <class... A>
std::vector<OutboxRow> rows_of(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<OutboxRow> rows;
    using S = std::string;
    using L = long long;
    each<L, S, S, S, S, S, S, S, S, S, S, S, S, L, L, int, int, int, S, S, L, S, L>(
        tx.session(), sql,
        [&](L id, const S& key, const S& batch, const S& message_class, const S& name,
            const S& board, const S& subject_id, const S& person, const S& sender,
            const S& recipient, const S& subject, const S& message_id, const S& state, L next_at,
            L not_after, int attempts, int doubts, int code, const S& reply, const S& remote_id,
            L created_at, const S& created_by, L finished_at) {
            OutboxRow row{id,
                          key,
                          batch,
                          message_class,
                          name,
                          board,
                          subject_id,
                          person,
                          sender,
                          recipient,
                          subject,
                          message_id,
                          "",
                          state,
                          instant(next_at),
                          instant(not_after),
                          attempts,
                          doubts,
                          code,
                          reply,
                          remote_id,
                          instant(created_at),
                          created_by,
                          instant(finished_at)};
            rows.push_back(std::move(row));
        },
        arguments...);
    return rows;
}

}  // namespace

bool insert_outbox(WriteTx& tx, const OutboxRow& row) {
    const auto id = value<long long>(
        tx.session(), insert, row.key, row.batch, row.message_class, row.template_name, row.board,
        row.subject_id, row.person, row.sender, row.recipient, row.subject, row.message_id,
        seconds(row.next_at), seconds(row.not_after), seconds(tx.now()), tx.actor().person);
    tx.touch(mail_tag);
    if (id == 0) return false;
    run(tx.session(), insert_letter, id, row.bytes);
    tx.touch(mail_queued_tag);
    return true;
}

std::vector<OutboxRow> list_outbox(ReadTx& tx, const std::vector<std::string>& boards,
                                   const std::string& state, long long before, int rows_max) {
    const long long below = before > 0 ? before : never;
    if (boards.empty()) return rows_of(tx, list_all, below, state, rows_max);
    std::vector<OutboxRow> rows;
    for (const auto& board : boards) {
        auto more = rows_of(tx, list_board, board, below, state, rows_max);
        rows.insert(rows.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id > b.id; });
    if (rows.size() > static_cast<std::size_t>(rows_max)) {
        rows.resize(static_cast<std::size_t>(rows_max));
    }
    return rows;
}

std::vector<OutboxRow> list_outbox_about(ReadTx& tx, const std::string& subject_id) {
    return rows_of(tx, list_about, subject_id);
}

std::vector<OutboxRow> list_outbox_batch(ReadTx& tx, const std::string& batch) {
    return rows_of(tx, list_batch, batch);
}

std::vector<OutboxRow> list_outbox_elsewhere(ReadTx& tx, const std::string& person,
                                             const std::string& email) {
    return rows_of(tx, list_elsewhere, person, email);
}

std::optional<OutboxRow> find_outbox(ReadTx& tx, long long id) {
    auto rows = rows_of(tx, find_row, id);
    if (rows.empty()) return std::nullopt;
    rows.front().bytes = value<std::string>(tx.session(), find_bytes, id);
    return std::move(rows.front());
}

std::vector<StateCount> count_outbox(ReadTx& tx) {
    std::vector<StateCount> counts;
    each<std::string, int>(tx.session(), count_states, [&](const std::string& state, int count) {
        counts.push_back({state, count});
    });
    return counts;
}

std::vector<StateCount> count_outbox_of(ReadTx& tx, const std::vector<std::string>& boards) {
    std::map<std::string, int> sums;
    for (const auto& board : boards) {
        each<std::string, int>(
            tx.session(), count_board_states,
            [&](const std::string& state, int count) { sums[state] += count; }, board);
    }
    std::vector<StateCount> counts;
    for (const auto& [state, count] : sums)
        counts.push_back({state, count});
    return counts;
}

std::vector<TemplateCount> count_outbox_by_template(ReadTx& tx) {
    std::vector<TemplateCount> counts;
    each<std::string, std::string, int>(
        tx.session(), count_templates,
        [&](const std::string& name, const std::string& state, int count) {
            counts.push_back({name, state, count});
        });
    return counts;
}

int cancel_batch(WriteTx& tx, const std::string& batch, workflows::Instant created_after) {
    tx.touch(mail_tag);
    const auto cancelled = static_cast<int>(
        run(tx.session(), cancel, seconds(tx.now()), batch, seconds(created_after)));
    run(tx.session(), forget_cancelled, batch);
    return cancelled;
}

workflows::Result<void> hold_message(WriteTx& tx, long long id) {
    tx.touch(mail_tag);
    if (run(tx.session(), hold, id) == 1) return {};
    return workflows::refused("This message is being sent or has been sent, so it cannot be held.");
}

workflows::Result<void> retry_message(WriteTx& tx, long long id) {
    tx.touch(mail_tag);
    tx.touch(mail_queued_tag);
    if (run(tx.session(), retry, seconds(tx.now()), id) == 1) return {};
    return workflows::refused(
        "This message cannot be sent again: it was sent, is being sent, or its time has passed.");
}

std::vector<const Sql*> outbox_statements() {
    return {&insert,          &insert_letter,  &list_all,   &list_board,   &list_about,
            &list_batch,      &find_row,       &find_bytes, &count_states, &count_templates,
            &cancel,          &list_elsewhere, &hold,       &retry,        &count_board_states,
            &forget_cancelled};
}

}  // namespace db
