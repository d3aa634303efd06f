// Series of meetings, by walking the months or weeks of the rule and looking for free days nearby.
#include "workflows/planning/series.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "workflows/core/day_lists.hpp"
#include "workflows/planning/words.hpp"

namespace workflows {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::weekday;
using std::chrono::year_month;

constexpr std::size_t alternatives_max = 3;

// Where to look for a free day: the board's own weekday first, since people keep it free, but not
// so far that the meeting leaves its month; then the days around.
constexpr std::array search_order{7, -7, 1,  -1,  2, -2, 3,  -3,  4,  -4,  5,  -5,  6,  -6,
                                  8, -8, 14, -14, 9, -9, 10, -10, 11, -11, 12, -12, 13, -13};

year_month month_of(Day day) {
    const std::chrono::year_month_day date{day};
    return date.year() / date.month();
}

Day day_in_month(year_month month, const SeriesPlan& plan) {
    if (plan.place == last_in_month) return Day{month / plan.weekday[std::chrono::last]};
    return Day{month / plan.weekday[static_cast<unsigned>(plan.place)]};
}

// Month number `index` of the rule, counted from the month in which the span begins.
int month_offset(const SeriesPlan& plan, int index) {
    switch (plan.rule) {
        case SeriesRule::quarterly:
            return index * 3;
        case SeriesRule::two_monthly:
            return index * 2;
        case SeriesRule::per_year:
            return index / plan.number * 12 + index % plan.number * 12 / plan.number;
        case SeriesRule::monthly:
        case SeriesRule::weekly:
            break;
    }
    return index;
}

Result<void> check(const SeriesPlan& plan) {
    if (plan.to < plan.from) return invalid("to", planning::words::series_ends_early);
    if (plan.place < 1 || plan.place > last_in_month)
        return invalid("place", planning::words::select_week);
    const bool counted = plan.rule == SeriesRule::per_year || plan.rule == SeriesRule::weekly;
    const int most = plan.rule == SeriesRule::weekly ? series_weeks_max : series_per_year_max;
    if (counted && (plan.number < 1 || plan.number > most))
        return invalid("number", planning::words::whole_number(most));
    return {};
}

std::vector<Day> weekly_days(const SeriesPlan& plan) {
    std::vector<Day> found;
    const Day first = plan.from + (plan.weekday - weekday(plan.from));
    for (Day day = first; day <= plan.to && found.size() <= series_dates_max;
         day += days{7 * plan.number}) {
        found.push_back(day);
    }
    return found;
}

// A month in which the day of the rule is before the span leaves its meeting to the next month of
// the rule only where the first month is cut off: the walk begins a month later then.
std::vector<Day> monthly_days(const SeriesPlan& plan) {
    std::vector<Day> found;
    auto first = month_of(plan.from);
    if (day_in_month(first, plan) < plan.from) first += months{1};
    for (int index = 0; found.size() <= series_dates_max; ++index) {
        const Day day = day_in_month(first + months{month_offset(plan, index)}, plan);
        if (day > plan.to) break;
        found.push_back(day);
    }
    return found;
}

// The part of the calendar that belongs to the meeting: up to the next one's month or day.
struct Part {
    Day from;
    Day before;
};
Part part_of(const SeriesPlan& plan, const std::vector<Day>& ruled, std::size_t index) {
    if (plan.rule == SeriesRule::weekly)
        return {ruled[index], ruled[index] + days{7 * plan.number}};
    const Day from{month_of(ruled[index]) / 1};
    const int step = month_offset(plan, static_cast<int>(index) + 1) -
                     month_offset(plan, static_cast<int>(index));
    return {from, Day{(month_of(ruled[index]) + months{step}) / 1}};
}

bool lies_in(const PlannedDate& date, const Part& part) {
    const auto month = date.month();
    if (!month) return false;
    const Day day = date.day().value_or(Day{*month / 1});
    return part.from <= day && day < part.before;
}

bool is_among(const std::vector<std::string>& boards, const std::string& board) {
    return std::find(boards.begin(), boards.end(), board) != boards.end();
}

bool sits(const Seat& seat, Day day) {
    return !seat.secretariat && (!seat.from || *seat.from <= day) && (!seat.to || day <= *seat.to);
}

std::set<std::string> people_of(const std::string& board, Day day, const SeriesFacts& facts) {
    std::set<std::string> people;
    for (const Seat& seat : facts.seats) {
        if (seat.board == board && sits(seat, day)) people.insert(seat.person);
    }
    return people;
}

std::string post_of(const std::string& person, const SeriesFacts& facts) {
    const auto found = facts.posts.find(person);
    return found == facts.posts.end() ? person : found->second;
}

std::string clash_words(const std::string& board, const std::vector<std::string>& people,
                        const SeriesFacts& facts) {
    if (people.size() > 2) return planning::words::people_clash(people.size(), board);
    std::vector<std::string> posts;
    for (const auto& person : people)
        posts.push_back(post_of(person, facts));
    return planning::words::posts_clash(posts, board);
}

// What each proposal must keep clear of: the days of the rule and those taken already.
using Taken = std::set<Day>;

bool is_free(Day day, const SeriesPlan& plan, const Taken& taken, const SeriesFacts& facts) {
    return plan.from <= day && day <= plan.to && taken.count(day) == 0 &&
           speaks_against(day, plan.boards, facts).empty();
}

std::vector<Day> free_days_near(Day ruled, const SeriesPlan& plan, const Taken& taken,
                                const SeriesFacts& facts, std::size_t most) {
    std::vector<Day> same_month;
    std::vector<Day> beyond;
    for (const int step : search_order) {
        const Day day = ruled + days{step};
        if (!is_free(day, plan, taken, facts)) continue;
        auto& kept = month_of(day) == month_of(ruled) ? same_month : beyond;
        kept.push_back(day);
        if (same_month.size() == most) break;
    }
    same_month.insert(same_month.end(), beyond.begin(), beyond.end());
    if (same_month.size() > most) same_month.resize(most);
    return same_month;
}

ProposedMeeting proposed(Day ruled, const SeriesPlan& plan, const Taken& taken,
                         const SeriesFacts& facts) {
    ProposedMeeting meeting{ruled, ruled, {}, speaks_against(ruled, plan.boards, facts), {}, {}};
    const auto near = free_days_near(ruled, plan, taken, facts, alternatives_max + 1);
    auto first = near.begin();
    if (!meeting.against.empty() && first != near.end()) {
        meeting.day = *first++;
        meeting.reason = planning::words::moved_from(weekday_date(ruled), meeting.against);
        meeting.against.clear();
    } else if (!meeting.against.empty()) {
        meeting.reason = planning::words::no_free_date(weekday_date(ruled));
    }
    meeting.alternatives.assign(first, near.end());
    if (meeting.alternatives.size() > alternatives_max)
        meeting.alternatives.resize(alternatives_max);
    return meeting;
}

}  // namespace

Result<std::vector<Day>> ruled_days(const SeriesPlan& plan) {
    if (auto ok = check(plan); !ok) return ok.error();
    auto found = plan.rule == SeriesRule::weekly ? weekly_days(plan) : monthly_days(plan);
    if (found.size() > series_dates_max)
        return invalid("to", planning::words::series_too_long(series_dates_max));
    if (found.empty()) return invalid("to", planning::words::series_empty);
    return found;
}

Result<std::vector<ProposedMeeting>> propose(const SeriesPlan& plan, const SeriesFacts& facts) {
    const auto ruled = ruled_days(plan);
    if (!ruled) return ruled.error();
    Taken taken(ruled->begin(), ruled->end());
    std::vector<ProposedMeeting> meetings;
    for (std::size_t index = 0; index < ruled->size(); ++index) {
        auto meeting = proposed((*ruled)[index], plan, taken, facts);
        taken.insert(meeting.day);
        const auto part = part_of(plan, *ruled, index);
        for (const auto& own : facts.own) {
            if (!meeting.already && lies_in(own, part)) meeting.already = own;
        }
        meetings.push_back(std::move(meeting));
    }
    return meetings;
}

std::vector<std::string> speaks_against(Day day, const std::vector<std::string>& boards,
                                        const SeriesFacts& facts) {
    std::vector<std::string> words;
    if (const auto* reason = facts.holidays.reason(day)) words.push_back(*reason);
    std::map<std::string, std::set<std::string>> others;  // board to the people it wants
    std::set<std::string> already;
    for (const BoardDay& meeting : facts.meetings) {
        if (meeting.day != day || meeting.cancelled) continue;
        if (!meeting.people.empty())
            others[meeting.board].insert(meeting.people.begin(), meeting.people.end());
        else if (is_among(boards, meeting.board))
            already.insert(meeting.board);
        else
            others[meeting.board].merge(people_of(meeting.board, day, facts));
    }
    for (const auto& board : already)
        words.push_back(planning::words::meets_already(board));
    std::set<std::string> ours;
    for (const auto& board : others.empty() ? std::vector<std::string>{} : boards)
        ours.merge(people_of(board, day, facts));
    for (const auto& [other, theirs] : others) {
        std::vector<std::string> both;
        std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                              std::back_inserter(both));
        if (!both.empty()) words.push_back(clash_words(other, both, facts));
    }
    return words;
}

}  // namespace workflows
