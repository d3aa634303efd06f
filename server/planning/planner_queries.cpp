#include "server/planning/planner_queries.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "db/boards.hpp"
#include "db/county.hpp"
#include "db/holidays.hpp"
#include "server/meetings/clash_queries.hpp"
#include "server/planning/words.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "workflows/text/words.hpp"
#include "workflows/timetable/timetable.hpp"

namespace server::planning {
namespace {

using workflows::Day;

Day first_day(int year) {
    return workflows::make_day(year, 1, 1);
}
Day last_day(int year) {
    return workflows::make_day(year, 12, 31);
}

PlannerShape shape_of(const db::MeetingRow& meeting) {
    if (!meeting.planned.day() || meeting.state == workflows::MeetingState::provisional)
        return PlannerShape::to_be_confirmed;
    if (meeting.kind == workflows::MeetingKind::workshop) return PlannerShape::workshop;
    return meeting.held_in == workflows::HeldIn::private_ ? PlannerShape::in_private
                                                          : PlannerShape::in_public;
}

using ClashDays = std::set<std::pair<Day, std::string>>;

ClashDays clash_days(db::ReadTx& tx, int year, const db::MeetingReader& reader) {
    ClashDays days;
    for (const auto& clash : meetings::clashes_between(tx, first_day(year), last_day(year), reader))
        for (const auto& board : clash.boards)
            days.emplace(clash.day, board);
    return days;
}

// Meetings without any date belong to no year; they stand beside this one and those to come.
void add_entries(Planner& planner, db::ReadTx& tx, const db::MeetingReader& reader) {
    db::MeetingFilter filter;
    filter.from = first_day(planner.year);
    filter.to = last_day(planner.year);
    filter.reader = reader;
    if (planner.year >= workflows::year_of(planner.today))
        filter.open_dates = db::OpenDates::included;
    const auto clashes = planner.with_clashes ? clash_days(tx, planner.year, reader) : ClashDays();
    for (auto& meeting : db::list_meetings(tx, filter)) {
        PlannerEntry entry;
        entry.shape = shape_of(meeting);
        entry.cancelled = meeting.state == workflows::MeetingState::cancelled;
        const auto day = meeting.planned.day();
        entry.clash = day && !entry.cancelled && clashes.count({*day, meeting.board}) != 0;
        entry.meeting = std::move(meeting);
        planner.entries.push_back(std::move(entry));
    }
}

void add_boards(Planner& planner, db::ReadTx& tx) {
    std::set<std::string> meeting;
    for (const auto& entry : planner.entries)
        meeting.insert(entry.meeting.board);
    const auto successions = db::list_successions(tx);
    for (const auto& board : db::list_boards(tx)) {
        const bool gone =
            workflows::holder(board.code, successions, last_day(planner.year)) != board.code;
        if (!gone || meeting.count(board.code) != 0) planner.boards.push_back(board.code);
    }
}

void add_holidays(Planner& planner, db::ReadTx& tx) {
    planner.holidays = workflows::bank_holidays(planner.year);
    for (const auto& added : db::list_extra_holidays(tx)) {
        if (workflows::year_of(added.day) == planner.year)
            planner.holidays.push_back({added.day, added.reason, false});
    }
    std::stable_sort(planner.holidays.begin(), planner.holidays.end(),
                     [](const auto& a, const auto& b) { return a.day < b.day; });
}

using workflows::text::counted;

// Of what still stands.
struct Counts {
    std::size_t meetings = 0;
    std::size_t cancelled = 0;
    std::size_t undated = 0;
    std::set<std::string> boards;
    std::map<PlannerShape, std::size_t> shapes;
    std::map<unsigned, std::size_t> months;
    std::set<Day> clash_days;
};

Counts count(const Planner& planner) {
    Counts counts;
    for (const auto& entry : planner.entries) {
        if (entry.cancelled) {
            ++counts.cancelled;
            continue;
        }
        const auto month = entry.meeting.planned.month();
        if (!month) {
            ++counts.undated;
            continue;
        }
        ++counts.meetings;
        counts.boards.insert(entry.meeting.board);
        ++counts.shapes[entry.shape];
        ++counts.months[static_cast<unsigned>(month->month())];
        if (entry.clash) counts.clash_days.insert(*entry.meeting.planned.day());
    }
    return counts;
}

std::string fullest_month(const Counts& counts, int year) {
    const auto most =
        std::max_element(counts.months.begin(), counts.months.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto name =
        workflows::month_name(std::chrono::year{year} / std::chrono::month{most->first});

    return " " + words::busiest_month(name.substr(0, name.find(' ')),
                                      static_cast<std::size_t>(most->second));
}

}  // namespace

Planner load_planner(db::ReadTx& tx, int year, Day today, bool with_clashes,
                     const db::MeetingReader& reader) {
    Planner planner;
    planner.year = year;
    planner.today = today;
    planner.with_clashes = with_clashes;
    add_entries(planner, tx, reader);
    add_boards(planner, tx);
    add_holidays(planner, tx);
    return planner;
}

workflows::Result<int> read_planner_year(const std::string& text, Day today) {
    const auto year = timetable::read_timetable_year(text);
    if (!year) return year.error();
    return *year ? **year : workflows::year_of(today);
}

std::string_view planner_glyph(PlannerShape shape) {
    switch (shape) {
        case PlannerShape::in_public:
            return "●";
        case PlannerShape::in_private:
            return "■";
        case PlannerShape::workshop:
            return "▲";
        case PlannerShape::to_be_confirmed:
            break;
    }
    return "○";
}

std::string_view planner_words(PlannerShape shape) {
    switch (shape) {
        case PlannerShape::in_public:
            return "in public";
        case PlannerShape::in_private:
            return "in private";
        case PlannerShape::workshop:
            return "workshop";
        case PlannerShape::to_be_confirmed:
            break;
    }
    return "to be confirmed";
}

std::string planner_finding(const Planner& planner) {
    const auto counts = count(planner);
    if (counts.meetings == 0) return words::none_scheduled(planner.year);

    std::string parts;
    for (const auto& [shape, number] : counts.shapes) {
        const bool workshop = shape == PlannerShape::workshop;
        parts += (parts.empty() ? "" : ", ") + std::to_string(number) + " " +
                 (workshop && number != 1 ? "workshops" : std::string(planner_words(shape)));
    }
    auto words = words::meetings_of_year(static_cast<std::size_t>(counts.meetings),
                                         counts.boards.size(), planner.year, parts) +
                 fullest_month(counts, planner.year);
    if (!counts.clash_days.empty()) words += " " + words::clash_days(counts.clash_days.size());
    if (counts.cancelled > 0)
        words += " " + words::cancelled(static_cast<std::size_t>(counts.cancelled));
    if (counts.undated > 0) words += " " + words::undated(static_cast<std::size_t>(counts.undated));
    return words;
}

}  // namespace server::planning
