#include "server/timetable/obligation_deadlines.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "server/timetable/obligation_subject.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "server/timetable/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::timetable {
namespace {

using workflows::Day;
using workflows::ObligationLamp;
using workflows::ReminderKind;
using workflows::Season;
using workflows::TodoKind;

/// Reports of one board in one season that have no meeting yet.
struct Unslotted {
    std::size_t count = 0;
    std::size_t proposed = 0;  // of them
    workflows::SeasonWindow window;
    Day since = Day::max();  // the first of them that began
};
using ByBoard = std::map<std::pair<std::string, Season>, Unslotted>;

bool has_no_meeting(ObligationLamp lamp) {
    return lamp == ObligationLamp::proposed || lamp == ObligationLamp::unslotted;
}

template <class Wanted>
ByBoard unslotted_of(const TimetableGrid& grid, Wanted wanted) {
    ByBoard found;
    for (std::size_t i = 0; i < grid.status.size(); ++i) {
        if (!has_no_meeting(grid.status[i].lamp) || !wanted(i)) continue;
        const auto& what = grid.placed[i].what;
        auto& group = found[{what.board, what.season}];
        ++group.count;
        if (grid.status[i].lamp == ObligationLamp::proposed) ++group.proposed;
        group.window = workflows::season_window(grid.seasons, what.season, *grid.timetable.year);
        if (!grid.rows[i].id.empty())
            group.since =
                std::min(group.since,
                         workflows::to_local(grid.rows[i].created_at, workflows::county_zone).day);
    }
    return found;
}

Day slot_by(const workflows::SeasonWindow& window) {
    return window.from - std::chrono::days{slot_lead_days};
}

/// "2 reports of spring 2019".
std::string counted(const Unslotted& group, Season season, int year) {
    return words::reports_in_season(static_cast<std::size_t>(group.count),
                                    workflows::season_words(season, year));
}

std::string sentence(const Unslotted& group) {
    if (group.proposed == group.count) return words::dates_suggested;
    const auto season = workflows::window_words(group.window);
    if (group.proposed == 0) return words::arrange_meeting(season);
    return words::some_suggested(static_cast<std::size_t>(group.proposed), season);
}

std::string path_of(int year) {
    return web::href(routes::timetable) + "?year=" + std::to_string(year);
}

bool is_due(const letters::DutyFacts& facts, const workflows::SeasonWindow& window) {
    return slot_by(window) >= facts.from && slot_by(window) <= facts.to;
}

// Reports that began, have no slot, and are to have one within the days that are asked for.
std::set<std::string> waiting_reports(db::ReadTx& tx, const letters::DutyFacts& facts,
                                      const workflows::Seasons& seasons, int year) {
    const auto is_asked_for = [&](Season season) {
        return is_due(facts, workflows::season_window(seasons, season, year));
    };
    std::set<std::string> reports;
    const bool any = std::any_of(workflows::names<Season>.begin(), workflows::names<Season>.end(),
                                 [&](const auto& name) { return is_asked_for(name.value); });
    if (!any) return reports;
    for (const auto& report : db::list_reports_without_slot(tx, year))
        reports.insert(report);
    return reports;
}

workflows::Duty duty_of(const letters::DutyFacts& facts, int year, const std::string& board,
                        Season season, const Unslotted& group) {
    workflows::Duty duty;
    duty.kind = ReminderKind::report_due;
    duty.board = board;
    duty.subject =
        std::to_string(year) + "." + std::string(workflows::to_text(season)) + "." + board;
    duty.title = counted(group, season, year);
    duty.due = slot_by(group.window);
    duty.useful_until = group.window.to;
    duty.zone = facts.zone_of(board);
    duty.words = sentence(group);
    duty.path = path_of(year);
    duty.since = group.since;
    workflows::add_people(duty, facts.seats.secretariat(board), workflows::RemindedAs::secretariat);
    return duty;
}

void add_open_matters(const TimetableGrid& grid, const letters::TodoFacts& facts,
                      std::vector<workflows::Todo>& todos) {
    for (std::size_t i = 0; i < grid.status.size(); ++i) {
        const auto& placed = grid.placed[i];
        if (!facts.speaks_for(placed.what.board)) continue;
        const bool begun = !grid.rows[i].id.empty();
        const bool late = grid.status[i].lamp == ObligationLamp::at_risk ||
                          (begun && placed.state == workflows::ObligationState::expected &&
                           grid.status[i].lamp == ObligationLamp::missed);
        if (!late) continue;
        const auto day = placed.meeting ? placed.meeting->date.day() : std::nullopt;
        todos.push_back({TodoKind::report_due, day,
                         words::report_status(placed.what.report, grid.status[i].words),
                         obligation_path(grid.rows[i]), placed.what.board});
    }
}

}  // namespace

void add_obligation_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                           std::vector<workflows::Duty>& duties) {
    const auto seasons = db::load_seasons(tx);
    for (int year = workflows::year_of(facts.from); year <= workflows::year_of(facts.to) + 1;
         ++year) {
        const auto reports = waiting_reports(tx, facts, seasons, year);
        if (reports.empty()) continue;
        const auto grid = load_grid(
            facts.holidays, tx, year,
            [&](const workflows::Obligation& what) { return reports.contains(what.report); });
        const auto begun = [&](std::size_t i) { return !grid.rows[i].id.empty(); };
        for (const auto& [key, group] : unslotted_of(grid, begun)) {
            if (is_due(facts, group.window))
                duties.push_back(duty_of(facts, year, key.first, key.second, group));
        }
    }
}

void add_obligation_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                          std::vector<workflows::Todo>& todos) {
    const bool officer =
        std::any_of(facts.viewer.seats.begin(), facts.viewer.seats.end(),
                    [&](const base::Viewer::Seat& seat) { return facts.speaks_for(seat.board); });
    if (!officer) return;
    const auto ours = [&](const workflows::Obligation& what) {
        return facts.speaks_for(what.board);
    };
    const Day next_year = workflows::make_day(workflows::year_of(facts.today) + 1, 1, 1);
    for (const int year : timetable_years(tx, facts.today, next_year)) {
        const auto grid = load_grid(facts.holidays, tx, year, ours);
        const auto own = [&](std::size_t i) { return ours(grid.placed[i].what); };
        for (const auto& [key, group] : unslotted_of(grid, own)) {
            const auto& [board, season] = key;
            // Of a season that began before anybody used the timetable nothing is overdue.
            if (group.since == Day::max() && group.window.from <= facts.today) continue;
            todos.push_back({TodoKind::report_slot, slot_by(group.window),
                             words::place_reports(counted(group, season, year), group.count == 1,
                                                  sentence(group)),
                             path_of(year), board});
        }
        add_open_matters(grid, facts, todos);
    }
}

}  // namespace server::timetable
