// What the rules of the register and its annual returns say.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "workflows/text/words.hpp"

namespace workflows::partnership_register::words {

// Findings: what is wrong, and what to do.
inline std::string completed_early(std::string_view board, std::string_view completed,
                                   std::string_view last_meeting) {
    return fmt::format("{} completed its entry on {}, before its last meeting ({}).", board,
                       completed, last_meeting);
}
inline std::string ask_again(std::string_view board) {
    return fmt::format("Ask {} to complete its return again.", board);
}
inline std::string next_disagrees(std::string_view board, std::string_view said,
                                  std::string_view calendar) {
    return fmt::format("{} gives its next meeting as {}, but the calendar says {}.", board, said,
                       calendar);
}
inline std::string next_not_scheduled(std::string_view board, std::string_view said) {
    return fmt::format("{} gives its next meeting as {}, but none is in the calendar.", board,
                       said);
}
inline std::string next_inexact(std::string_view board, std::string_view said) {
    return fmt::format("{} has no exact date for its next meeting: {}.", board, said);
}
inline std::string ask_for_date(std::string_view board) {
    return fmt::format("Ask the {} secretariat to set the date.", board);
}
inline std::string no_website(std::string_view board) {
    return fmt::format("{} has no website recorded.", board);
}
inline std::string both_meet_next(const std::vector<std::string>& boards, std::string_view date) {
    return fmt::format("The next meetings of {} are both on {}.", text::joined_with_and(boards),
                       date);
}
inline std::string all_meet_next(const std::vector<std::string>& boards, std::string_view date) {
    return fmt::format("The next meetings of {} are all on {}.", text::joined_with_and(boards),
                       date);
}
inline std::string last_met_together(const std::vector<std::string>& boards,
                                     std::string_view date) {
    return fmt::format("{} last met on the same date, {}.", text::joined_with_and(boards), date);
}
inline std::string maybe_joint(const std::vector<std::string>& boards, std::string_view date) {
    return fmt::format(
        "{} share a secretariat and both met on {}. This may have been one joint meeting.",
        text::joined_with_and(boards), date);
}
inline constexpr const char* correct_date = "Correct the date, or add the meeting to the calendar.";
inline constexpr const char* enter_website =
    "Add a website on the board’s page. Until then its page on this service is used.";
inline constexpr const char* nobody_shared =
    "Nobody is a member of more than one. No action needed.";
inline constexpr const char* rearrange_one =
    "Somebody is a member of more than one. Rearrange a meeting or hold a joint meeting.";
inline constexpr const char* plan_apart =
    "Somebody is a member of more than one. Arrange their next meetings on different dates.";
inline constexpr const char* make_joint = "If it was, change both meetings to a joint meeting.";

// Annual returns.
inline constexpr const char* enter_focus = "Enter the board’s purpose and focus.";
inline constexpr const char* achievements = "Achievements in the last year";
inline constexpr const char* enter_achievements = "Enter what the board achieved in the last year.";
inline constexpr const char* aims = "Aims for the coming year";
inline constexpr const char* enter_aims = "Enter the board’s aims for the coming year.";
inline constexpr const char* enter_challenges = "Enter the challenges the board faces.";
inline constexpr const char* enter_governance =
    "Enter how the board is governed and who it reports to.";
inline std::string no_such_step(std::string_view state) {
    return fmt::format("This return is {}, so you can no longer take this step.", state);
}
inline std::string too_long(std::size_t over) {
    return fmt::format("This must be 3,000 characters or fewer. It is {} too long.",
                       text::counted(over, "character", "characters"));
}
inline std::string earlier_than_meeting(std::string_view last_meeting) {
    return fmt::format(
        "The board met on {}, after this date. Enter the date you completed the return, or confirm "
        "that the earlier date is correct.",
        last_meeting);
}
inline constexpr const char* not_requested = "The board has not been asked for this return yet.";
inline constexpr const char* not_yours = "You do not have permission to take this step.";
inline constexpr const char* own_return =
    "You submitted this return. Another secretariat or an administrator must accept it.";
inline constexpr const char* own_board =
    "You are an officer of the board that submitted this return. An administrator or another "
    "officer in the partnership office must accept it.";
inline constexpr const char* enter_change = "Enter what the board should change.";
inline constexpr const char* comment_too_long = "This must be 4,000 characters or fewer.";
inline constexpr const char* completed_future = "The completion date must be today or in the past.";

}  // namespace workflows::partnership_register::words
