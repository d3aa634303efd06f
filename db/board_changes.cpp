#include "db/board_changes.hpp"

#include "db/statement.hpp"
#include "db/times.hpp"

#define CHANGE_COLUMNS                                                                  \
    "id, batch, kind, board, successor, name, slug, meetings, on_day, state, made_at, " \
    "made_by, done_at"

namespace db {
namespace {

using workflows::ChangeState;
using workflows::Result;
using S = std::string;

constexpr Sql list_all{"board_changes.list_all", "SELECT " CHANGE_COLUMNS
                                                 " FROM board_change"
                                                 " ORDER BY made_at DESC, on_day DESC, board, id"};
constexpr Sql list_of_batch{"board_changes.list_of_batch",
                            "SELECT " CHANGE_COLUMNS
                            " FROM board_change WHERE batch = :batch ORDER BY board"};
constexpr Sql list_of_board{"board_changes.list_of_board",
                            "SELECT " CHANGE_COLUMNS
                            " FROM board_change WHERE board = :board ORDER BY made_at DESC, id"};
constexpr Sql list_due{"board_changes.list_due", "SELECT " CHANGE_COLUMNS
                                                 " FROM board_change WHERE state = 'planned'"
                                                 " AND on_day <= :day ORDER BY on_day, board"};
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
constexpr Sql slug_of{"board_changes.slug_of", "SELECT slug FROM board WHERE code = :code"};
constexpr Sql board_with_slug{"board_changes.board_with_slug",
                              "SELECT code FROM board WHERE slug = :slug"};
constexpr Sql board_that_had{"board_changes.board_that_had",
                             "SELECT board FROM board_address WHERE slug = :slug"};
constexpr Sql keep_address{"board_changes.keep_address", R"(
    INSERT INTO board_address(slug, board) VALUES (:slug, :board) ON CONFLICT DO NOTHING)"};
constexpr Sql drop_address{"board_changes.drop_address",
                           "DELETE FROM board_address WHERE slug = :slug"};
constexpr Sql slug_now{"board_changes.slug_now", R"(
    SELECT board.slug FROM board_address JOIN board ON board.code = board_address.board
    WHERE board_address.slug = :slug)"};

template <class... A>
std::vector<BoardChangeRow> query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<BoardChangeRow> rows;
    each<S, S, S, S, S, S, S, S, S, S, long long, S, long long>(
        tx.session(), sql,
        [&](const S& id, const S& batch, const S& kind, const S& board, const S& successor,
            const S& name, const S& slug, const S& meetings, const S& on, const S& state,
            long long made_at, const S& made_by, long long done_at) {
            BoardChangeRow row{id, batch, {}, board, successor, name, slug, {}, {}, {}, {}, {}};
            row.kind = workflows::from_text<workflows::ChangeKind>(kind).value();
            row.meetings = workflows::from_text<workflows::ComingMeetings>(meetings).value();
            row.on = workflows::parse_day(on).value();
            row.state = workflows::from_text<ChangeState>(state).value();
            row.made_at = instant(made_at);
            row.made_by = made_by;
            if (done_at != 0) row.done_at = instant(done_at);
            rows.push_back(std::move(row));
        },
        arguments...);
    return rows;
}

}  // namespace

std::vector<BoardChangeRow> list_board_changes(ReadTx& tx) {
    return query(tx, list_all);
}

std::vector<BoardChangeRow> list_batch(ReadTx& tx, const S& batch) {
    return query(tx, list_of_batch, batch);
}

std::vector<BoardChangeRow> list_changes_of(ReadTx& tx, const S& board) {
    return query(tx, list_of_board, board);
}

std::vector<BoardChangeRow> list_changes_due(ReadTx& tx, workflows::Day day) {
    return query(tx, list_due, workflows::iso(day));
}

BoardChangeRow insert_board_change(WriteTx& tx, BoardChangeRow row) {
    row.id = tx.ids().id();
    if (row.batch.empty()) row.batch = row.id;
    row.made_at = tx.now();
    row.made_by = tx.actor().person;
    run(tx.session(), insert, row.id, row.batch, workflows::to_text(row.kind), row.board,
        row.successor, row.name, row.slug, workflows::to_text(row.meetings), workflows::iso(row.on),
        workflows::to_text(row.state), seconds(row.made_at), row.made_by);
    tx.touch("board:" + row.board);
    return row;
}

bool set_change_state(WriteTx& tx, const S& id, ChangeState from, ChangeState to) {
    const auto done_at = to == ChangeState::done ? seconds(tx.now()) : 0LL;
    return run(tx.session(), set_state, workflows::to_text(to), done_at, id,
               workflows::to_text(from)) == 1;
}

Result<void> check_slug_free(ReadTx& tx, const S& board, const S& slug) {
    for (const auto* sql : {&board_with_slug, &board_that_had}) {
        const auto other = value<S>(tx.session(), *sql, slug);
        if (!other.empty() && other != board)
            return workflows::conflict("slug", "The board " + other + " has or had the address " +
                                                   slug + ". Choose another.");
    }
    return {};
}

Result<void> rename_board(WriteTx& tx, const S& board, const S& name, const S& slug) {
    if (auto free = check_slug_free(tx, board, slug); !free) return free;
    const auto old = value<S>(tx.session(), slug_of, board);
    run(tx.session(), drop_address, slug);  // its own of earlier
    if (old != slug) run(tx.session(), keep_address, old, board);
    run(tx.session(), rename, name, slug, board);
    tx.touch("board:" + board);
    tx.touch("meetings:" + board);
    return {};
}

std::optional<S> moved_slug(ReadTx& tx, const S& old_slug) {
    auto slug = value<S>(tx.session(), slug_now, old_slug);
    return slug.empty() ? std::nullopt : std::optional<S>(std::move(slug));
}

std::vector<const Sql*> board_changes_statements() {
    return {&list_all,     &list_of_batch, &list_of_board, &list_due,        &insert,
            &set_state,    &rename,        &slug_of,       &board_with_slug, &board_that_had,
            &keep_address, &drop_address,  &slug_now};
}

}  // namespace db
