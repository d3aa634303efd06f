// Percent-coding (RFC 3986, 2.1), by Boost.URL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace workflows::text {

enum class Plus { is_plus, is_space };

/// Nothing when a percent sign is not followed by two hexadecimal digits, or when the result holds
/// a NUL or is not UTF-8.
std::optional<std::string> percent_decode(std::string_view text, Plus plus);

/// A stray percent sign stands for itself; the result may hold any byte.
std::string percent_decode_leniently(std::string_view text);

/// Letters, digits and the signs of `kept` stand for themselves; a blank is %20.
std::string percent_encode(std::string_view text, std::string_view kept);

}  // namespace workflows::text
