// Walks UTF-8 character by character, so that no encoding ever splits one.
#pragma once

#include <string>
#include <string_view>

namespace mail {

/// The bytes of the first character of a non-empty text; empty when they are not UTF-8
/// (overlong, surrogate, beyond U+10FFFF or cut short).
std::string_view first_character(std::string_view text);

/// The text with every byte that is not UTF-8 replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

bool is_ascii(std::string_view text);

}  // namespace mail
