#include "workflows/core/mail_address.hpp"

#include <algorithm>

#include "workflows/core/words.hpp"

namespace workflows {
namespace {

constexpr std::string_view remedy = core::words::enter_an_email_address_for_example;

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// RFC 5322 3.2.3 atext.
bool is_atom_character(char c) {
    constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~";
    return is_letter_or_digit(c) || others.find(c) != std::string_view::npos;
}

template <class Test>
bool every_piece(std::string_view text, Test test) {
    for (;;) {
        const auto dot = text.find('.');
        if (!test(text.substr(0, dot))) {
            return false;
        }
        if (dot == std::string_view::npos) {
            return true;
        }
        text.remove_prefix(dot + 1);
    }
}

bool is_local_part(std::string_view text) {
    return text.size() <= local_part_bytes_max && every_piece(text, [](std::string_view atom) {
               return !atom.empty() && std::all_of(atom.begin(), atom.end(), is_atom_character);
           });
}

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= domain_label_bytes_max && label.front() != '-' &&
           label.back() != '-' && std::all_of(label.begin(), label.end(), [](char c) {
               return is_letter_or_digit(c) || c == '-';
           });
}

bool is_domain(std::string_view text) {
    const bool has_dot = text.find('.') != std::string_view::npos;
    return (has_dot || text == "localhost") && every_piece(text, is_label);
}

char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

Result<std::string> read_mail_address(std::string_view text, std::string_view field) {
    const auto at = text.find('@');
    if (text.size() > mail_address_bytes_max || at == std::string_view::npos)
        return invalid(std::string(field), std::string(remedy));
    std::string domain(text.substr(at + 1));
    std::transform(domain.begin(), domain.end(), domain.begin(), to_lower);
    const auto local = text.substr(0, at);
    if (!is_local_part(local) || !is_domain(domain))
        return invalid(std::string(field), std::string(remedy));
    return std::string(local) + '@' + domain;
}

}  // namespace workflows
