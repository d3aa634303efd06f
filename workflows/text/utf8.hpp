// Walks UTF-8 character by character, so that nothing ever splits one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace workflows::text {

/// The bytes of the first character of a non-empty text; empty when they are not UTF-8 by Unicode
/// 15, table 3-7 (overlong, surrogate, beyond U+10FFFF or cut short).
std::string_view first_character(std::string_view text);

/// The number of a character that first_character() found.
char32_t code_point(std::string_view character);

/// Whether a byte goes on with a character that an earlier one begins (10xxxxxx).
constexpr bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

bool is_utf8(std::string_view text);
bool is_ascii(std::string_view text);

/// The text with every byte that is not UTF-8 replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

/// Number of Unicode characters in valid UTF-8.
std::size_t characters(std::string_view utf8);

/// Valid UTF-8 cut between characters: at most so many characters, or so many bytes.
std::string_view first_characters(std::string_view utf8, std::size_t characters_max);
std::string_view first_bytes(std::string_view utf8, std::size_t bytes_max);

}  // namespace workflows::text
