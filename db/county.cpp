#include "db/county.hpp"

#include "db/statement.hpp"

namespace db {
namespace {

using workflows::PlannedDate;
using workflows::Result;
using S = std::string;

constexpr Sql list_cells{"county.list_cells", R"(
    SELECT report, board_or_group, purpose, season FROM timetable_cell
    ORDER BY report, board_or_group, purpose)"};
constexpr Sql insert_cell{"county.insert_cell", R"(
    INSERT INTO timetable_cell(report, board_or_group, purpose, season)
    VALUES (:report, :board_or_group, :purpose, :season) ON CONFLICT DO NOTHING)"};
constexpr Sql list_records{"county.list_records", R"(
    SELECT board, date_of_completion, last_meeting, next_meeting, lead_member, lead_officer, website
    FROM register_record ORDER BY board)"};
constexpr Sql find_record{"county.find_record", R"(
    SELECT board, date_of_completion, last_meeting, next_meeting, lead_member, lead_officer, website
    FROM register_record WHERE board = :board)"};
constexpr Sql insert_record{"county.insert_record", R"(
    INSERT INTO register_record(board, date_of_completion, last_meeting, next_meeting, lead_member,
        lead_officer, website)
    VALUES (:board, :completed, :last_meeting, :next_meeting, :lead_member, :lead_officer, :website)
    ON CONFLICT DO NOTHING)"};
constexpr Sql save_record{"county.save_record", R"(
    INSERT INTO register_record(board, date_of_completion, last_meeting, next_meeting, lead_member,
        lead_officer, website)
    VALUES (:board, :completed, :last_meeting, :next_meeting, :lead_member, :lead_officer, :website)
    ON CONFLICT (board) DO UPDATE SET date_of_completion = excluded.date_of_completion,
        last_meeting = excluded.last_meeting, next_meeting = excluded.next_meeting,
        lead_member = excluded.lead_member, lead_officer = excluded.lead_officer,
        website = excluded.website)"};
PlannedDate stored_date(const S& text) {
    return PlannedDate::parse(text).value();
}

template <class... A>
std::vector<RegisterRecord> records(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<RegisterRecord> list;
    each<S, S, S, S, S, S, S>(
        tx.session(), sql,
        [&](const S& board, const S& completed, const S& last, const S& next, const S& member,
            const S& officer, const S& website) {
            list.push_back({board, stored_date(completed), stored_date(last), stored_date(next),
                            member, officer, website});
        },
        arguments...);
    return list;
}

long long write_record(WriteTx& tx, const Sql& sql, const RegisterRecord& record) {
    tx.touch("board:" + record.board);
    return run(tx.session(), sql, record.board, record.completed.key(), record.last_meeting.key(),
               record.next_meeting.key(), record.lead_member, record.lead_officer, record.website);
}

}  // namespace

std::vector<workflows::TimetableCell> list_timetable(ReadTx& tx) {
    std::vector<workflows::TimetableCell> cells;
    each<S, S, S, S>(
        tx.session(), list_cells,
        [&](const S& report, const S& board, const S& purpose, const S& season) {
            cells.push_back({report, board,
                             workflows::from_text<workflows::ReportPurpose>(purpose).value(),
                             workflows::from_text<workflows::Season>(season).value()});
        });
    return cells;
}

Result<void> insert_timetable_cell(WriteTx& tx, const workflows::TimetableCell& cell) {
    if (run(tx.session(), insert_cell, cell.report, cell.board_or_group,
            workflows::to_text(cell.purpose), workflows::to_text(cell.season)) == 0)
        return workflows::conflict("report", "The timetable has this entry already.");
    tx.touch("timetable");
    return {};
}

std::vector<RegisterRecord> list_register(ReadTx& tx) {
    return records(tx, list_records);
}

std::optional<RegisterRecord> find_register_record(ReadTx& tx, const S& board) {
    auto found = records(tx, find_record, board);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

Result<void> insert_register_record(WriteTx& tx, const RegisterRecord& record) {
    if (write_record(tx, insert_record, record) == 0)
        return workflows::conflict("board", "The register has this board already.");
    return {};
}

void save_register_record(WriteTx& tx, const RegisterRecord& record) {
    write_record(tx, save_record, record);
}

std::vector<const Sql*> county_statements() {
    return {&list_cells, &insert_cell, &list_records, &find_record, &insert_record, &save_record};
}

}  // namespace db
