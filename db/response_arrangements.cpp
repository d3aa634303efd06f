#include "db/response_arrangements.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

#define ARRANGEMENT_COLUMNS                                                              \
    "id, asking_board, owing_board, title, required, every_months, next_due, ended_on, " \
    "end_reason, version"

namespace db {
namespace {

using workflows::Day;
using workflows::Result;
using S = std::string;

constexpr Sql find_by_id{"arrangements.find",
                         "SELECT " ARRANGEMENT_COLUMNS " FROM response_arrangement WHERE id = :id"};
constexpr Sql list_of_board{"arrangements.of_board",
                            "SELECT " ARRANGEMENT_COLUMNS
                            " FROM response_arrangement WHERE :board IN (asking_board, "
                            "owing_board) ORDER BY ended_on, next_due, id"};
constexpr Sql list_due{"arrangements.due",
                       "SELECT " ARRANGEMENT_COLUMNS
                       " FROM response_arrangement WHERE ended_on = '' AND next_due <= :last "
                       "ORDER BY next_due, id"};
constexpr Sql insert{"arrangements.insert", R"(
    INSERT INTO response_arrangement(id, asking_board, owing_board, title, required, every_months,
        next_due, created_at, created_by)
    VALUES (:id, :asking_board, :owing_board, :title, :required, :every_months, :next_due,
        :created_at, :created_by))"};
constexpr Sql update{"arrangements.update", R"(
    UPDATE response_arrangement SET next_due = :next_due, ended_on = :ended_on,
        end_reason = :end_reason, version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Sql hand_over_asking{"arrangements.hand_over_asking", R"(
    UPDATE response_arrangement SET asking_board = :successor, version = version + 1
    WHERE asking_board = :board AND ended_on = '' RETURNING id)"};
constexpr Sql hand_over_owing{"arrangements.hand_over_owing", R"(
    UPDATE response_arrangement SET owing_board = :successor, version = version + 1
    WHERE owing_board = :board AND ended_on = '' RETURNING id)"};
constexpr Sql end_own{"arrangements.end_own", R"(
    UPDATE response_arrangement SET ended_on = :day, version = version + 1
    WHERE asking_board = owing_board AND ended_on = '')"};

template <class... A>
std::vector<ArrangementRow> query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<ArrangementRow> rows;
    each<S, S, S, S, S, int, S, S, S, int>(
        tx.session(), sql,
        [&](const S& id, const S& asking, const S& owing, const S& title, const S& required,
            int every_months, const S& next_due, const S& ended_on, const S& end_reason,
            int version) {
            ArrangementRow row{id,           asking, owing, title,      {},
                               every_months, {},     {},    end_reason, version};
            row.required = workflows::from_text<workflows::ResponseWanted>(required).value();
            row.next_due = workflows::parse_day(next_due).value();
            if (const auto day = workflows::parse_day(ended_on)) row.ended_on = *day;
            rows.push_back(std::move(row));
        },
        arguments...);
    return rows;
}

}  // namespace

std::vector<ArrangementRow> list_arrangements_of(ReadTx& tx, const S& board) {
    return query(tx, list_of_board, board);
}

std::vector<ArrangementRow> list_arrangements_due(ReadTx& tx, Day last) {
    return query(tx, list_due, workflows::iso(last));
}

Result<ArrangementRow> load_arrangement(ReadTx& tx, const S& id) {
    auto rows = query(tx, find_by_id, id);
    if (rows.empty()) return workflows::not_found("There is no such arrangement.");
    return std::move(rows.front());
}

ArrangementRow insert_arrangement(WriteTx& tx, ArrangementRow row) {
    row.id = tx.ids().id();
    run(tx.session(), insert, row.id, row.asking_board, row.owing_board, row.title,
        workflows::to_text(row.required), row.every_months, workflows::iso(row.next_due),
        seconds(tx.now()), tx.actor().person);
    tx.touch("arrangement:" + row.id);
    return row;
}

Result<void> save_arrangement(WriteTx& tx, const ArrangementRow& row) {
    if (run(tx.session(), update, workflows::iso(row.next_due),
            row.ended_on ? workflows::iso(*row.ended_on) : S(), row.end_reason, row.id,
            row.version) == 0)
        return workflows::Error{workflows::Code::stale,
                                "This arrangement was changed since you opened the page. Look "
                                "again, then choose."};
    tx.touch("arrangement:" + row.id);
    return {};
}

std::vector<S> hand_over_arrangements(WriteTx& tx, const S& from, const S& to) {
    auto rows = moved(tx, hand_over_asking, "arrangement:", to, from);
    append(rows, moved(tx, hand_over_owing, "arrangement:", to, from));
    run(tx.session(), end_own, workflows::iso(county_day(tx)));
    return rows;
}

std::vector<const Sql*> arrangements_statements() {
    return {&find_by_id, &list_of_board,    &list_due,        &insert,
            &update,     &hand_over_asking, &hand_over_owing, &end_own};
}

}  // namespace db
