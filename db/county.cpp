#include "db/county.hpp"

#include "db/statement.hpp"
#include "db/words.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(TimetableCell, (), (report, board_or_group, purpose, season))
}  // namespace workflows

namespace db {

BOOST_DESCRIBE_STRUCT(RegisterRecord, (),
                      (board, completed, last_meeting, next_meeting, lead_member, lead_officer,
                       website))
template <>
inline constexpr std::array columns_from<RegisterRecord>{From{"completed", "date_of_completion"}};

namespace {

using workflows::Result;
using S = std::string;

constexpr Query<workflows::TimetableCell> list_cells{"county.list_cells", R"(
    SELECT {columns} FROM timetable_cell ORDER BY report, board_or_group, purpose)"};
constexpr Sql insert_cell{"county.insert_cell", R"(
    INSERT INTO timetable_cell(report, board_or_group, purpose, season)
    VALUES (:report, :board_or_group, :purpose, :season) ON CONFLICT DO NOTHING)"};
constexpr Query<RegisterRecord> list_records{"county.list_records", R"(
    SELECT {columns} FROM register_record ORDER BY board)"};
constexpr Query<RegisterRecord> find_record{"county.find_record", R"(
    SELECT {columns} FROM register_record WHERE board = :board)"};
constexpr Sql insert_record{"county.insert_record", R"(
    INSERT INTO register_record(board, date_of_completion, last_meeting, next_meeting, lead_member,
        lead_officer, website)
    VALUES (:board, :date_of_completion, :last_meeting, :next_meeting, :lead_member,
        :lead_officer, :website)
    ON CONFLICT DO NOTHING)"};
}  // namespace

std::vector<workflows::TimetableCell> list_timetable(ReadTx& tx) {
    return select(tx.session(), list_cells);
}

Result<void> insert_timetable_cell(WriteTx& tx, const workflows::TimetableCell& cell) {
    if (run(tx.session(), insert_cell, fields_of(cell)) == 0)
        return workflows::conflict("report", words::timetable_entry_exists);
    tx.touch("timetable");
    return {};
}

std::vector<RegisterRecord> list_register(ReadTx& tx) {
    return select(tx.session(), list_records);
}

std::optional<RegisterRecord> find_register_record(ReadTx& tx, const S& board) {
    return select_one(tx.session(), find_record, {{"board", board}});
}

Result<void> insert_register_record(WriteTx& tx, const RegisterRecord& record) {
    tx.touch("board:" + record.board);
    if (run(tx.session(), insert_record, fields_of(record)) == 0)
        return workflows::conflict("board", words::register_entry_exists);
    return {};
}

std::vector<const Sql*> county_statements() {
    return {&list_cells, &insert_cell, &list_records, &find_record, &insert_record};
}

}  // namespace db
