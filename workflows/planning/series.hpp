// Series of meetings: the days that a rule gives in a span, moved where people cannot meet, each
// with its reason. Nothing is dropped in silence.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workflows/core/bank_holidays.hpp"
#include "workflows/core/names.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/planning/clashes.hpp"

namespace workflows {

/// How often a board meets: all but `weekly` put the meeting on one weekday of a month.
enum class SeriesRule { quarterly, two_monthly, per_year, monthly, weekly };

/// `number`: meetings in twelve months of `per_year` (1..12), weeks between meetings of `weekly`
/// (1..26); of no use to the others. `place`: 1 to 4, the first to the fourth `weekday` of its
/// month, or last_in_month; `weekly` begins with the first `weekday` of the span.
struct SeriesPlan {
    std::vector<std::string> boards;  // codes: the one that meets, then those that join it
    SeriesRule rule = SeriesRule::quarterly;
    int number = 0;
    std::chrono::weekday weekday = std::chrono::Thursday;
    int place = 1;
    Day from = {};
    Day to = {};  // this day too
};

constexpr int last_in_month = 5;
constexpr std::size_t series_dates_max = 60;
constexpr int series_per_year_max = 12;
constexpr int series_weeks_max = 26;

/// What is known of other meetings. `meetings` are those of all boards around the span, a joint one
/// once for each of its boards, with one id; `own` the dates on which the board meets already for
/// the same purpose. `posts`: what a person's key is called in a sentence.
struct SeriesFacts {
    Holidays holidays{};
    std::vector<BoardDay> meetings = {};
    std::vector<Seat> seats = {};
    std::vector<PlannedDate> own = {};
    std::map<std::string, std::string> posts = {};
};

/// One meeting of the series. `day` is the day of the rule unless something spoke against that one
/// and another was free nearby: `reason` then says so, "moved from Mon 6 May 2019: Early May bank
/// holiday". `against` is what speaks against `day` itself: empty unless no day nearby was free.
struct ProposedMeeting {
    Day ruled;
    Day day;
    std::string reason;
    std::vector<std::string> against;
    std::vector<Day> alternatives;       // other free days, the nearest first; at most three
    std::optional<PlannedDate> already;  // the board meets already in this part of the rule
};

/// The days that the rule gives, by time. Code::invalid: field "number", "place", "to" (before
/// `from`, or so far away that the series has more than series_dates_max dates; or no date at all).
Result<std::vector<Day>> ruled_days(const SeriesPlan& plan);

/// One for each of ruled_days(), on different days in the same order. Errors as there.
Result<std::vector<ProposedMeeting>> propose(const SeriesPlan& plan, const SeriesFacts& facts);

/// What speaks against a meeting of the boards on `day`, one phrase each: "Early May bank holiday",
/// "the HWB meets already", "HIB wants Cabinet Member for Public Health too". A meeting that the
/// boards hold together is not held against them.
std::vector<std::string> speaks_against(Day day, const std::vector<std::string>& boards,
                                        const SeriesFacts& facts);

template <>
inline constexpr auto names<SeriesRule> = std::to_array<Name<SeriesRule>>({
    {SeriesRule::quarterly, "quarterly", "every quarter"},
    {SeriesRule::two_monthly, "two_monthly", "every two months"},
    {SeriesRule::per_year, "per_year", "a set number of times a year"},
    {SeriesRule::monthly, "monthly", "every month"},
    {SeriesRule::weekly, "weekly", "every set number of weeks"},
});

}  // namespace workflows
