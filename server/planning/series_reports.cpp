#include "server/planning/series_reports.hpp"

#include <algorithm>
#include <set>

#include "server/planning/series_words.hpp"
#include "server/timetable/obligation_subject.hpp"
#include "server/timetable/timetable_queries.hpp"

namespace server::planning {
namespace {

using workflows::Board;
using workflows::Day;
using workflows::SeriesRule;
using workflows::SlotProposal;

// A year of the timetable that can be asked what it would be with more meetings.
class Year {
  public:
    Year(const workflows::Holidays& holidays, db::ReadTx& tx, int year)
        : holidays_(holidays), grid_(timetable::load_grid(holidays, tx, year)) {}

    const timetable::TimetableGrid& grid() const { return grid_; }

    std::vector<SlotProposal> with(const Board& board, std::span<const Day> days) const {
        auto meetings = grid_.candidates;
        for (const Day day : days) {
            db::MeetingRow row;
            row.board = board.code;
            row.planned = day;
            row.state = workflows::MeetingState::provisional;
            meetings.push_back(timetable::slot_meeting(row, board, holidays_));
        }
        std::stable_sort(meetings.begin(), meetings.end(), [](const auto& a, const auto& b) {
            return a.date.day().value_or(Day::max()) < b.date.day().value_or(Day::max());
        });
        return workflows::propose_slots(
            grid_.placed, grid_.orders,
            {*grid_.timetable.year, grid_.today, grid_.seasons, meetings});
    }

    bool waits(std::size_t i) const {
        const auto lamp = grid_.status[i].lamp;
        return lamp == workflows::ObligationLamp::unslotted ||
               lamp == workflows::ObligationLamp::proposed;
    }

  private:
    const workflows::Holidays& holidays_;
    timetable::TimetableGrid grid_;
};

std::size_t without_meeting(const std::vector<SlotProposal>& proposals) {
    return static_cast<std::size_t>(std::count_if(
        proposals.begin(), proposals.end(),
        [](const auto& each) { return !each.meeting && each.mend != workflows::Mend::none; }));
}

int months_between(const workflows::SeriesPlan& plan) {
    switch (plan.rule) {
        case SeriesRule::quarterly:
            return 3;
        case SeriesRule::two_monthly:
            return 2;
        case SeriesRule::per_year:
            return plan.number > 0 ? 12 / plan.number : 1;
        case SeriesRule::monthly:
        case SeriesRule::weekly:
            break;
    }
    return 1;
}

}  // namespace

SeriesReports reports_with(const base::App& app, db::ReadTx& tx, const Board& board,
                           std::span<const Day> days) {
    SeriesReports found;
    std::set<int> years;
    for (const Day day : days)
        years.insert(workflows::year_of(day));
    const auto holidays = app.holidays(tx);
    for (const int year : years) {
        const Year asked(holidays, tx, year);
        const auto proposals = asked.with(board, days);
        for (std::size_t i = 0; i < proposals.size(); ++i) {
            const auto& what = asked.grid().placed[i].what;
            if (what.board != board.code || !asked.waits(i)) continue;
            ++found.wanted;
            if (proposals[i].meeting) {
                ++found.met;
                continue;
            }
            found.unmet.push_back(words::unplaced_report(
                what.report, workflows::to_words(what.purpose), proposals[i].words));
        }
    }
    return found;
}

Day best_first_day(const base::App& app, db::ReadTx& tx, const Board& board,
                   const workflows::SeriesPlan& plan) {
    const int interval = months_between(plan);
    if (interval < 2) return plan.from;
    const auto holidays = app.holidays(tx);
    const Year year(holidays, tx, workflows::year_of(plan.from));
    const std::chrono::year_month_day from{plan.from};
    auto best = plan.from;
    auto fewest = std::size_t(-1);
    for (int later = 0; later < interval; ++later) {
        auto shifted = plan;
        const auto month = from.year() / from.month() + std::chrono::months{later};
        if (later > 0) shifted.from = Day{month / 1};
        const auto days = workflows::ruled_days(shifted);
        if (!days) continue;
        const auto left = without_meeting(year.with(board, *days));
        if (left >= fewest) continue;
        fewest = left;
        best = shifted.from;
    }
    return best;
}

}  // namespace server::planning
