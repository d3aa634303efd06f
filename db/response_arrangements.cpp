#include "db/response_arrangements.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/words.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(ArrangementRow, (),
                      (id, asking_board, owing_board, title, required, every_months, next_due,
                       ended_on, end_reason, version))

namespace {

using workflows::Day;
using workflows::Result;
using S = std::string;

constexpr Query<ArrangementRow> find_by_id{"arrangements.find", R"(
    SELECT {columns} FROM response_arrangement WHERE id = :id)"};
constexpr Query<ArrangementRow> list_of_board{"arrangements.of_board", R"(
    SELECT {columns} FROM response_arrangement WHERE :board IN (asking_board, owing_board)
    ORDER BY ended_on, next_due, id)"};
constexpr Query<ArrangementRow> list_due{"arrangements.due", R"(
    SELECT {columns} FROM response_arrangement WHERE ended_on = '' AND next_due <= :last
    ORDER BY next_due, id)"};
constexpr Sql insert{"arrangements.insert", R"(
    INSERT INTO response_arrangement(id, asking_board, owing_board, title, required, every_months,
        next_due, created_at, created_by)
    VALUES (:id, :asking_board, :owing_board, :title, :required, :every_months, :next_due,
        :created_at, :created_by))"};
constexpr Sql update{"arrangements.update", R"(
    UPDATE response_arrangement SET next_due = :next_due, ended_on = :ended_on,
        end_reason = :end_reason, version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Query<std::string> hand_over_asking{"arrangements.hand_over_asking", R"(
    UPDATE response_arrangement SET asking_board = :successor, version = version + 1
    WHERE asking_board = :board AND ended_on = '' RETURNING id)"};
constexpr Query<std::string> hand_over_owing{"arrangements.hand_over_owing", R"(
    UPDATE response_arrangement SET owing_board = :successor, version = version + 1
    WHERE owing_board = :board AND ended_on = '' RETURNING id)"};
constexpr Sql end_own{"arrangements.end_own", R"(
    UPDATE response_arrangement SET ended_on = :day, version = version + 1
    WHERE asking_board = owing_board AND ended_on = '')"};

}  // namespace

std::vector<ArrangementRow> list_arrangements_of(ReadTx& tx, const S& board) {
    return select(tx.session(), list_of_board, {{"board", board}});
}

std::vector<ArrangementRow> list_arrangements_due(ReadTx& tx, Day last) {
    return select(tx.session(), list_due, {{"last", last}});
}

Result<ArrangementRow> load_arrangement(ReadTx& tx, const S& id) {
    auto row = select_one(tx.session(), find_by_id, {{"id", id}});
    if (!row) return workflows::not_found(words::cannot_find("arrangement"));
    return *std::move(row);
}

ArrangementRow insert_arrangement(WriteTx& tx, ArrangementRow row) {
    row.id = tx.ids().id();
    run(tx.session(), insert,
        fields_of(row, {{"created_at", tx.now()}, {"created_by", tx.actor().person}}));
    tx.touch("arrangement:" + row.id);
    return row;
}

Result<void> save_arrangement(WriteTx& tx, const ArrangementRow& row) {
    if (run(tx.session(), update, fields_of(row)) == 0)
        return workflows::Error{workflows::Code::stale,
                                words::changed_since_page_opened("arrangement")};
    tx.touch("arrangement:" + row.id);
    return {};
}

std::vector<S> hand_over_arrangements(WriteTx& tx, const S& from, const S& to) {
    auto rows = moved(tx, hand_over_asking, "arrangement:", {{"successor", to}, {"board", from}});
    append(rows, moved(tx, hand_over_owing, "arrangement:", {{"successor", to}, {"board", from}}));
    run(tx.session(), end_own, {{"day", county_day(tx)}});
    return rows;
}

std::vector<const Sql*> arrangements_statements() {
    return {&find_by_id, &list_of_board,    &list_due,        &insert,
            &update,     &hand_over_asking, &hand_over_owing, &end_own};
}

}  // namespace db
