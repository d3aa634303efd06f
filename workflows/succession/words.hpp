// What the rules of board changes say.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace workflows::succession::words {

inline constexpr const char* enter_slug =
    "Enter 2 to 40 lower case letters, numbers and single hyphens, for example safer-oxfordshire";
inline std::string not_yet(std::string_view date) {
    return fmt::format("This change takes effect on {}. You cannot make it before that date.",
                       date);
}
inline std::string taken_effect(std::string_view date) {
    return fmt::format("This change took effect on {}. Record another change to correct it.", date);
}
inline std::string no_such_step(std::string_view state) {
    return fmt::format("This change is already {}. Open it again to see its status.", state);
}

}  // namespace workflows::succession::words
