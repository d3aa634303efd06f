// Walks UTF-8 by the table of well-formed sequences (Unicode 15, table 3-7).
#include "workflows/text/utf8.hpp"

#include <algorithm>

namespace workflows::text {
namespace {

struct Lead {
    std::size_t size;
    unsigned char second_min;
    unsigned char second_max;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, 0, 0};
    if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};  // overlong below
    if (byte == 0xED) return {3, 0x80, 0x9F};  // surrogates above
    if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
    if (byte == 0xF0) return {4, 0x90, 0xBF};  // overlong below
    if (byte == 0xF4) return {4, 0x80, 0x8F};  // beyond U+10FFFF above
    if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
    return {0, 0, 0};
}

unsigned char byte_at(std::string_view text, std::size_t index) {
    return static_cast<unsigned char>(text[index]);
}

}  // namespace

std::string_view first_character(std::string_view text) {
    const Lead lead = lead_of(byte_at(text, 0));
    if (lead.size == 0 || lead.size > text.size()) return {};
    if (lead.size > 1 && (byte_at(text, 1) < lead.second_min || byte_at(text, 1) > lead.second_max))
        return {};
    for (std::size_t i = 2; i < lead.size; ++i)
        if (!is_continuation(text[i])) return {};
    return text.substr(0, lead.size);
}

char32_t code_point(std::string_view character) {
    const unsigned char lead = byte_at(character, 0);
    if (character.size() == 1) return lead;
    char32_t code = lead & (0xFFU >> (character.size() + 1));
    for (const char byte : character.substr(1))
        code = (code << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    return code;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t size = first_character(text).size();
        if (size == 0) return false;
        text.remove_prefix(size);
    }
    return true;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto character = first_character(text);
        out += character.empty() ? std::string_view("\xEF\xBF\xBD") : character;
        text.remove_prefix(std::max<std::size_t>(character.size(), 1));
    }
    return out;
}

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char byte) { return !is_continuation(byte); }));
}

std::string_view first_characters(std::string_view utf8, std::size_t characters_max) {
    std::size_t begun = 0;
    for (std::size_t at = 0; at < utf8.size(); ++at)
        if (!is_continuation(utf8[at]) && ++begun > characters_max) return utf8.substr(0, at);
    return utf8;
}

std::string_view first_bytes(std::string_view utf8, std::size_t bytes_max) {
    if (utf8.size() <= bytes_max) return utf8;
    while (bytes_max > 0 && is_continuation(utf8[bytes_max]))
        --bytes_max;
    return utf8.substr(0, bytes_max);
}

}  // namespace workflows::text
