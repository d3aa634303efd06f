// The version of a row as its form carries it, so that a stale form is refused.
#pragma once

#include <charconv>

#include "server/web/form.hpp"

namespace server::web {

/// 0, which no row has, when the field is missing or is no number: the save is then stale.
inline int version_of(const Form& form) {
    const auto text = form.get("version");
    int version = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, version);
    return failure == std::errc() && stopped == end ? version : 0;
}

}  // namespace server::web
