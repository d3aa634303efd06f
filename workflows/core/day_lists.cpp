// How a list of days is said to a secretary.
#include "workflows/core/day_lists.hpp"

#include <cstddef>

#include "workflows/text/words.hpp"

namespace workflows {

namespace {

std::string day_number(Day day) {
    return std::to_string(unsigned{std::chrono::year_month_day(day).day()});
}

std::string month_part(Day day) {
    return day_and_month(day).substr(day_number(day).size());
}

std::string weekday_part(Day day) {
    return weekday_date(day).substr(0, 4);
}

bool same_month(Day a, Day b) {
    return iso(a).substr(0, 7) == iso(b).substr(0, 7);
}

bool ends_month(const std::vector<Day>& days, std::size_t i) {
    return i + 1 == days.size() || !same_month(days[i], days[i + 1]);
}

/// The last of the days that follow days[first] without a gap, in its month.
std::size_t end_of_run(const std::vector<Day>& days, std::size_t first) {
    std::size_t last = first;
    while (!ends_month(days, last) && days[last + 1] == days[last] + std::chrono::days{1}) {
        ++last;
    }
    return last;
}

bool is_weekend_name(const std::string& reason) {
    return reason == "Saturday" || reason == "Sunday";
}

}  // namespace

std::string day_and_month(Day day) {
    std::string text = short_date(day);
    return text.substr(0, text.rfind(' '));
}

std::string weekday_day_and_month(Day day) {
    return weekday_part(day) + day_and_month(day);
}

std::string list_weekdays(const std::vector<Day>& days) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < days.size(); ++i) {
        parts.push_back(weekday_part(days[i]) +
                        (ends_month(days, i) ? day_and_month(days[i]) : day_number(days[i])));
    }
    return text::joined(parts);
}

std::string list_days(const std::vector<Day>& days) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < days.size(); ++i) {
        parts.push_back(ends_month(days, i) ? day_and_month(days[i]) : day_number(days[i]));
    }
    return text::joined(parts);
}

std::string list_day_ranges(const std::vector<Day>& days) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < days.size(); ++i) {
        std::size_t last = end_of_run(days, i);
        std::string part = day_number(days[i]);
        if (last >= i + 2) {
            part += " to " + day_number(days[last]);
            i = last;
        }
        parts.push_back(part + (ends_month(days, i) ? month_part(days[i]) : ""));
    }
    return text::joined(parts);
}

std::string list_skipped(const std::vector<SkippedDay>& skipped) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < skipped.size(); ++i) {
        const auto& [day, reason] = skipped[i];
        bool month_follows = i + 1 < skipped.size() && same_month(day, skipped[i + 1].day);
        if (!is_weekend_name(reason)) {
            parts.push_back(reason + " " + day_and_month(day));
        } else {
            parts.push_back(weekday_part(day) +
                            (month_follows ? day_number(day) : day_and_month(day)));
        }
    }
    return join_with_and(parts);
}

std::string list_skipped_briefly(const std::vector<SkippedDay>& skipped) {
    std::vector<std::string> parts;
    for (const auto& [day, reason] : skipped) {
        if (!is_weekend_name(reason)) {
            parts.push_back(reason + " " + day_and_month(day));
        }
    }
    if (parts.size() < skipped.size()) {
        parts.push_back("weekends");
    }
    return join_with_and(parts);
}

std::string join_with_and(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        bool is_last = i + 1 == parts.size();
        text += (i == 0 ? "" : is_last ? " and " : ", ") + parts[i];
    }
    return text;
}

}  // namespace workflows
