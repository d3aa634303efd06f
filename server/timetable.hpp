// The county's reporting timetable (protocol 4.4, appendix B) for one board and report at a time:
// what the page, its data twins and the command say, worked out once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "workflows/result.hpp"
#include "workflows/timetable.hpp"

namespace server {

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

/// With a year: for the boards as they stand on its last day, those that were succeeded by then
/// replaced and what becomes equal merged.
Timetable load_timetable(db::ReadTx& tx, std::optional<int> year);

/// A year as typed, or none for an empty text. Code::invalid, field "year".
workflows::Result<std::optional<int>> read_timetable_year(const std::string& text);

/// "Agree", "Consult", "Inform".
std::string_view purpose_word(workflows::ReportPurpose purpose);

/// "31 cells, 46 obligations a year: 15 Agree, 6 Consult, 25 Inform; 26 spring, 12 summer, …"
std::string counts_words(const Timetable& timetable);

/// {"year":null,"cells":31,"counts":{"obligations":46,"agree":15,…,"winter":0},"boards":[…],
///  "reports":[…],"obligations":[{"report":…,"board":…,"purpose":…,"season":…},…]}
std::string timetable_json(const Timetable& timetable);

/// A row for each obligation: report,board,purpose,season (RFC 4180).
std::string timetable_csv(const Timetable& timetable);

}  // namespace server
