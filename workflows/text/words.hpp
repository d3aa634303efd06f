// Small work on words: blanks, capitals, lists, numbers with their noun. Letters are those of
// ASCII; everything else stays as it is.
#pragma once

#include <algorithm>
#include <concepts>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace workflows::text {

inline constexpr std::string_view blanks = " \t\r\n";
inline constexpr std::string_view blanks_of_a_line = " \t";

bool is_blank(std::string_view text);
/// Without the `signs` at its two ends: a view of `text`, or a text of its own.
std::string_view trim(std::string_view text, std::string_view signs = blanks);
std::string trimmed(std::string_view text, std::string_view signs = blanks);

constexpr bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_letter(char c) {
    return is_capital(c) || (c >= 'a' && c <= 'z');
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr char lower(char c) {
    return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string lower(std::string_view text);
/// Whether two texts are the same but for capitals.
bool same_but_for_case(std::string_view a, std::string_view b);

/// "another meeting" to "Another meeting".
std::string capitalised(std::string_view words);

/// The parts between every two `separator`: one part more than there are separators.
std::vector<std::string> split(std::string_view text, char separator);

/// "a, b, c".
template <std::ranges::input_range Parts>
std::string joined(const Parts& parts, std::string_view separator = ", ") {
    std::string text;
    bool first = true;
    for (const auto& part : parts) {
        if (!first) text += separator;
        text += part;
        first = false;
    }
    return text;
}
/// "a, b and c".
std::string joined_with_and(const std::vector<std::string>& parts);

/// "1 day", "3 days", "0 days".
template <std::integral Number>
std::string counted(Number number, std::string_view one, std::string_view many) {
    return std::to_string(number) + ' ' + std::string(number == 1 ? one : many);
}

}  // namespace workflows::text
