// What one board owes another regularly, without a paper that asks for it each time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/result.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace db {

struct ArrangementRow {
    std::string id = {};
    std::string asking_board = {};  // code
    std::string owing_board = {};
    std::string title = {};  // what is owed
    workflows::ResponseWanted required = workflows::ResponseWanted::report_back;
    int every_months = 3;  // 1, 3, 6 or 12
    workflows::Day next_due = {};
    std::optional<workflows::Day> ended_on = {};
    std::string end_reason = {};  // of the owing board, when it ended it
    int version = 1;
};

/// Those between this board and others, ended ones too, by the next day.
std::vector<ArrangementRow> list_arrangements_of(ReadTx& tx, const std::string& board);
/// Those that go on and whose next day is not after `last`.
std::vector<ArrangementRow> list_arrangements_due(ReadTx& tx, workflows::Day last);
/// Code::not_found.
workflows::Result<ArrangementRow> load_arrangement(ReadTx& tx, const std::string& id);
/// Fills in the id.
ArrangementRow insert_arrangement(WriteTx& tx, ArrangementRow row);
/// Writes the next day and the end of the row whose version is `row.version`. Code::stale.
workflows::Result<void> save_arrangement(WriteTx& tx, const ArrangementRow& row);
/// Moves those that go on to the successor; one between the two ends. Which: "arrangement:ID".
std::vector<std::string> hand_over_arrangements(WriteTx& tx, const std::string& from,
                                                const std::string& to);

std::vector<const Sql*> arrangements_statements();

}  // namespace db
