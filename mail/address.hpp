// E-mail addresses that are safe to hand to an SMTP client, and names to show beside them.
#pragma once

#include <string>
#include <string_view>

#include "workflows/core/mail_address.hpp"

namespace mail {

/// An address that was checked. libcurl 7.88 copies an address into the SMTP dialogue as it stands,
/// so a line break in one would become a second command: the only way to have an Address is
/// parse().
class Address {
  public:
    /// As workflows::read_mail_address.
    static workflows::Result<Address> parse(std::string_view text,
                                            std::string_view field = "email");

    const std::string& text() const { return text_; }
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
