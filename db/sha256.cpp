#include "db/sha256.hpp"

#include <array>
#include <stdexcept>

namespace db {

Sha256::Sha256() {
    // Safe and cheap to repeat; without it the library may not be used.
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
    crypto_hash_sha256_init(&state_);
}

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

std::string Sha256::hex() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
    crypto_hash_sha256_final(&state_, digest.data());
    std::array<char, sha256_hex_length + 1> text;
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return {text.data(), sha256_hex_length};
}

bool is_sha256_hex(std::string_view text) {
    return text.size() == sha256_hex_length &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string sha256_hex(std::string_view bytes) {
    Sha256 sum;
    sum.add(bytes);
    return sum.hex();
}

}  // namespace db
