#include "db/outbox.hpp"

#include <algorithm>
#include <map>

#include "db/statement.hpp"
#include "db/words.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(OutboxRow, (),
                      (id, key, batch, message_class, template_name, board, subject_id, person,
                       sender, recipient, subject, message_id, state, next_at, not_after, attempts,
                       doubts, reply_code, reply, remote_id, created_at, created_by, finished_at))
template <>
inline constexpr std::array columns_from<OutboxRow>{From{"message_class", "class"},
                                                    From{"template_name", "template"}};
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, count))
BOOST_DESCRIBE_STRUCT(TemplateCount, (), (template_name, state, count))

namespace {

constexpr Query<long long> insert{"outbox.insert", R"(
    INSERT INTO outbox(key, batch, class, template, board, subject_id, person, sender, recipient,
                       subject, message_id, state, next_at, not_after, created_at, created_by)
    VALUES (:key, :batch, :class, :template, :board, :subject_id, :person, :sender, :recipient,
            :subject, :message_id, 'queued', :next_at, :not_after, :created_at, :created_by)
    ON CONFLICT (key) DO NOTHING RETURNING id)"};
constexpr Sql insert_letter{"outbox.insert_letter",
                            "INSERT INTO outbox_letter(message, bytes) VALUES (:id, :bytes)"};

constexpr Query<OutboxRow> list_all{"outbox.list", R"(
    SELECT {columns} FROM outbox WHERE id < :before AND (:state = '' OR state = :state)
    ORDER BY id DESC LIMIT :rows_max)"};
constexpr Query<OutboxRow> list_board{"outbox.list_board", R"(
    SELECT {columns} FROM outbox WHERE board = :board AND id < :before AND (:state = '' OR state
    = :state) ORDER BY id DESC LIMIT :rows_max)"};
constexpr Query<OutboxRow> list_about{"outbox.about", R"(
    SELECT {columns} FROM outbox WHERE subject_id = :subject ORDER BY id DESC LIMIT 500)"};
constexpr Query<OutboxRow> list_batch{"outbox.batch", R"(
    SELECT {columns} FROM outbox WHERE batch = :batch ORDER BY id LIMIT 2000)"};
constexpr Query<OutboxRow> list_elsewhere{"outbox.elsewhere", R"(
    SELECT {columns} FROM outbox WHERE person = :person AND recipient <> :email
    AND state IN ('held', 'queued', 'leased', 'deferred', 'in_doubt') ORDER BY id LIMIT 200)"};
constexpr Query<OutboxRow> find_row{"outbox.find", R"(
    SELECT {columns} FROM outbox WHERE id = :id)"};
constexpr Query<std::string> find_bytes{"outbox.bytes",
                                        "SELECT bytes FROM outbox_letter WHERE message = :id"};
constexpr Query<StateCount> count_states{
    "outbox.states", "SELECT state, COUNT(*) AS count FROM outbox GROUP BY state ORDER BY state"};
constexpr Query<TemplateCount> count_templates{"outbox.templates", R"(
    SELECT template AS template_name, state, COUNT(*) AS count FROM outbox
    GROUP BY template, state
    ORDER BY template, state)"};
constexpr Query<StateCount> count_board_states{"outbox.board_states", R"(
    SELECT state, COUNT(*) AS count FROM outbox WHERE board = :board
    GROUP BY state ORDER BY state)"};
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

}  // namespace

bool insert_outbox(WriteTx& tx, const OutboxRow& row) {
    const auto id =
        value(tx.session(), insert,
              fields_of(row, {{"created_at", tx.now()}, {"created_by", tx.actor().person}}));
    tx.touch(mail_tag);
    if (id == 0) return false;
    run(tx.session(), insert_letter, {{"id", id}, {"bytes", row.bytes}});
    tx.touch(mail_queued_tag);
    return true;
}

std::vector<OutboxRow> list_outbox(ReadTx& tx, const std::vector<std::string>& boards,
                                   std::optional<OutboxState> state, long long before,
                                   int rows_max) {
    const long long below = before > 0 ? before : never;
    if (boards.empty())
        return select(tx.session(), list_all,
                      {{"before", below}, {"state", state}, {"rows_max", rows_max}});
    std::vector<OutboxRow> rows;
    for (const auto& board : boards) {
        auto more =
            select(tx.session(), list_board,
                   {{"board", board}, {"before", below}, {"state", state}, {"rows_max", rows_max}});
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
    return select(tx.session(), list_about, {{"subject", subject_id}});
}

std::vector<OutboxRow> list_outbox_batch(ReadTx& tx, const std::string& batch) {
    return select(tx.session(), list_batch, {{"batch", batch}});
}

std::vector<OutboxRow> list_outbox_elsewhere(ReadTx& tx, const std::string& person,
                                             const std::string& email) {
    return select(tx.session(), list_elsewhere, {{"person", person}, {"email", email}});
}

std::optional<OutboxRow> find_outbox(ReadTx& tx, long long id) {
    auto row = select_one(tx.session(), find_row, {{"id", id}});
    if (row) row->bytes = value(tx.session(), find_bytes, {{"id", id}});
    return row;
}

std::vector<StateCount> count_outbox(ReadTx& tx) {
    return select(tx.session(), count_states);
}

std::vector<StateCount> count_outbox_of(ReadTx& tx, const std::vector<std::string>& boards) {
    std::map<OutboxState, int> sums;
    for (const auto& board : boards) {
        for (const auto& row : select(tx.session(), count_board_states, {{"board", board}}))
            sums[row.state] += row.count;
    }
    std::vector<StateCount> counts;
    for (const auto& [state, count] : sums)
        counts.push_back({state, count});
    return counts;
}

std::vector<TemplateCount> count_outbox_by_template(ReadTx& tx) {
    return select(tx.session(), count_templates);
}

int cancel_batch(WriteTx& tx, const std::string& batch, workflows::Instant created_after) {
    tx.touch(mail_tag);
    const auto cancelled = static_cast<int>(
        run(tx.session(), cancel,
            {{"now", tx.now()}, {"batch", batch}, {"created_after", created_after}}));
    run(tx.session(), forget_cancelled, {{"batch", batch}});
    return cancelled;
}

workflows::Result<void> hold_message(WriteTx& tx, long long id) {
    tx.touch(mail_tag);
    if (run(tx.session(), hold, {{"id", id}}) == 1) return {};
    return workflows::refused(words::cannot_hold);
}

workflows::Result<void> retry_message(WriteTx& tx, long long id) {
    tx.touch(mail_tag);
    tx.touch(mail_queued_tag);
    if (run(tx.session(), retry, {{"now", tx.now()}, {"id", id}}) == 1) return {};
    return workflows::refused(words::cannot_send_again);
}

std::vector<const Sql*> outbox_statements() {
    return {&insert,          &insert_letter,  &list_all,   &list_board,   &list_about,
            &list_batch,      &find_row,       &find_bytes, &count_states, &count_templates,
            &cancel,          &list_elsewhere, &hold,       &retry,        &count_board_states,
            &forget_cancelled};
}

}  // namespace db
