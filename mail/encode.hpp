// The transfer encodings of MIME: quoted-printable, base64, encoded words and long parameters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mail {

inline constexpr std::size_t body_line_bytes_max = 76;     // RFC 2045 6.7, 6.8
inline constexpr std::size_t encoded_word_bytes_max = 75;  // RFC 2047 2

/// Text of any line ends as quoted-printable lines that end with CRLF. A full stop or "From " at
/// the start of a line is encoded too: neither SMTP nor an mbox file then has anything to change.
std::string quoted_printable(std::string_view text);

/// Lines of 76 characters that end with CRLF; nothing for nothing.
std::string base64_lines(std::string_view bytes);

/// The text as encoded words in the shorter of the two forms, none longer than
/// encoded_word_bytes_max, the first not longer than `first_max`, no character split. The text must
/// be UTF-8.
std::vector<std::string> encoded_words(std::string_view text, std::size_t first_max);

/// The parameter as RFC 2231 writes it: `name*=UTF-8''...`, or `name*0*=`, `name*1*=` when long.
std::vector<std::string> extended_parameter(std::string_view name, std::string_view text);

}  // namespace mail
