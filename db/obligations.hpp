// Reports to boards, year by year: a row for each obligation from its first step on, and what
// happened to it. What has no row yet follows from the cells of county.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/agenda.hpp"
#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/result.hpp"
#include "workflows/timetable/obligation.hpp"
#include "workflows/timetable/timetable.hpp"

namespace db {

/// A row of `obligation`. Year, report, board and purpose name it; none has two rows.
struct ObligationRow {
    std::string id;
    int year = 0;
    workflows::Obligation what;  // board: code
    workflows::ObligationState state = workflows::ObligationState::expected;
    std::string meeting;        // id, or empty
    std::string item;           // of that meeting's agenda, or empty
    std::string version_label;  // that the board got
    std::optional<workflows::Day> respond_by;
    workflows::Instant created_at;
    int version = 1;
};

/// By report, board and purpose.
std::vector<ObligationRow> list_obligations(ReadTx& tx, int year);
/// Whether any of the year is not dealt with: expected, on its way, or its response is due.
bool has_open_obligations(ReadTx& tx, int year);
/// Reports of the year with a row that is expected still.
std::vector<std::string> list_reports_without_slot(ReadTx& tx, int year);
/// Those on the agenda of a meeting, by report.
std::vector<ObligationRow> list_obligations_at(ReadTx& tx, const std::string& meeting);
std::optional<ObligationRow> find_obligation(ReadTx& tx, const std::string& id);
std::optional<ObligationRow> find_obligation(ReadTx& tx, int year, const std::string& report,
                                             const std::string& board,
                                             workflows::ReportPurpose purpose);
/// The one that an agenda item was made for.
std::optional<ObligationRow> find_obligation_of_item(ReadTx& tx, const std::string& item);
/// Code::not_found.
workflows::Result<ObligationRow> load_obligation(ReadTx& tx, const std::string& id);
/// Fills in id, created_at and version. Code::conflict: there is one already.
workflows::Result<ObligationRow> insert_obligation(WriteTx& tx, ObligationRow row);
/// Writes state, season, meeting, item, version_label and respond_by. Code::stale.
workflows::Result<void> save_obligation(WriteTx& tx, const ObligationRow& row);

/// What a board still has to do, of all years, by year and report.
std::vector<ObligationRow> list_open_obligations_of(ReadTx& tx, const std::string& board);
/// It is that of board `to` now; `words` say why in its history.
void pass_obligation_on(WriteTx& tx, const ObligationRow& row, const std::string& to,
                        const std::string& words);
/// Two have become one: the history of `goes` comes before that of `stays`, responses to `goes` are
/// responses to `stays`, and `goes` is no more. Its agenda item is its caller's to take off.
void join_obligations(WriteTx& tx, const ObligationRow& stays, const ObligationRow& goes);

/// The item of an obligation goes over to the end of another agenda, with its papers; the gap
/// closes.
void move_item_to(WriteTx& tx, const AgendaItemRow& item, const std::string& meeting);

std::vector<const Sql*> obligations_statements();

}  // namespace db
