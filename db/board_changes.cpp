#include "db/board_changes.hpp"

#include "db/statement.hpp"
#include "db/words.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(BoardChangeRow, (),
                      (id, batch, kind, board, successor, name, slug, meetings, on, state, made_at,
                       made_by, done_at))
template <>
inline constexpr std::array columns_from<BoardChangeRow>{From{"on", "on_day"}};

namespace {

using workflows::ChangeState;
using workflows::Result;
using S = std::string;

constexpr Query<BoardChangeRow> list_all{"board_changes.list_all", R"(
    SELECT {columns} FROM board_change ORDER BY made_at DESC, on_day DESC, board, id)"};
constexpr Query<BoardChangeRow> list_of_batch{"board_changes.list_of_batch", R"(
    SELECT {columns} FROM board_change WHERE batch = :batch ORDER BY board)"};
constexpr Query<BoardChangeRow> list_of_board{"board_changes.list_of_board", R"(
    SELECT {columns} FROM board_change WHERE board = :board ORDER BY made_at DESC, id)"};
constexpr Query<BoardChangeRow> list_due{"board_changes.list_due", R"(
    SELECT {columns} FROM board_change WHERE state = 'planned' AND on_day <= :day
    ORDER BY on_day, board)"};
constexpr Sql insert{"board_changes.insert", R"(
    INSERT INTO board_change(id, batch, kind, board, successor, name, slug, meetings, on_day, state,
        made_at, made_by)
    VALUES (:id, :batch, :kind, :board, :successor, :name, :slug, :meetings, :on_day, :state,
        :made_at, :made_by))"};
constexpr Sql set_state{"board_changes.set_state", R"(
    UPDATE board_change SET state = :state, done_at = :done_at
    WHERE id = :id AND state = :from_state)"};
constexpr Sql rename{"board_changes.rename", R"(
    UPDATE board SET name = :name, slug = :slug, version = version + 1 WHERE code = :code)"};
constexpr Query<S> slug_of{"board_changes.slug_of", "SELECT slug FROM board WHERE code = :code"};
constexpr Query<S> board_with_slug{"board_changes.board_with_slug",
                                   "SELECT code FROM board WHERE slug = :slug"};
constexpr Query<S> board_that_had{"board_changes.board_that_had",
                                  "SELECT board FROM board_address WHERE slug = :slug"};
constexpr Sql keep_address{"board_changes.keep_address", R"(
    INSERT INTO board_address(slug, board) VALUES (:slug, :board) ON CONFLICT DO NOTHING)"};
constexpr Sql drop_address{"board_changes.drop_address",
                           "DELETE FROM board_address WHERE slug = :slug"};
constexpr Query<S> slug_now{"board_changes.slug_now", R"(
    SELECT board.slug FROM board_address JOIN board ON board.code = board_address.board
    WHERE board_address.slug = :slug)"};

}  // namespace

std::vector<BoardChangeRow> list_board_changes(ReadTx& tx) {
    return select(tx.session(), list_all);
}

std::vector<BoardChangeRow> list_batch(ReadTx& tx, const S& batch) {
    return select(tx.session(), list_of_batch, {{"batch", batch}});
}

std::vector<BoardChangeRow> list_changes_of(ReadTx& tx, const S& board) {
    return select(tx.session(), list_of_board, {{"board", board}});
}

std::vector<BoardChangeRow> list_changes_due(ReadTx& tx, workflows::Day day) {
    return select(tx.session(), list_due, {{"day", day}});
}

BoardChangeRow insert_board_change(WriteTx& tx, BoardChangeRow row) {
    row.id = tx.ids().id();
    if (row.batch.empty()) row.batch = row.id;
    row.made_at = tx.now();
    row.made_by = tx.actor().person;
    run(tx.session(), insert, fields_of(row));
    tx.touch("board:" + row.board);
    return row;
}

bool set_change_state(WriteTx& tx, const S& id, ChangeState from, ChangeState to) {
    const auto done_at = to == ChangeState::done ? std::optional(tx.now()) : std::nullopt;
    return run(tx.session(), set_state,
               {{"id", id}, {"from_state", from}, {"state", to}, {"done_at", done_at}}) == 1;
}

Result<void> check_slug_free(ReadTx& tx, const S& board, const S& slug) {
    for (const auto* sql : {&board_with_slug, &board_that_had}) {
        const auto other = value(tx.session(), *sql, {{"slug", slug}});
        if (!other.empty() && other != board)
            return workflows::conflict("slug", words::address_kept(other, slug));
    }
    return {};
}

Result<void> rename_board(WriteTx& tx, const S& board, const S& name, const S& slug) {
    if (auto free = check_slug_free(tx, board, slug); !free) return free;
    const auto old = value(tx.session(), slug_of, {{"code", board}});
    run(tx.session(), drop_address, {{"slug", slug}});  // its own of earlier
    if (old != slug) run(tx.session(), keep_address, {{"slug", old}, {"board", board}});
    run(tx.session(), rename, {{"name", name}, {"slug", slug}, {"code", board}});
    tx.touch("board:" + board);
    tx.touch("meetings:" + board);
    return {};
}

std::optional<S> moved_slug(ReadTx& tx, const S& old_slug) {
    auto slug = value(tx.session(), slug_now, {{"slug", old_slug}});
    return slug.empty() ? std::nullopt : std::optional<S>(std::move(slug));
}

std::vector<const Sql*> board_changes_statements() {
    return {&list_all,     &list_of_batch, &list_of_board, &list_due,        &insert,
            &set_state,    &rename,        &slug_of,       &board_with_slug, &board_that_had,
            &keep_address, &drop_address,  &slug_now};
}

}  // namespace db
