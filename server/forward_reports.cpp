#include "server/forward_reports.hpp"

#include <algorithm>

#include "db/meetings.hpp"
#include "server/board_facts.hpp"
#include "server/timetable.hpp"
#include "workflows/obligation.hpp"

namespace server {
namespace {

using workflows::Day;
using workflows::PlannedDate;

PlannedDate month_of(Day day) {
    const std::chrono::year_month_day date{day};
    return date.year() / date.month();
}

std::string purpose_words(workflows::ReportPurpose purpose) {
    if (purpose == workflows::ReportPurpose::inform) return "for information";
    return purpose == workflows::ReportPurpose::agree ? "to agree" : "to consult";
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

// At the meeting that was chosen, or that is proposed. Nothing when that lies outside the plan.
bool place_at_meeting(db::ReadTx& tx, const PlanSpan& span, const TimetableGrid& grid,
                      std::size_t i, ForwardEntry& entry) {
    const auto& chosen = grid.placed[i].meeting;
    const auto& proposed = grid.proposals[i].meeting;
    const auto meeting = db::find_meeting(tx, proposed ? proposed->id : chosen->id);
    if (!meeting) return false;
    const auto day = meeting->planned.day();
    if (day && (*day < span.from || *day > span.to)) return false;
    entry.date = meeting->planned;
    entry.when = meeting_words(meeting, "");
    entry.meeting = meeting->id;
    entry.item = proposed ? "" : grid.rows[i].item;
    entry.proposed = proposed.has_value();
    entry.state = proposed ? "proposed, not confirmed"
                           : std::string(workflows::to_words(grid.placed[i].state));
    entry.href = "/meetings/" + meeting->id;
    return true;
}

// A season that began before the plan stands under its first month there.
bool place_in_season(const PlanSpan& span, const TimetableGrid& grid, std::size_t i, int year,
                     ForwardEntry& entry) {
    const auto season = grid.timetable.obligations[i].season;
    const auto window = workflows::season_window(grid.seasons, season, year);
    if (window.to < grid.today || window.to < span.from || window.from > span.to) return false;
    entry.date = month_of(std::max(window.from, span.from));
    entry.when = workflows::season_words(season, year);
    entry.state = "no meeting yet";
    entry.href = "/timetable?year=" + std::to_string(year);
    return true;
}

}  // namespace

std::vector<ForwardEntry> forward_reports(const App& app, db::ReadTx& tx, const PlanSpan& span) {
    std::vector<ForwardEntry> entries;
    for (int year = workflows::year_of(span.from); year <= workflows::year_of(span.to); ++year) {
        const auto grid = load_grid(app, tx, year);
        for (std::size_t i = 0; i < grid.placed.size(); ++i) {
            if (!workflows::is_open(grid.placed[i].state)) continue;
            auto entry = entry_of(grid.timetable.obligations[i]);
            const bool at_meeting =
                grid.placed[i].meeting.has_value() || grid.proposals[i].meeting.has_value();
            if (at_meeting ? place_at_meeting(tx, span, grid, i, entry)
                           : place_in_season(span, grid, i, year, entry))
                entries.push_back(std::move(entry));
        }
    }
    return entries;
}

}  // namespace server
