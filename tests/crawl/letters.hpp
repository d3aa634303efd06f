// The letters of the outbox as a person reads them: each part decoded where it stands.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/crawl/addresses.hpp"

namespace crawl {

struct Letter {
    std::string name;  // "letter/TEMPLATE/PERSON/TURN"
    std::string text;
};

inline int digit_of(char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto at = digits.find(c);
    return at == digits.npos ? -1 : static_cast<int>(at);
}

/// One line of quoted-printable with its line break, unless that is a soft one.
inline std::string unquoted(std::string_view line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool code = line[i] == '=' && i + 2 < line.size() && digit_of(line[i + 1]) >= 0;
        if (code) {
            text += static_cast<char>(digit_of(line[i + 1]) * 16 + digit_of(line[i + 2]));
            i += 2;
        } else if (line[i] == '=') {
            return text;
        } else {
            text += line[i];
        }
    }
    return text + "\r\n";
}

inline std::string unpacked(std::string_view base64) {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : base64) {
        const auto value = alphabet.find(c);
        if (value == alphabet.npos) break;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        if (count += 6; count < 8) continue;
        count -= 8;
        text += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
    }
    return text;
}

/// Every line of a base64 part but its last holds whole bytes, so lines are read one by one.
inline std::string readable(const std::string& bytes) {
    constexpr std::string_view field = "Content-Transfer-Encoding: ";
    std::string text, encoding;
    bool in_body = false;
    for (auto line : split_at(bytes, '\n')) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.starts_with("--=_")) {
            in_body = false;
            encoding.clear();
        }
        if (!in_body && line.starts_with(field)) encoding = line.substr(field.size());
        const bool coded = in_body && !encoding.empty() && !line.empty();
        if (coded && encoding == "base64") {
            text += unpacked(line);
        } else {
            text += coded && encoding == "quoted-printable" ? unquoted(line) : line + "\r\n";
        }
        in_body = in_body || line.empty();
    }
    return text;
}

inline std::vector<Letter> letters(tests::TestApp& app) {
    std::vector<Letter> all;
    std::map<std::string, int> turns;
    for (const auto& row :
         rows_of(app,
                 "SELECT o.id || '|' || o.template || '/' || o.person FROM outbox o JOIN"
                 " outbox_letter l ON l.message = o.id ORDER BY o.id")) {
        const auto words = split_at(row, '|');
        const auto bytes = app.query("SELECT bytes FROM outbox_letter WHERE message = " + words[0]);
        all.push_back(
            {"letter/" + words[1] + "/" + std::to_string(++turns[words[1]]), readable(bytes)});
    }
    return all;
}

}  // namespace crawl
