// What the figures say: their keys and remarks.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace templates::figures::figure_words {

inline constexpr const char* nothing_to_show = "Nothing to show";

// How long requests are open.
inline constexpr const char* days_open = "Days open";
inline constexpr const char* days_open_overdue = "Days open, overdue";
inline constexpr const char* deadline = "Deadline";
inline std::string days(int days) {
    return workflows::text::counted(days, "day", "days");
}
inline std::string days_overdue(int days, int overdue) {
    return fmt::format("{}, {} overdue", workflows::text::counted(days, "day", "days"), overdue);
}

// Circulations.
inline constexpr const char* agreed = "Agreed";
inline constexpr const char* agreed_with_comments = "With comments";
inline constexpr const char* noted = "Noted";
inline constexpr const char* not_agreed = "Not agreed";
inline constexpr const char* no_outcome = "No outcome";
inline constexpr const char* not_met_yet = "Not met yet";
inline constexpr const char* provisional = "Provisional";

// The forward plan.
inline constexpr const char* to_agree = "To agree";
inline constexpr const char* for_comment = "For comment";
inline constexpr const char* for_information = "For information";
inline constexpr const char* in_the_wrong_order = "! Wrong order";
inline constexpr const char* no_meeting_yet = "? No meeting yet";

// The map of boards.
inline constexpr const char* right_reports_to_left =
    "The board on the right reports to the one on the left";
inline constexpr const char* left_replaces_right =
    "The board on the left replaces the one on the right";

// The reporting timetable.
inline constexpr const char* agree_explained = "Agree: the board signs it off";
inline constexpr const char* consult_explained = "Consult: the board comments on it";
inline constexpr const char* inform_explained = "Inform: the board uses it";
inline constexpr const char* agree = "Agree";
inline constexpr const char* consult = "Consult";
inline constexpr const char* inform = "Inform";

inline std::string today(std::string_view date) {
    return fmt::format("Today, {}", date);
}

}  // namespace templates::figures::figure_words
