// What every kind of case says in the same words.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace workflows::casework::words {

/// `field` as its label reads: "Title must be 200 characters or fewer."
inline std::string too_long(std::string_view field, std::size_t characters_max) {
    return fmt::format("{} must be {} characters or fewer.", field, characters_max);
}

/// `who` in words such as "the chair or secretariat of the board that made the request", `step` in
/// words such as "accept this request".
inline std::string only_they_can(std::string_view who, std::string_view step) {
    return fmt::format("Only {} can {}.", who, step);
}

/// The step may be open again later; `because` is a sentence without its full stop.
inline std::string cannot_yet(std::string_view step, std::string_view because) {
    return fmt::format("You cannot {} at the moment. {}.", step, because);
}

/// The step will not be open again.
inline std::string can_no_longer(std::string_view step, std::string_view because) {
    return fmt::format("You can no longer {}. {}.", step, because);
}

}  // namespace workflows::casework::words
