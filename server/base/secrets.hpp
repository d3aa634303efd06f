// Hashes and message authentication for tokens, cookies and forms.
#pragma once

#include <string>
#include <string_view>

#include "db/sha256.hpp"

namespace server::base {

using db::sha256_hex;
/// HMAC-SHA-256 of `text`, 64 hexadecimal digits.
std::string hmac_hex(std::string_view key, std::string_view text);
/// In constant time for equal lengths.
bool equal_secrets(std::string_view a, std::string_view b);

}  // namespace server::base
