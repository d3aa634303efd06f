// SHA-256 over bytes that come piece by piece.
#pragma once

#include <sodium.h>

#include <string>
#include <string_view>

namespace db {

class Sha256 {
  public:
    Sha256();
    void add(std::string_view bytes);
    /// 64 lower-case hexadecimal digits. Ends the sum: add() and hex() are not called again.
    std::string hex();

  private:
    crypto_hash_sha256_state state_;
};

inline constexpr std::size_t sha256_hex_length = 64;

/// Whether `text` is what hex() gives: 64 digits, lower case.
bool is_sha256_hex(std::string_view text);

std::string sha256_hex(std::string_view bytes);

}  // namespace db
