// The county's reporting timetable (protocol 4.4, appendix B): the cells taken apart for single
// boards and, for a year, each obligation as it stands against the boards' real meetings. What the
// page, its data twins, the pictures and the command say, worked out once.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "db/obligations.hpp"
#include "db/timetable_settings.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/bank_holidays.hpp"
#include "workflows/core/result.hpp"
#include "workflows/timetable/timetable.hpp"
#include "workflows/timetable/timetable_plan.hpp"

namespace server::base {
struct App;  // server/base/app.hpp
}  // namespace server::base

namespace server::timetable {

/// Civil years that a timetable can be asked for.
inline constexpr int timetable_year_min = 1900;
inline constexpr int timetable_year_max = 2199;

struct Timetable {
    std::optional<int> year;  // none: for the boards that the protocol names, whatever came later
    std::size_t cells = 0;    // as written, a group of boards being one
    std::vector<workflows::Obligation> obligations = {};  // in the order of the cells
    std::vector<std::string> reports = {};                // in alphabetical order
    std::vector<std::string> boards = {};                 // codes: single boards first, then groups
};

/// Asks for a part of a year: the whole of each report that has an obligation for which it holds;
/// empty: all. No rule goes from one report to another, so a report stands in its part as in all.
using WantedReports = std::function<bool(const workflows::Obligation&)>;

/// With a year: for the boards as they stand on its last day, those that were succeeded by then
/// replaced and what becomes equal merged.
Timetable load_timetable(db::ReadTx& tx, std::optional<int> year, const WantedReports& wanted = {});

/// The years of which something can be open from `from` to `to`: theirs, and the year before when
/// it has reports that are not dealt with or a season of it lasts into the first of these days.
std::vector<int> timetable_years(db::ReadTx& tx, workflows::Day from, workflows::Day to);

/// The living grid. Of a timetable without a year `rows` and what follows it are empty; else
/// `rows[i]`, `placed[i]`, `proposals[i]` and `status[i]` belong to `timetable.obligations[i]`.
/// `rows[i].id` is empty while nothing has happened to that one. One query for each kind of row,
/// whatever the size of the county.
struct TimetableGrid {
    Timetable timetable;
    workflows::Day today;
    workflows::Seasons seasons;
    std::map<std::string, workflows::Board> boards;  // all, by code
    std::vector<db::ObligationRow> rows;
    std::vector<workflows::PlacedObligation> placed;
    std::vector<workflows::SlotProposal> proposals;
    std::vector<workflows::ObligationStatus> status;
    std::vector<workflows::Precedence> orders;       // indices as above
    std::vector<workflows::OrderFinding> findings;   // indices as above
    std::vector<workflows::SlotMeeting> candidates;  // that reports can be proposed for, by day
    /// What the year has and the cells no longer ask for, or ask of another board; in a part of the
    /// year of its reports only.
    std::vector<db::ObligationRow> others;
    std::vector<db::ContradictionRow> contradictions;

    std::size_t count(workflows::ObligationLamp lamp) const;
};
TimetableGrid load_grid(const base::App& app, db::ReadTx& tx, std::optional<int> year,
                        const WantedReports& wanted = {});
TimetableGrid load_grid(const workflows::Holidays& holidays, db::ReadTx& tx,
                        std::optional<int> year, const WantedReports& wanted = {});

/// What addresses call a board of the grid; its code when the county does not know it.
std::string slug_of(const TimetableGrid& grid, const std::string& board);

/// "on an agenda, 21 Mar", "proposed, 21 Mar", "no meeting", "at risk": how `status[i]` is said in
/// a cell. `glyph_of` is drawn beside it and says the same.
std::string cell_words(const TimetableGrid& grid, std::size_t i);
std::string_view glyph_of(workflows::ObligationLamp lamp);
/// "42 obligations: 5 proposed, 37 without a meeting, …"
std::string lamp_counts_words(const TimetableGrid& grid);

/// A year as typed, or none for an empty text. Code::invalid, field "year".
workflows::Result<std::optional<int>> read_timetable_year(const std::string& text);

/// "Agree", "Consult", "Inform".
std::string_view purpose_word(workflows::ReportPurpose purpose);

/// "31 cells, 46 obligations a year: 15 Agree, 6 Consult, 25 Inform; 26 spring, 12 summer, …"
std::string counts_words(const Timetable& timetable);

/// {"year":2019,"cells":31,"counts":{"obligations":42,"agree":15,…,"winter":0},
///  "boards":[…],"reports":[…],"obligations":[{"report":…,"board":…,"purpose":…,"season":…,
///  "state":…,"meeting":…,"date":…,"lamp":…,"words":…,"proposed":…,"path":…},…],
///  "order":[{"report":…,"rule":…,"first":…,"then":…,"words":…}],"contradictions":[…],
///  "lamps":{"done":0,"on_time":0,"proposed":5,…}}
/// Without a year state, meeting, date, lamp and words are empty, and there are no lamps.
std::string timetable_json(const TimetableGrid& grid);

/// A row for each obligation: report,board,purpose,season,state,meeting,date,lamp,words (RFC 4180).
std::string timetable_csv(const TimetableGrid& grid);

}  // namespace server::timetable
