// Writes header fields (RFC 5322 2.2, RFC 2047).
#include "mail/header.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

#include "mail/encode.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace mail {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t plain_word_bytes_max = 60;
constexpr std::size_t ascii_file_name_bytes_max = 50;

// Folding keeps single spaces between words and nothing else; what else there is must be encoded.
bool needs_encoding(std::string_view text) {
    if (!workflows::text::is_ascii(text) || text.starts_with(' ') || text.ends_with(' ') ||
        text.find("  ") != std::string_view::npos || text.find("=?") != std::string_view::npos) {
        return true;
    }
    const auto words = workflows::text::split(text, ' ');
    return std::any_of(words.begin(), words.end(),
                       [](const auto& word) { return word.size() > plain_word_bytes_max; });
}

std::string escape_quotes(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    return out;
}

bool is_atoms(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return workflows::text::is_letter(c) || workflows::text::is_digit(c) || c == ' ' ||
               c == '-';
    });
}

}  // namespace

void refuse_control_characters(std::string_view name, std::string_view value) {
    const auto bad = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (std::any_of(value.begin(), value.end(), bad)) {
        throw std::invalid_argument("control character in header " + std::string(name));
    }
}

void HeaderWriter::put(std::string_view name, std::span<const std::string> pieces) {
    out_ += name;
    out_ += ':';
    std::size_t used = name.size() + 1;
    bool first = true;
    for (const auto& piece : pieces) {
        refuse_control_characters(name, piece);
        // The first piece stays on the field's own line: some readers take an empty first line ill.
        if (!first && used + 1 + piece.size() > header_line_bytes_max) {
            out_ += "\r\n";
            used = 0;
        }
        out_ += ' ';
        out_ += piece;
        used += 1 + piece.size();
        first = false;
    }
    out_ += "\r\n";
}

void HeaderWriter::put(std::string_view name, std::string value) {
    put(name, std::span(&value, 1));
}

void HeaderWriter::put_text(std::string_view name, std::string_view text) {
    refuse_control_characters(name, text);
    if (!needs_encoding(text)) {
        put(name, text.empty() ? Words() : workflows::text::split(text, ' '));
        return;
    }
    const std::size_t first_max =
        std::min(encoded_word_bytes_max, header_line_bytes_max - name.size() - 2);
    put(name, encoded_words(workflows::text::valid_utf8(text), first_max));
}

void HeaderWriter::put_mailbox(std::string_view name, const Mailbox& mailbox) {
    refuse_control_characters(name, mailbox.name);
    const std::string address = '<' + mailbox.address.text() + '>';
    if (mailbox.name.empty()) {
        put(name, address);
        return;
    }
    std::vector<std::string> pieces;
    if (needs_encoding(mailbox.name)) {
        const std::size_t first_max =
            std::min(encoded_word_bytes_max, header_line_bytes_max - name.size() - 2);
        pieces = encoded_words(workflows::text::valid_utf8(mailbox.name), first_max);
    } else if (is_atoms(mailbox.name)) {
        pieces = workflows::text::split(mailbox.name, ' ');
    } else {
        pieces = workflows::text::split('"' + escape_quotes(mailbox.name) + '"', ' ');
    }
    pieces.push_back(address);
    put(name, pieces);
}

std::string rfc5322_date(workflows::Instant instant) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(instant - day);
    const std::chrono::weekday weekday(day);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000",
                  days[weekday.c_encoding()], static_cast<unsigned>(date.day()),
                  months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text.data();
}

std::string quoted_parameter(std::string_view name, std::string_view value) {
    return std::string(name) + "=\"" + escape_quotes(value) + '"';
}

std::string ascii_file_name(std::string_view file_name) {
    std::string out;
    std::string_view rest = file_name;
    while (!rest.empty()) {
        const auto character = workflows::text::first_character(rest);
        const bool plain = character.size() == 1 && character[0] >= 0x20 && character[0] < 0x7F &&
                           character[0] != '"' && character[0] != '\\' && character[0] != '/';
        out += plain ? character[0] : '_';
        rest.remove_prefix(std::max<std::size_t>(character.size(), 1));
    }
    if (out.size() > ascii_file_name_bytes_max) {
        const auto dot = out.rfind('.');
        const bool short_extension = dot != std::string::npos && out.size() - dot <= 8;
        const std::string extension = short_extension ? out.substr(dot) : "";
        out = out.substr(0, ascii_file_name_bytes_max - extension.size()) + extension;
    }
    return out;
}

std::vector<std::string> file_name_parameters(std::string_view name, std::string_view file_name) {
    if (ascii_file_name(file_name) == file_name) {
        return {quoted_parameter(name, file_name)};
    }
    return extended_parameter(name, workflows::text::valid_utf8(file_name));
}

}  // namespace mail
