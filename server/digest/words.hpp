// The quarter's digest: what is open between boards.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace server::digest::words {

inline std::string digest_counts(int open, int feedback, int escalated) {
    return fmt::format("{} open, {} with feedback, {} escalated", open, feedback, escalated);
}
inline std::string section_counts(std::string_view title, std::string_view counts) {
    return fmt::format("{}: {}", title, counts);
}
inline std::string digest_lead(std::string_view date) {
    return fmt::format(
        "For the boards you chair or serve, at {}. This includes matters resolved "
        "during this quarter.",
        date);
}
inline constexpr const char* nothing_open = "There is nothing open.";
inline constexpr const char* digest_heading = "Open matters between boards";
inline constexpr const char* digest_csv = "Download the digest (CSV)";
inline constexpr const char* outstanding_responses = "Outstanding responses between boards";

}  // namespace server::digest::words
