// What the county keeps about its boards as a whole: the timetable and the register.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/core/result.hpp"
#include "workflows/timetable/timetable.hpp"

namespace db {

/// By report, then board or group.
std::vector<workflows::TimetableCell> list_timetable(ReadTx& tx);
/// Code::conflict when the cell is there already.
workflows::Result<void> insert_timetable_cell(WriteTx& tx, const workflows::TimetableCell& cell);

/// What a board last said of itself.
struct RegisterRecord {
    std::string board;
    workflows::PlannedDate completed;
    workflows::PlannedDate last_meeting;
    workflows::PlannedDate next_meeting;
    std::string lead_member;   // person key, or empty
    std::string lead_officer;  // person key, or empty
    std::string website;
    friend bool operator==(const RegisterRecord&, const RegisterRecord&) = default;
};
/// By board.
std::vector<RegisterRecord> list_register(ReadTx& tx);
std::optional<RegisterRecord> find_register_record(ReadTx& tx, const std::string& board);
/// Code::conflict when the board has one already.
workflows::Result<void> insert_register_record(WriteTx& tx, const RegisterRecord& record);

std::vector<const Sql*> county_statements();

}  // namespace db
