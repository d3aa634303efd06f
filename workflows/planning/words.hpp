// What the rules of planning say: meeting frequency, polls, series.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "workflows/text/words.hpp"

namespace workflows::planning::words {

// Meeting frequency.
inline std::string behind(int held, int expected) {
    return fmt::format("Behind schedule: {} held, {} expected by now",
                       text::counted(held, "meeting", "meetings"), expected);
}
inline std::string behind_since(int held, int expected, std::string_view date) {
    return fmt::format("Behind schedule since {}: {} held, {} expected by now", date,
                       text::counted(held, "meeting", "meetings"), expected);
}
inline std::string none_in_public(int year) {
    return fmt::format("No public meeting in {}", year);
}
inline std::string more_in_public(int missing) {
    return fmt::format("{} to arrange",
                       text::counted(missing, "more public meeting", "more public meetings"));
}
inline std::string more_meetings(int missing) {
    return fmt::format("{} to arrange", text::counted(missing, "more meeting", "more meetings"));
}
inline std::string more_joint(int missing, std::string_view board) {
    return fmt::format("{} with the {} to arrange",
                       text::counted(missing, "joint meeting", "joint meetings"), board);
}
inline std::string not_recorded(int unrecorded) {
    return fmt::format("{} not recorded as held",
                       text::counted(unrecorded, "past meeting", "past meetings"));
}

// Polls: finding a date.
inline constexpr const char* closes_early = "The closing date must be today or in the future.";
inline constexpr const char* date_agreed = "A date has been agreed. You do not need to reply.";
inline constexpr const char* poll_cancelled = "This poll has been cancelled.";
inline std::string number_of_dates(std::size_t least, std::size_t most) {
    return fmt::format("Enter between {} and {} dates.", least, most);
}
inline std::string date_twice(std::string_view date) {
    return fmt::format("You have entered {} twice.", date);
}
inline std::string date_before_closing(std::string_view date) {
    return fmt::format("{} must be after the closing date for replies.", date);
}
inline std::string poll_closed(std::string_view date) {
    return fmt::format("This poll closed on {}.", date);
}

// Series.
inline constexpr const char* series_ends_early = "The end date must be after the start date.";
inline constexpr const char* select_week = "Select the week of the month.";
inline constexpr const char* series_empty =
    "There are no meetings between these dates. Enter a later end date.";
inline std::string whole_number(int most) {
    return fmt::format("Enter a whole number from 1 to {}.", most);
}
inline std::string series_too_long(std::size_t most) {
    return fmt::format("This would create more than {} meetings. Enter an earlier end date.", most);
}
inline std::string people_clash(std::size_t people, std::string_view board) {
    return fmt::format("{} of the same people are due at {}", people, board);
}
inline std::string posts_clash(const std::vector<std::string>& posts, std::string_view board) {
    return fmt::format("{} {} due at {}", text::joined_with_and(posts),
                       posts.size() == 1 ? "is" : "are", board);
}
inline std::string meets_already(std::string_view board) {
    return fmt::format("{} already has a meeting", board);
}
inline std::string moved_from(std::string_view date, const std::vector<std::string>& reasons) {
    return fmt::format("moved from {}: {}", date, text::joined_with_and(reasons));
}
inline std::string no_free_date(std::string_view date) {
    return fmt::format("no free date within two weeks of {}", date);
}

}  // namespace workflows::planning::words
