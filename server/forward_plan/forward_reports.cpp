#include "server/forward_plan/forward_reports.hpp"

#include <algorithm>

#include "server/timetable/timetable_queries.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/timetable/obligation.hpp"

namespace server::forward_plan {
namespace {

using workflows::Day;
using workflows::PlannedDate;

PlannedDate month_of(Day day) {
    const std::chrono::year_month_day date{day};
    return date.year() / date.month();
}

std::string purpose_words(workflows::ReportPurpose purpose) {
    if (purpose == workflows::ReportPurpose::inform) return "for information";
    return purpose == workflows::ReportPurpose::agree ? "to agree" : "for consultation";
}

ForwardEntry entry_of(const workflows::Obligation& what) {
    ForwardEntry entry;
    entry.kind = ForwardKind::report;
    entry.board = what.board;
    entry.title = entry.report = what.report;
    entry.report_purpose = what.purpose;
    entry.purpose = purpose_words(what.purpose);
    return entry;
}

// A month counts when any of its days does; a date to be confirmed is in every plan.
bool is_in(const PlanSpan& span, const PlannedDate& date) {
    if (const auto day = date.day()) return *day >= span.from && *day <= span.to;
    const auto month = date.month();
    return !month || (Day{*month / std::chrono::last} >= span.from && Day{*month / 1} <= span.to);
}

// At the meeting that was chosen, or that is proposed. Nothing when that lies outside the plan.
bool place_at_meeting(const PlanSpan& span, const timetable::TimetableGrid& grid, std::size_t i,
                      ForwardEntry& entry) {
    const auto& proposed = grid.proposals[i].meeting;
    const auto& meeting = proposed ? *proposed : *grid.placed[i].meeting;
    if (!is_in(span, meeting.date)) return false;
    const bool provisional = meeting.state == workflows::MeetingState::provisional;
    entry.date = meeting.date;
    entry.when = meeting.date.words() + (provisional ? " (provisional)" : "");
    entry.meeting = meeting.id;
    entry.item = proposed ? "" : grid.rows[i].item;
    entry.proposed = proposed.has_value();
    entry.state = proposed ? "suggested, not confirmed"
                           : std::string(workflows::to_words(grid.placed[i].state));
    entry.href = web::href(routes::meeting, meeting.id);
    return true;
}

// A season that began before the plan stands under its first month there.
bool place_in_season(const PlanSpan& span, const timetable::TimetableGrid& grid, std::size_t i,
                     int year, ForwardEntry& entry) {
    const auto season = grid.timetable.obligations[i].season;
    const auto window = workflows::season_window(grid.seasons, season, year);
    if (window.to < grid.today || window.to < span.from || window.from > span.to) return false;
    entry.date = month_of(std::max(window.from, span.from));
    entry.when = workflows::season_words(season, year);
    entry.state = "no meeting yet";
    entry.href = web::href(routes::timetable) + "?year=" + std::to_string(year);
    return true;
}

void add_year(const timetable::TimetableGrid& grid, const PlanSpan& span, const PlanFilter& filter,
              std::vector<ForwardEntry>& entries) {
    std::vector<bool> out_of_order(grid.placed.size(), false);
    for (const auto& finding : grid.findings)
        out_of_order[finding.pair.then] = true;
    for (std::size_t i = 0; i < grid.placed.size(); ++i) {
        const auto& what = grid.timetable.obligations[i];
        if (!workflows::is_open(grid.placed[i].state) || !filter.shows_board(what.board)) continue;
        auto entry = entry_of(what);
        const bool at_meeting =
            grid.placed[i].meeting.has_value() || grid.proposals[i].meeting.has_value();
        const bool shown = at_meeting ? place_at_meeting(span, grid, i, entry)
                                      : place_in_season(span, grid, i, *grid.timetable.year, entry);
        if (!shown) continue;
        entry.out_of_order = out_of_order[i] && !entry.proposed;
        entries.push_back(std::move(entry));
    }
}

timetable::WantedReports wanted_by(const PlanFilter& filter) {
    if (filter.board.empty() && filter.report.empty()) return {};
    return [filter](const workflows::Obligation& what) {
        return filter.shows_board(what.board) &&
               (filter.report.empty() || what.report == filter.report);
    };
}

}  // namespace

std::vector<ForwardEntry> forward_reports(const base::App& app, db::ReadTx& tx,
                                          const PlanSpan& span, const PlanFilter& filter) {
    std::vector<ForwardEntry> entries;
    for (const int year : timetable::timetable_years(tx, span.from, span.to))
        add_year(timetable::load_grid(app, tx, year, wanted_by(filter)), span, filter, entries);
    return entries;
}

}  // namespace server::forward_plan
