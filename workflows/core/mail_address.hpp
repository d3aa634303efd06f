// What an e-mail address may be here: one rule for imports, forms and the mail that is sent.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "workflows/core/result.hpp"

namespace workflows {

inline constexpr std::size_t mail_address_bytes_max = 254;  // RFC 5321 4.5.3.1.3, less the brackets
inline constexpr std::size_t local_part_bytes_max = 64;     // RFC 5321 4.5.3.1.1
inline constexpr std::size_t domain_label_bytes_max = 63;

/// Plain `local@domain` in 7-bit letters: a dot-atom (RFC 5322 3.2.3) before the `@`, host name
/// labels after it. No quotes, comments, brackets, spaces, controls or address literals. The domain
/// comes back in lower case and needs a dot, unless it is `localhost`. Anything else is
/// Code::invalid, naming `field`. Surrounding space is refused, not trimmed.
Result<std::string> read_mail_address(std::string_view text, std::string_view field = "email");

}  // namespace workflows
