// What the rules that all things share say: dates, times, clear days, case data.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace workflows::core::words {

// Case data.
inline constexpr const char* if_it_is_a_meeting_date =
    "If it is a meeting date, write it in full, for example 15 November 2027.";

// Date.
inline constexpr const char* enter_a_real_date_as_year =
    "Enter a real date as year, month and day, for example 2027-01-21.";
inline constexpr const char* enter_a_time_for_example_2pm =
    "Enter a time, for example 2pm, 14:00 or midday.";
inline constexpr const char* enter_a_time_zone_by_name =
    "Enter a time zone by name, for example Europe/London.";

// Mail address.
inline constexpr const char* enter_an_email_address_for_example =
    "Enter an email address, for example name@example.org.";

// Planned date.
inline constexpr const char* enter_a_date_for_example_2027 =
    "Enter a date, for example 2027-01-21, a month, for example 2027-01, or tbc.";

inline std::string looks_like_case_data(std::string_view label, std::string_view what,
                                        std::string_view hint) {
    if (hint.empty())
        return fmt::format(
            "“{}” seems to contain {}. Remove it. Use only reference numbers and neutral words.",
            label, what);
    return fmt::format(
        "“{}” seems to contain {}. Remove it. Use only reference numbers and neutral words. {}",
        label, what, hint);
}

// Dates.
inline constexpr const char* date_to_be_confirmed = "Date to be confirmed";
inline std::string month_with_date_to_be_confirmed(std::string_view month) {
    return fmt::format("{} (date to be confirmed)", month);
}

// Clear days.
inline constexpr const char* no_clear_days = "Clear days: none.";
inline std::string clear_days_counted(std::string_view days, std::size_t number) {
    return fmt::format("Clear days: {} = {}.", days, number);
}
inline std::string one_does_not_count(std::string_view clear_days, std::string_view left_out) {
    return fmt::format("{} ({} does not count.)", clear_days, left_out);
}
inline std::string these_do_not_count(std::string_view clear_days, std::string_view left_out) {
    return fmt::format("{} ({} do not count.)", clear_days, left_out);
}
inline std::string publish_by(std::string_view date, std::string_view meeting_date,
                              std::string_view clear_days) {
    return fmt::format("Publish by {} for a meeting on {} ({} between).", date, meeting_date,
                       clear_days);
}
inline std::string in_time_for(std::string_view published, std::string_view meeting_date,
                               std::string_view clear_days) {
    return fmt::format(
        "If papers are published on {}, the meeting can be on {} or later ({} between).", published,
        meeting_date, clear_days);
}
inline std::string in_time_for_when_treated_as(std::string_view published,
                                               std::string_view treated_as,
                                               std::string_view meeting_date,
                                               std::string_view clear_days) {
    return fmt::format(
        "If papers are published on {}, they count as published on {} and the meeting can be on {} "
        "or later ({} between).",
        published, treated_as, meeting_date, clear_days);
}

}  // namespace workflows::core::words
