// A year of the timetable against the rows that have begun and the boards' meetings.
#include <algorithm>
#include <set>
#include <tuple>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "server/boards/board_business.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/timetable/obligation_subject.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "server/timetable/words.hpp"

namespace server::timetable {
namespace {

using workflows::ObligationLamp;
using workflows::PlacedObligation;
using workflows::Season;
using workflows::SlotMeeting;

constexpr unsigned december = 12;
constexpr unsigned last_of_december = 31;

/// Report, board that holds the duty at the end of the year, purpose.
using Key = std::tuple<std::string, std::string, workflows::ReportPurpose>;

class GridLoader {
  public:
    enum class Part { all, some_reports };

    GridLoader(const workflows::Holidays& holidays, db::ReadTx& tx, TimetableGrid& grid, Part part)
        : tx_(tx),
          grid_(grid),
          part_(part),
          year_(*grid.timetable.year),
          holidays_(holidays),
          successions_(db::list_successions(tx)) {}

    void load() {
        load_meetings();
        join_rows();
        load_other_meetings();
        for (std::size_t i = 0; i < grid_.rows.size(); ++i)
            grid_.placed.push_back(placed(grid_.timetable.obligations[i], grid_.rows[i]));
        const workflows::PlanFacts facts{year_, grid_.today, grid_.seasons, grid_.candidates};
        grid_.orders =
            workflows::precedences(grid_.placed, db::list_report_orders(tx_), grid_.seasons);
        grid_.proposals = workflows::propose_slots(grid_.placed, grid_.orders, facts);
        grid_.findings = workflows::check_order(grid_.placed, grid_.orders);
        grid_.status = workflows::statuses(
            grid_.placed, grid_.proposals, grid_.findings,
            workflows::missing_before(grid_.placed, grid_.proposals, grid_.orders), facts);
    }

  private:
    void load_meetings() {
        db::MeetingFilter filter;
        filter.from = workflows::season_window(grid_.seasons, Season::spring, year_).from;
        filter.to = filter.from;
        for (const auto& name : workflows::names<Season>) {
            const auto window = workflows::season_window(grid_.seasons, name.value, year_);
            filter.from = std::min(*filter.from, window.from);
            filter.to = std::max(*filter.to, window.to);
        }
        for (const auto& row : db::list_meetings(tx_, filter)) {
            meetings_.emplace(row.id, slot_meeting_of(row));
            if (boards::carries_business(row)) grid_.candidates.push_back(meetings_.at(row.id));
        }
    }

    // Moved into another year, or closed.
    void load_other_meetings() {
        std::set<std::string> others;
        for (const auto& row : grid_.rows)
            if (!row.meeting.empty() && !meetings_.contains(row.meeting))
                others.insert(row.meeting);
        if (others.empty()) return;
        for (const auto& [id, row] : db::find_meetings(tx_, others))
            meetings_.emplace(id, slot_meeting_of(row));
    }

    SlotMeeting slot_meeting_of(const db::MeetingRow& row) const {
        const auto board = grid_.boards.find(row.board);
        return slot_meeting(row, board == grid_.boards.end() ? workflows::Board() : board->second,
                            holidays_);
    }

    void join_rows() {
        const auto day = workflows::make_day(year_, december, last_of_december);
        std::map<Key, db::ObligationRow> rows;
        for (auto& row : db::list_obligations(tx_, year_)) {
            if (!is_asked_for(row.what.report)) continue;
            const Key key{row.what.report, workflows::holder(row.what.board, successions_, day),
                          row.what.purpose};
            const auto [at, added] = rows.emplace(key, row);
            if (added) continue;
            // The successor's own row stands in its cell, its predecessors' below the grid.
            const bool own = row.what.board == std::get<1>(key);
            if (own) std::swap(at->second, row);
            grid_.others.push_back(row);
        }
        for (const auto& each : grid_.timetable.obligations) {
            const auto found = rows.find(Key{each.report, each.board, each.purpose});
            if (found == rows.end()) {
                db::ObligationRow none;
                none.year = year_;
                none.what = each;
                grid_.rows.push_back(std::move(none));
            } else {
                grid_.rows.push_back(std::move(found->second));
                rows.erase(found);
            }
        }
        for (auto& [key, row] : rows)
            grid_.others.push_back(std::move(row));
    }

    bool is_asked_for(const std::string& report) const {
        const auto& reports = grid_.timetable.reports;
        return part_ == Part::all || std::binary_search(reports.begin(), reports.end(), report);
    }

    PlacedObligation placed(const workflows::Obligation& what, const db::ObligationRow& row) {
        PlacedObligation made;
        made.what = what;
        const auto board = grid_.boards.find(what.board);
        made.board_name = board == grid_.boards.end() ? what.board : board->second.name;
        made.state = row.state;
        made.respond_by = row.respond_by;
        if (row.meeting.empty()) return made;
        const auto known = meetings_.find(row.meeting);
        if (known != meetings_.end()) made.meeting = known->second;
        return made;
    }

    db::ReadTx& tx_;
    TimetableGrid& grid_;
    Part part_;
    int year_;
    const workflows::Holidays& holidays_;
    std::vector<workflows::Succession> successions_;
    std::map<std::string, SlotMeeting> meetings_;
};

std::string short_day(const std::optional<SlotMeeting>& meeting) {
    const auto day = meeting ? meeting->date.day() : std::nullopt;
    if (!day) return {};
    const auto words = workflows::short_date(*day);  // 21 Mar 2019
    return ", " + words.substr(0, words.rfind(' '));
}

}  // namespace

TimetableGrid load_grid(const base::App& app, db::ReadTx& tx, std::optional<int> year,
                        const WantedReports& wanted) {
    return load_grid(app.holidays(tx), tx, year, wanted);
}

TimetableGrid load_grid(const workflows::Holidays& holidays, db::ReadTx& tx,
                        std::optional<int> year, const WantedReports& wanted) {
    TimetableGrid grid;
    grid.timetable = load_timetable(tx, year, wanted);
    grid.today = db::county_day(tx);
    grid.seasons = db::load_seasons(tx);
    for (auto& board : db::list_boards(tx))
        grid.boards.emplace(board.code, std::move(board));
    grid.contradictions = db::list_contradictions(tx);
    const auto part = wanted ? GridLoader::Part::some_reports : GridLoader::Part::all;
    if (year) GridLoader(holidays, tx, grid, part).load();
    return grid;
}

std::size_t TimetableGrid::count(ObligationLamp lamp) const {
    return static_cast<std::size_t>(std::count_if(
        status.begin(), status.end(), [&](const auto& each) { return each.lamp == lamp; }));
}

std::string slug_of(const TimetableGrid& grid, const std::string& board) {
    const auto found = grid.boards.find(board);
    return found == grid.boards.end() ? board : found->second.slug;
}

std::string cell_words(const TimetableGrid& grid, std::size_t i) {
    const auto& placed = grid.placed[i];
    switch (grid.status[i].lamp) {
        case ObligationLamp::proposed:
            return "proposed" + short_day(grid.proposals[i].meeting);
        case ObligationLamp::unslotted:
            return "no meeting";
        case ObligationLamp::at_risk:
            return "at risk" + short_day(placed.meeting);
        case ObligationLamp::missed:
            return "missed";
        case ObligationLamp::waived:
            return "waived";
        case ObligationLamp::done:
        case ObligationLamp::on_time:
            break;
    }
    return std::string(workflows::to_words(placed.state)) + short_day(placed.meeting);
}

std::string_view glyph_of(ObligationLamp lamp) {
    switch (lamp) {
        case ObligationLamp::done:
            return "●";
        case ObligationLamp::on_time:
            return "◐";
        case ObligationLamp::proposed:
            return "◌";
        case ObligationLamp::at_risk:
            return "▲";
        case ObligationLamp::missed:
            return "✕";
        case ObligationLamp::waived:
            return "–";
        case ObligationLamp::unslotted:
            break;
    }
    return "○";
}

std::string lamp_counts_words(const TimetableGrid& grid) {
    constexpr std::pair<ObligationLamp, std::string_view> words[]{
        {ObligationLamp::done, "done"},
        {ObligationLamp::on_time, "on track"},
        {ObligationLamp::proposed, "with a suggested meeting"},
        {ObligationLamp::unslotted, "without a meeting"},
        {ObligationLamp::at_risk, "at risk"},
        {ObligationLamp::missed, "missed"},
        {ObligationLamp::waived, "waived"},
    };
    std::string text;
    for (const auto& [lamp, word] : words) {
        const auto count = grid.count(lamp);
        if (count == 0) continue;
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(word);
    }
    return text.empty() ? std::string(words::nothing_due) : words::counts_today(text);
}

}  // namespace server::timetable
