// What a county says of its timetable beside the cells: the months of the seasons, whose report
// each is, orders between boards, and contradictions of the sources. Where it says nothing, the
// program's defaults hold (workflows/timetable/seasons.hpp,
// workflows/timetable/timetable_sources.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/timetable/seasons.hpp"
#include "workflows/timetable/timetable_sources.hpp"

namespace db {

workflows::Seasons load_seasons(ReadTx& tx);
/// Replaces all four; check_seasons() is the caller's.
void save_seasons(WriteTx& tx, const workflows::Seasons& seasons);

/// Whose report it is, where somebody said so.
struct ReportSetting {
    std::string report;
    std::string owner;   // board code; empty: as the cells say
    std::string author;  // person key; empty: the owner's lead officer
    int version = 0;     // 0: there is no row yet
};
/// By report.
std::vector<ReportSetting> list_report_settings(ReadTx& tx);
/// Code::stale: another one came first.
workflows::Result<void> save_report_setting(WriteTx& tx, const ReportSetting& setting);

/// Those that hold: the program's without those that the county put aside, and the county's own.
std::vector<workflows::ReportOrder> list_report_orders(ReadTx& tx);
/// `active` false puts it aside.
void save_report_order(WriteTx& tx, const workflows::ReportOrder& order, bool active);

struct ContradictionRow {
    workflows::Contradiction what;
    std::optional<workflows::Instant> settled_at;
    std::string settled_by;  // person key
    std::string reason;
};
/// Open and settled ones, by report and key: the program's for reports of the timetable, and the
/// county's own.
std::vector<ContradictionRow> list_contradictions(ReadTx& tx);
/// Inserts or replaces the row of `row.what.key`; an empty key is filled in.
void save_contradiction(WriteTx& tx, ContradictionRow row);

std::vector<const Sql*> timetable_settings_statements();

}  // namespace db
