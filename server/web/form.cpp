// Percent-decoding and UTF-8 checking, and forms made of both.
#include "server/web/form.hpp"

#include <algorithm>
#include <cstddef>

#include "server/base/limits.hpp"

namespace server::web {

namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool is_continuation(unsigned byte) {
    return (byte & 0xC0U) == 0x80U;
}

// Length of the well-formed sequence at `at`, or 0. The second byte's range is what keeps overlong
// forms, surrogates and values above U+10FFFF out.
std::size_t sequence_bytes(std::string_view text, std::size_t at) {
    const unsigned first = byte_at(text, at);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (text.size() - at < size) return 0;
    const unsigned second = byte_at(text, at + 1);
    const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) return 0;
    for (std::size_t i = 2; i < size; ++i)
        if (!is_continuation(byte_at(text, at + i))) return 0;
    return size;
}

int hexadecimal_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

Error undecodable() {
    return workflows::invalid("", "The form or the address holds text that cannot be decoded.");
}

}  // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = sequence_bytes(text, at);
        if (size == 0) return false;
        at += size;
    }
    return true;
}

std::optional<std::string> percent_decode(std::string_view text, Plus plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c == '+' && plus == Plus::is_space) {
            c = ' ';
        } else if (c == '%') {
            if (text.size() - at < 3) return std::nullopt;
            const int high = hexadecimal_digit(text[at + 1]);
            const int low = hexadecimal_digit(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            at += 2;
        }
        if (c == '\0') return std::nullopt;
        decoded.push_back(c);
    }
    if (!is_utf8(decoded)) return std::nullopt;
    return decoded;
}

Result<net::NameValues> parse_urlencoded(std::string_view text) {
    net::NameValues values;
    while (!text.empty()) {
        const std::size_t end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (pair.empty()) continue;
        if (values.size() == base::limits::form_fields_max)
            return Error{Code::too_large, "The form has too many fields."};
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percent_decode(pair.substr(0, equals), Plus::is_space);
        auto value = percent_decode(pair.substr(std::min(equals + 1, pair.size())), Plus::is_space);
        if (!name || !value) return undecodable();
        values.emplace(std::move(*name), std::move(*value));
    }
    return values;
}

std::string Form::get(std::string_view name) const {
    const std::string* value = values_.find(name);
    return value == nullptr ? std::string() : *value;
}

std::vector<std::string> Form::all(std::string_view name) const {
    std::vector<std::string> found;
    for (const auto& [own, value] : values_)
        if (own == name) found.push_back(value);
    return found;
}

bool Form::has(std::string_view name) const {
    return values_.find(name) != nullptr;
}

Result<Form> read_form(std::string_view body, std::string_view content_type) {
    constexpr std::string_view urlencoded = "application/x-www-form-urlencoded";
    std::string type(content_type.substr(0, content_type.find_first_of("; \t")));
    std::ranges::transform(type, type.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (type != urlencoded)
        return workflows::invalid("", "The form was sent in a way that this page does not take.");
    Result<net::NameValues> values = parse_urlencoded(body);
    if (!values) return values.error();
    return Form(std::move(*values));
}

}  // namespace server::web
