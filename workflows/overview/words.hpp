// What the to-do list, the reminders and the workflow tables say.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace workflows::overview::words {

// Titles of the workflow tables.
inline constexpr const char* responses_title = "Responses to reports";
inline constexpr const char* stops_title = "Circulating a document to boards";
inline constexpr const char* reports_title = "Reports in the annual timetable";
inline constexpr const char* themes_title = "Shared themes";
inline constexpr const char* changes_title = "Board changes";
inline constexpr const char* returns_title = "Annual returns to the register";
inline constexpr const char* issues_title = "Issues between two boards";
inline constexpr const char* protocol_title = "Concerns about the protocol";
inline constexpr const char* requests_title = "Requests between boards";
inline constexpr const char* concerns_title = "Safeguarding concerns";

// Reminders.
inline std::string rule_days(std::size_t most, int days) {
    return fmt::format(
        "Enter working days as numbers separated by commas, for example 5, 2, 0, -1. "
        "Enter no more than {} numbers, each from -{} to {}.",
        most, days, days);
}
inline std::string working_days_before(int days) {
    return fmt::format("{} before", text::counted(days, "working day", "working days"));
}
inline std::string working_days_after(int days) {
    return fmt::format("{} after", text::counted(days, "working day", "working days"));
}

// To do.
inline constexpr const char* due_today = "Due today";
inline constexpr const char* no_deadline = "No deadline";
inline std::string overdue_since(std::string_view date) {
    return fmt::format("Overdue since {}", date);
}
inline std::string due(std::string_view date) {
    return fmt::format("Due {}", date);
}

}  // namespace workflows::overview::words
