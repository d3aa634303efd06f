// What the rules of boards and their members say.
#pragma once

#include <fmt/core.h>

#include <string>

#include "workflows/text/words.hpp"

namespace workflows::boards::words {

// Seats.
inline constexpr const char* the_quorum_is_greater_than =
    "The quorum is greater than the number of voting members";

inline std::string quorum_not_set(int voters) {
    return fmt::format("Quorum not set ({})",
                       text::counted(voters, "voting member", "voting members"));
}
inline std::string quorum_of(int quorum, int voters) {
    return fmt::format("{} of {}", quorum,
                       text::counted(voters, "voting member", "voting members"));
}

}  // namespace workflows::boards::words
