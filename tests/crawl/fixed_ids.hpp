// Ids and secrets that two runs make alike, and that can be told from all other text of a page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "workflows/core/seams.hpp"

namespace crawl {

inline constexpr std::string_view id_prefix = "i000";
inline constexpr std::size_t id_length = 12;
inline constexpr std::string_view secret_prefix = "S000";
inline constexpr std::size_t secret_length = 43;

/// Counts. For one thread: the crawl has no other.
class FixedIds final : public workflows::IdSource {
  public:
    std::string id() override { return "i" + digits(id_length - 1, ++count_); }
    // Ends in '0', which a reader of base64url takes as the end of 256 bits.
    std::string secret() override { return "S" + digits(secret_length - 2, ++count_) + "0"; }
    std::string code() override { return "100000"; }

  private:
    static std::string digits(std::size_t length, std::uint64_t number) {
        const auto text = std::to_string(number);
        return std::string(length - text.size(), '0') + text;
    }
    std::uint64_t count_ = 0;
};

}  // namespace crawl
