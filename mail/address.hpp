// E-mail addresses that are safe to hand to an SMTP client, and names to show beside them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "workflows/result.hpp"

namespace mail {

inline constexpr std::size_t address_bytes_max = 254;    // RFC 5321 4.5.3.1.3, less the brackets
inline constexpr std::size_t local_part_bytes_max = 64;  // RFC 5321 4.5.3.1.1
inline constexpr std::size_t domain_label_bytes_max = 63;

/// An address that was checked. libcurl 7.88 copies an address into the SMTP dialogue as it stands,
/// so a line break in one would become a second command: the only way to have an Address is
/// parse().
class Address {
  public:
    /// Plain `local@domain` in 7-bit letters: a dot-atom (RFC 5322 3.2.3) before the `@`, host name
    /// labels after it. No quotes, comments, brackets, spaces, controls or address literals. The
    /// domain is made lower case and needs a dot, unless it is `localhost`. Anything else is
    /// Code::invalid, naming `field`. Surrounding space is refused, not trimmed.
    static workflows::Result<Address> parse(std::string_view text,
                                            std::string_view field = "email");

    const std::string& text() const { return text_; }
    std::string_view local_part() const { return std::string_view(text_).substr(0, at_); }
    std::string_view domain() const { return std::string_view(text_).substr(at_ + 1); }

    friend bool operator==(const Address&, const Address&) = default;

  private:
    Address(std::string text, std::size_t at) : text_(std::move(text)), at_(at) {}

    std::string text_;
    std::size_t at_;
};

/// Whom a message is from or to: a name in UTF-8 (may be empty) and the address.
struct Mailbox {
    std::string name;
    Address address;
};

}  // namespace mail
