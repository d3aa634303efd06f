// Walks UTF-8 by the table of well-formed sequences (Unicode 3.9, table 3-7).
#include "mail/utf8.hpp"

#include <algorithm>

namespace mail {
namespace {

struct Lead {
    std::size_t size;
    unsigned char second_min;
    unsigned char second_max;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) {
        return {1, 0, 0};
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {2, 0x80, 0xBF};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        const bool surrogates = byte == 0xED;
        return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(surrogates ? 0x9F : 0xBF)};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
    }
    return {0, 0, 0};
}

unsigned char byte_at(std::string_view text, std::size_t index) {
    return static_cast<unsigned char>(text[index]);
}

}  // namespace

std::string_view first_character(std::string_view text) {
    const Lead lead = lead_of(byte_at(text, 0));
    if (lead.size == 0 || lead.size > text.size()) {
        return {};
    }
    for (std::size_t i = 1; i < lead.size; ++i) {
        const unsigned char low = i == 1 ? lead.second_min : 0x80;
        const unsigned char high = i == 1 ? lead.second_max : 0xBF;
        if (byte_at(text, i) < low || byte_at(text, i) > high) {
            return {};
        }
    }
    return text.substr(0, lead.size);
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

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace mail
