// Quoted-printable (RFC 2045 6.7), base64 (6.8), encoded words (RFC 2047), parameters (RFC 2231).
#include "mail/encode.hpp"

#include <sodium.h>

#include <algorithm>

#include "workflows/text/percent.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace mail {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";
constexpr std::size_t parameter_bytes_max = 74;  // with the leading space and the semicolon: 76

std::string escaped(char escape, char c) {
    const auto byte = static_cast<unsigned char>(c);
    return {escape, hex_digits[byte >> 4U], hex_digits[byte & 0x0FU]};
}

bool is_letter_or_digit(char c) {
    return workflows::text::is_letter(c) || workflows::text::is_digit(c);
}

std::string base64(std::string_view bytes) {
    if (bytes.empty()) {
        return {};
    }
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();  // the terminating zero
    return out;
}

// One line of text, without its end, in quoted-printable with soft line breaks.
class QuotedLine {
  public:
    explicit QuotedLine(std::string& out) : out_(out) {}

    void put(std::string_view line) {
        const bool like_mbox = line.starts_with("From ");
        for (std::size_t i = 0; i < line.size(); ++i) {
            const char c = line[i];
            const bool last = i + 1 == line.size();
            const bool plain = (c >= 33 && c <= 126 && c != '=') || (is_space(c) && !last);
            const bool guarded = used_ == 0 && (c == '.' || (c == 'F' && i == 0 && like_mbox));
            put_piece(plain && !guarded ? std::string(1, c) : escaped('=', c), c, last);
        }
        out_ += "\r\n";
        used_ = 0;
    }

  private:
    static bool is_space(char c) { return c == ' ' || c == '\t'; }

    // A soft break needs one place for its "=", except where the line ends for good.
    void put_piece(std::string piece, char c, bool last) {
        if (used_ + piece.size() + (last ? 0 : 1) > body_line_bytes_max) {
            out_ += "=\r\n";
            used_ = 0;
            if (c == '.') {
                piece = escaped('=', c);
            }
        }
        out_ += piece;
        used_ += piece.size();
    }

    std::string& out_;
    std::size_t used_ = 0;
};

// RFC 2047 5(3): what may stand for itself even within a display name.
bool is_plain_in_word(char c) {
    return is_letter_or_digit(c) || c == '!' || c == '*' || c == '/';
}

std::string q_encoded(std::string_view character) {
    std::string out;
    for (const char c : character) {
        if (c == ' ') {
            out += '_';
        } else {
            out += is_plain_in_word(c) ? std::string(1, c) : escaped('=', c);
        }
    }
    return out;
}

std::size_t base64_size(std::size_t bytes) {
    return (bytes + 2) / 3 * 4;
}

enum class WordForm { q, b };

constexpr std::string_view word_end = "?=";

class WordWriter {
  public:
    WordWriter(WordForm form, std::size_t first_max) : form_(form), room_(first_max) {}

    void put(std::string_view character) {
        if (size_with(character) > room_ && !raw_.empty()) {
            finish_word();
        }
        raw_ += character;
        q_size_ += q_encoded(character).size();
    }

    std::vector<std::string> finish() {
        finish_word();
        return std::move(words_);
    }

  private:
    std::string_view start() const { return form_ == WordForm::q ? "=?UTF-8?Q?" : "=?UTF-8?B?"; }

    std::size_t size_with(std::string_view character) const {
        const auto payload = form_ == WordForm::q ? q_size_ + q_encoded(character).size()
                                                  : base64_size(raw_.size() + character.size());
        return start().size() + payload + word_end.size();
    }

    void finish_word() {
        words_.push_back(std::string(start()) +
                         (form_ == WordForm::q ? q_encoded(raw_) : base64(raw_)) +
                         std::string(word_end));
        raw_.clear();
        q_size_ = 0;
        room_ = encoded_word_bytes_max;
    }

    WordForm form_;
    std::size_t room_;
    std::string raw_;
    std::size_t q_size_ = 0;
    std::vector<std::string> words_;
};

// RFC 2231 7 attribute-char, beside letters and digits.
constexpr std::string_view attribute_signs = "!#$&+-.^_`{|}~";

}  // namespace

std::string quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    QuotedLine writer(out);
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        writer.put(text.substr(0, end));
        const bool pair = text.substr(end).starts_with("\r\n");
        text.remove_prefix(std::min(end + (pair ? 2 : 1), text.size()));
    }
    return out;
}

std::string base64_lines(std::string_view bytes) {
    const std::string whole = base64(bytes);
    std::string out;
    out.reserve(whole.size() + whole.size() / body_line_bytes_max * 2 + 2);
    for (std::size_t at = 0; at < whole.size(); at += body_line_bytes_max) {
        out.append(whole, at, body_line_bytes_max);
        out += "\r\n";
    }
    return out;
}

std::vector<std::string> encoded_words(std::string_view text, std::size_t first_max) {
    const bool q_is_shorter = q_encoded(text).size() <= base64_size(text.size());
    WordWriter writer(q_is_shorter ? WordForm::q : WordForm::b, first_max);
    while (!text.empty()) {
        const auto character = workflows::text::first_character(text);
        writer.put(character);
        text.remove_prefix(character.size());
    }
    return writer.finish();
}

std::vector<std::string> extended_parameter(std::string_view name, std::string_view text) {
    std::vector<std::string> values(1, "UTF-8''");
    while (!text.empty()) {
        const auto character = workflows::text::first_character(text);
        const auto piece = workflows::text::percent_encode(character, attribute_signs);
        const std::size_t counter_bytes = 8;  // "*123*=" and a semicolon, at most
        if (name.size() + counter_bytes + values.back().size() + piece.size() >
            parameter_bytes_max) {
            values.emplace_back();
        }
        values.back() += piece;
        text.remove_prefix(character.size());
    }
    if (values.size() == 1) {
        return {std::string(name) + "*=" + values.front()};
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = std::string(name) + '*' + std::to_string(i) + "*=" + values[i];
    }
    return values;
}

}  // namespace mail
