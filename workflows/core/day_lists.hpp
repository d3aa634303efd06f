// How a list of days is said to a secretary: "8, 9, 12, 13, 14 Nov", "Sat 10 and Sun 11 Nov".
#pragma once

#include <string>
#include <vector>

#include "workflows/core/date.hpp"

namespace workflows {

/// A day that does not count, and why: "Saturday", "Sunday", a holiday's name, "substitute day".
struct SkippedDay {
    Day day;
    std::string reason;
    friend bool operator==(const SkippedDay&, const SkippedDay&) = default;
};

std::string day_and_month(Day day);          // 3 Apr
std::string weekday_day_and_month(Day day);  // Fri 3 Apr

/// The month stands once, after the last of its days. Days must be in order.
std::string list_weekdays(const std::vector<Day>& days);  // Mon 30, Tue 31 Mar, Wed 1 Apr
std::string list_days(const std::vector<Day>& days);      // 30, 31 Mar, 1 Apr
/// As list_days, with runs of three or more days drawn together: "18, 19, 22 to 26 Oct".
std::string list_day_ranges(const std::vector<Day>& days);

/// Every skipped day: "Good Friday 25 Mar, Sat 26, Sun 27 and Easter Monday 28 Mar".
std::string list_skipped(const std::vector<SkippedDay>& skipped);
/// Holidays by name and weekends in one word: "Good Friday 25 Mar and weekends".
std::string list_skipped_briefly(const std::vector<SkippedDay>& skipped);

/// "a", "a and b", "a, b and c".
std::string join_with_and(const std::vector<std::string>& parts);

}  // namespace workflows
