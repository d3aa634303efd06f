// The seasons that the timetable speaks of, as months: the protocol does not say them (4.4), so
// each county does.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "workflows/core/date.hpp"
#include "workflows/core/result.hpp"
#include "workflows/timetable/timetable.hpp"

namespace workflows {

/// Both months belong to the season; one that ends before it begins runs into the next year.
struct SeasonSpan {
    Season season = Season::spring;
    unsigned first_month = 3;  // 1..12
    unsigned last_month = 5;
    friend bool operator==(const SeasonSpan&, const SeasonSpan&) = default;
};
/// In the order of Season.
using Seasons = std::array<SeasonSpan, names<Season>.size()>;

/// Spring March to May, summer June to August, autumn September to December, winter January and
/// February: the Health and Wellbeing Board's meeting of 5 December 2019 is one of autumn.
Seasons default_seasons();

/// Every month is in exactly one season. Code::invalid, field "spring_first" and the like, naming
/// the month that is in none or in two.
Result<void> check_seasons(const Seasons& seasons);

/// Days of one season of one year, both in it.
struct SeasonWindow {
    Day from = {};
    Day to = {};
    bool holds(Day day) const { return from <= day && day <= to; }
    friend bool operator==(const SeasonWindow&, const SeasonWindow&) = default;
};
SeasonWindow season_window(const Seasons& seasons, Season season, int year);
Season season_of(const Seasons& seasons, Day day);

/// A board has one report for one purpose once a year. One that took over another's duty (a
/// succession) may get it in two seasons: the earlier in the civil year stands.
std::vector<Obligation> once_a_year(std::vector<Obligation> obligations, const Seasons& seasons);

/// What the cells ask for in `year`: for the boards as they stand on its last day, those that were
/// succeeded by then replaced, and each report once a year.
std::vector<Obligation> obligations_of_year(int year, std::span<const TimetableCell> cells,
                                            std::span<const GroupMember> groups,
                                            std::span<const Succession> successions,
                                            const Seasons& seasons);

std::string month_words(unsigned month);               // "March"
std::string window_words(const SeasonWindow& window);  // "March to May 2019"
std::string season_words(Season season, int year);     // "spring 2019"

}  // namespace workflows
