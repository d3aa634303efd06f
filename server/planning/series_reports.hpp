// What a series of meetings does for the reports that the timetable brings to its board (protocol
// 4.4): a year is planned so that its reports have somewhere to go.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "server/base/app.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/planning/series.hpp"

namespace server::planning {

/// Reports of the years of the series that come to the board and wait for a meeting.
struct SeriesReports {
    std::size_t wanted = 0;
    std::size_t met = 0;                  // of them, with the days of the series
    std::vector<std::string> unmet = {};  // "OSAB Annual Report, to agree: … plan one."
};
/// `days`: of meetings of the board beside those that it has.
SeriesReports reports_with(const base::App& app, db::ReadTx& tx, const workflows::Board& board,
                           std::span<const workflows::Day> days);

/// The first of a month within the first interval of the rule from `plan.from` on: of the months
/// with which the fewest reports of the county stay without a meeting, the earliest. plan.from
/// itself where it makes no difference, and for `weekly`.
workflows::Day best_first_day(const base::App& app, db::ReadTx& tx, const workflows::Board& board,
                              const workflows::SeriesPlan& plan);

}  // namespace server::planning
