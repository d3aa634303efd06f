// The two kinds of time: civil days for meetings and deadlines, instants for what happened.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "workflows/core/result.hpp"

namespace workflows {

/// Where the county keeps its days: the zone of everything that says no other.
inline constexpr const char* county_zone = "Europe/London";

using Day = std::chrono::sys_days;         // a civil date; never shifted by a time zone
using Instant = std::chrono::sys_seconds;  // UTC

struct TimeOfDay {
    int hour = 0;    // 0..23
    int minute = 0;  // 0..59
    friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};

/// Years that a date may have: a mistyped 0218 is caught, and loops over days end.
constexpr int year_min = 1900;
constexpr int year_max = 2199;

/// The date must exist; no check.
Day make_day(int year, unsigned month, unsigned day);

/// "2018-11-22" only; an impossible date, or one outside year_min..year_max, is Code::invalid and
/// names `field`.
Result<Day> parse_day(std::string_view text, std::string_view field = "date");
/// "14:00", "9:30", "2pm", "2:30pm", "2.30 pm", "midday", "midnight"; anything else, a bare hour
/// too, is Code::invalid and names `field`.
Result<TimeOfDay> parse_time(std::string_view text, std::string_view field = "time");

std::string iso(Day day);                         // 2018-11-22
std::string iso(const std::optional<Day>& day);   // empty without a day
std::string iso(Instant instant);                 // 2018-11-22T14:00:00Z
std::string iso(TimeOfDay time);                  // 14:00
std::string long_date(Day day);                   // Thursday 22 November 2018
std::string short_date(Day day);                  // 22 Nov 2018
std::string weekday_date(Day day);                // Thu 22 Nov 2018
std::string spoken_time(TimeOfDay time);          // 2pm, 5:30pm, midday, midnight
std::string month_name(std::chrono::year_month);  // November 2018

int year_of(Day day);
bool is_weekend(Day day);

/// Civil time in `zone` to UTC and back. A time that the clocks skip moves to the first instant
/// after the gap; a time that comes twice is its first. An unknown zone is Code::invalid, field
/// "zone". Uses the system's zone files, read once.
Result<Instant> to_instant(Day day, TimeOfDay time, const std::string& zone);
struct LocalTime {
    Day day;
    TimeOfDay time;
    int offset_minutes = 0;  // east of UTC
    std::string abbreviation;
};
/// Throws std::invalid_argument for an unknown zone: stored zones were checked when they came in.
LocalTime to_local(Instant instant, const std::string& zone);

}  // namespace workflows
