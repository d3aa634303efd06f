#include "workflows/circulation/circulation_finish.hpp"

#include <algorithm>

#include "workflows/circulation/words.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

struct Walk {
    std::span<const Stop> stops;
    std::span<const BoardReach> reach;
    const Holidays& holidays;
    Day today;

    // The first day that papers going out on `ready` reach.
    Day earliest(std::size_t i, Day ready) const {
        return *earliest_meeting(ready, reach[i].clear_days, holidays, reach[i].profile)
                    .earliest_meeting;
    }

    // The stop comes (again) to the board's next meeting that papers going out on `ready` reach.
    StopForecast again(std::size_t i, Day ready, Day floor) const {
        const Day first = std::max(floor, earliest(i, ready));
        const auto& meetings = reach[i].meetings;
        const auto next = std::ranges::lower_bound(meetings, first);
        if (next != meetings.end()) return {*next, true, true, {}};
        return {first, false, true, circulation_words::meeting_from(first)};
    }

    // Its own meeting comes on a day that nobody has said.
    StopForecast day_open(std::size_t i, Day ready) const {
        const auto month = stops[i].date.month();
        Day floor = std::max(today, month ? Day{*month / 1} : today);
        const bool papers_out = stops[i].state == StopState::issued && !stops[i].outdated;
        if (!papers_out) floor = std::max(floor, earliest(i, ready));
        return {floor, false, false, circulation_words::a_meeting_date};
    }

    StopForecast on_its_way(std::size_t i, Day ready) const {
        const Stop& stop = stops[i];
        const auto day = stop.date.day();
        const bool papers_out = stop.state == StopState::issued && !stop.outdated;
        if (stop.meeting == MeetingState::cancelled) return again(i, ready, today);
        if (!day) return day_open(i, ready);
        if (*day < today) {
            if (stop.state == StopState::issued)
                return {today, false, false, circulation_words::an_outcome};
            return again(i, ready, today);
        }
        if (papers_out) return {*day, true, false, {}};
        if (reaches(*day, ready, reach[i], holidays).in_time) return {*day, true, false, {}};
        return again(i, ready, *day);
    }

    StopForecast forecast(std::size_t i, Day ready) const {
        const Stop& stop = stops[i];
        if (is_refusal(stop.state)) return {today, false, false, circulation_words::the_refusal};
        if (is_outcome(stop.state))
            return {stop.settled_on.value_or(stop.date.day().value_or(today)), true, false, {}};
        if (is_stale(stop.state)) return again(i, ready, today);
        if (stop.state == StopState::assent_asked) {
            if (stop.assent_by && *stop.assent_by >= today)
                return {*stop.assent_by, true, false, {}};
            return {today, false, false, circulation_words::a_written_reply};
        }
        if (!stop.has_meeting)
            return {std::max(today, ready), false, false, circulation_words::a_meeting_or_assent};
        return on_its_way(i, ready);
    }
};

// Boards by what they lack: "an outcome (A, B)", "a meeting date (C)".
std::vector<std::string> lacks_of(const Projection& projection, std::span<const Stop> stops) {
    std::vector<std::pair<std::string, std::vector<std::string>>> lacks;
    for (const std::size_t i : projection.waiting) {
        const std::string& what = projection.stops[i].until;
        auto known = std::ranges::find(lacks, what, [](const auto& lack) { return lack.first; });
        if (known == lacks.end()) known = lacks.insert(lacks.end(), {what, {}});
        known->second.push_back(stops[i].board);
    }
    std::vector<std::string> words;
    for (const auto& [what, boards] : lacks)
        words.push_back(circulation_words::lack(what, boards));
    return words;
}

std::string words_of(const Projection& projection, std::span<const Stop> stops, bool complete) {
    const Stop& critical = stops[*projection.critical];
    const Day day = projection.not_before;
    if (complete) return circulation_words::finished(day, critical.board);
    std::vector<std::string> sentences = {
        projection.finish ? circulation_words::expected_finish(day, critical.board)
                          : circulation_words::not_before(day, critical.board)};
    if (!projection.waiting.empty())
        sentences.push_back(circulation_words::waiting_for(lacks_of(projection, stops)));
    if (projection.finish && critical.meeting == MeetingState::provisional &&
        !projection.stops[*projection.critical].moved && !is_outcome(critical.state))
        sentences.emplace_back(circulation_words::provisional_date);
    return text::joined(sentences, " ");
}

std::vector<std::size_t> in_order_of_stages(std::span<const Stop> stops) {
    std::vector<std::size_t> order(stops.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return stops[i].stage; });
    return order;
}

}  // namespace

Projection projected_finish(std::span<const Stop> stops, std::span<const BoardReach> reach,
                            const Holidays& holidays, Day today) {
    const Walk walk{stops, reach, holidays, today};
    Projection projection;
    projection.stops.resize(stops.size());
    Day ready = today;  // when the stages before are done
    Day stage_ends = today;
    int stage = 0;
    bool complete = true;
    for (const std::size_t i : in_order_of_stages(stops)) {
        if (stops[i].stage != stage) ready = stage_ends;
        stage = stops[i].stage;
        if (stops[i].state == StopState::withdrawn) continue;
        auto& forecast = projection.stops[i] = walk.forecast(i, ready);
        complete = complete && is_settled(stops[i].state);
        stage_ends = std::max(stage_ends, forecast.day);
        if (!forecast.known) projection.waiting.push_back(i);
        if (!projection.critical || forecast.day > projection.not_before) {
            projection.critical = i;
            projection.not_before = forecast.day;
        }
    }
    if (!projection.critical) return projection;
    if (projection.waiting.empty()) projection.finish = projection.not_before;
    projection.words = words_of(projection, stops, complete);
    return projection;
}

Reaching reaches(Day meeting, Day published, const BoardReach& reach, const Holidays& holidays) {
    const Day last =
        *latest_publication(meeting, reach.clear_days, holidays, reach.profile).latest_publication;
    if (published <= last) return {true, last, {}};
    return {false, last, circulation_words::papers_deadline_was(last)};
}

std::optional<Day> next_reachable(Day published, const BoardReach& reach,
                                  const Holidays& holidays) {
    for (const Day day : reach.meetings)
        if (day >= published && reaches(day, published, reach, holidays).in_time) return day;
    return std::nullopt;
}

}  // namespace workflows
