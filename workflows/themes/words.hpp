// What the rules of themes say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace workflows::theme_words {

inline constexpr const char* already_asked =
    "The boards have already been asked. Wait until replies close.";
inline constexpr const char* approach_missing = "Enter what the boards have agreed to do.";
inline constexpr const char* responsibility_missing = "Enter who is responsible.";
inline constexpr const char* reporting_missing = "Enter which board it is reported to, and when.";
inline constexpr const char* ask_first =
    "Ask the boards first. They agree who leads (protocol 3.7).";
inline constexpr const char* reason_missing = "Enter the reason.";
inline constexpr const char* lead_missing = "Select the lead board.";
inline constexpr const char* too_many_leads = "Select no more than two lead boards.";
inline constexpr const char* officers = "a secretariat or an administrator";

/// `state` in words such as "closed".
inline std::string has_moved_on(std::string_view state) {
    return fmt::format(
        "You cannot do this now. The theme’s status is: {}. Reload the page to see what has "
        "changed.",
        state);
}

}  // namespace workflows::theme_words
