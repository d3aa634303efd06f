// Documents that go round the boards: each with its stops at meetings, and what happened there.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/circulation/circulation.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/core/result.hpp"

namespace db {

struct CirculationRow {
    std::string id;
    std::string document;
    std::string version_label;  // the newest: "draft 6"
    std::string owner;          // code of the board whose document it is
    std::string purpose;
    workflows::Instant created_at;
    int version = 1;
};

/// A row of `circulation_stop`, with what its meeting and board say now.
struct StopRow {
    std::string id;
    std::string circulation;
    std::string board;  // code
    std::string board_name;
    std::string meeting;  // id; empty: the board has none for it
    workflows::PlannedDate planned;
    workflows::MeetingState meeting_state = workflows::MeetingState::provisional;
    workflows::StopState state = workflows::StopState::planned;
    std::string version_issued;  // "draft 6", empty until papers are out
    std::optional<workflows::Instant> issued_at;
    std::string comments;  // of the board, with its outcome
    int stage = 1;         // a later one begins when all stops of those before it agree
    std::optional<workflows::Day> assent_by;  // last day of a written assent that is asked for
    int version = 1;
};

/// By document.
std::vector<CirculationRow> list_circulations(ReadTx& tx);
std::optional<CirculationRow> find_circulation(ReadTx& tx, const std::string& id);
/// Code::not_found.
workflows::Result<CirculationRow> load_circulation(ReadTx& tx, const std::string& id);
/// Fills in id, created_at and version.
CirculationRow insert_circulation(WriteTx& tx, CirculationRow row);
/// Writes document, version label and purpose. Code::stale.
workflows::Result<void> save_circulation(WriteTx& tx, const CirculationRow& row);

/// By the date of the meeting, then by board.
std::vector<StopRow> list_stops(ReadTx& tx, const std::string& circulation);
/// The same of each circulation, by its id; one without stops is left out.
std::map<std::string, std::vector<StopRow>> stops_by_circulation(
    ReadTx& tx, const std::vector<CirculationRow>& circulations);
/// Stops of the board that are asked for written assent.
std::vector<StopRow> list_asked_stops(ReadTx& tx, const std::string& board);
std::optional<StopRow> find_stop(ReadTx& tx, const std::string& id);
/// Code::not_found.
workflows::Result<StopRow> load_stop(ReadTx& tx, const std::string& id);
/// Fills in the id. Code::conflict, field "meeting": the board is a stop already.
workflows::Result<StopRow> insert_stop(WriteTx& tx, StopRow stop);
/// Writes meeting, state, version_issued, issued_at, comments, stage and assent_by. Code::stale.
workflows::Result<void> save_stop(WriteTx& tx, const StopRow& stop);

std::vector<const Sql*> circulations_statements();

}  // namespace db
