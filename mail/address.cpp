#include "mail/address.hpp"

namespace mail {

workflows::Result<Address> Address::parse(std::string_view text, std::string_view field) {
    auto read = workflows::read_mail_address(text, field);
    if (!read) return read.error();
    const auto at = read->find('@');
    return Address(*std::move(read), at);
}

}  // namespace mail
