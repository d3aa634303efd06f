// How wide a text is without a font at hand, how it is cut and broken, and how XML holds it.
#include <algorithm>
#include <array>
#include <utility>

#include "templates/figures/svg.hpp"
#include "workflows/text/utf8.hpp"

namespace templates::figures {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t first_wide = 0x2E80;  // from here on scripts whose characters fill a square
constexpr int em = 1000;
constexpr int narrow_advance = 722;      // of a letter outside ASCII: as wide as a capital
constexpr int advance_max = 10'000'000;  // wider is wide enough, and a product with it still fits
constexpr std::string_view ellipsis = "…";

using Advances = std::array<short, 95>;

// Advances of U+0020 to U+007E in thousandths of the size.
constexpr Advances normal_advances{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr Advances bold_advances{
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584};

// Takes one character from the front: itself and how many bytes it has.
struct Character {
    char32_t code = replacement;
    std::size_t bytes = 1;
};

Character first_character(std::string_view text) {
    const auto bytes = workflows::text::first_character(text);
    if (bytes.empty()) return {};
    return {workflows::text::code_point(bytes), bytes.size()};
}

bool allowed_in_xml(char32_t code) {
    if (code < 0x20U) return code == '\t' || code == '\n';
    return code != 0x7FU && code != 0xFFFEU && code != 0xFFFFU;
}

int advance(char32_t code, const Advances& advances) {
    if (code < 0x20U) return advances.front();
    if (code < 0x20U + advances.size()) return advances.at(code - 0x20U);
    return code >= first_wide ? em : narrow_advance;
}

// In thousandths of the size.
int advance_of(std::string_view text, Weight weight) {
    const auto& advances = weight == Weight::bold ? bold_advances : normal_advances;
    int sum = 0;
    while (!text.empty() && sum < advance_max) {
        const auto character = first_character(text);
        sum += advance(character.code, advances);
        text.remove_prefix(character.bytes);
    }
    return sum;
}

// Cuts at the last blank of what fits, or in the word when it is one long word.
std::pair<std::string, std::string_view> take_line(std::string_view text, int size, int width_max,
                                                   Weight weight) {
    std::size_t fits = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool end = at == text.size();
        if (!end && text[at] != ' ') continue;
        if (text_width(text.substr(0, at), size, weight) > width_max) break;
        fits = at;
    }
    if (fits == 0)
        return {cut_text(text.substr(0, text.find(' ')), size, width_max, weight),
                text.substr(std::min(text.size(), text.find(' ')))};
    return {std::string(text.substr(0, fits)), text.substr(fits)};
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto character = first_character(text);
        const bool broken = character.code == replacement || !allowed_in_xml(character.code);
        if (broken) {
            out += "\xEF\xBF\xBD";
        } else if (character.code == '&') {
            out += "&amp;";
        } else if (character.code == '<') {
            out += "&lt;";
        } else if (character.code == '>') {
            out += "&gt;";
        } else if (character.code == '"') {
            out += "&quot;";
        } else if (character.code == '\'') {
            out += "&#39;";
        } else {
            out += text.substr(0, character.bytes);
        }
        text.remove_prefix(character.bytes);
    }
    return out;
}

int text_width(std::string_view text, int size, Weight weight) {
    return (advance_of(text, weight) * size + em - 1) / em;
}

std::string cut_text(std::string_view text, int size, int width_max, Weight weight) {
    if (text_width(text, size, weight) <= width_max) return std::string(text);
    std::string kept;
    while (!text.empty()) {
        const auto bytes = first_character(text).bytes;
        auto longer = kept + std::string(text.substr(0, bytes));
        if (text_width(longer + std::string(ellipsis), size, weight) > width_max) break;
        kept = std::move(longer);
        text.remove_prefix(bytes);
    }
    while (kept.ends_with(' '))
        kept.pop_back();
    return kept + std::string(ellipsis);
}

std::vector<std::string> wrap_text(std::string_view text, int size, int width_max,
                                   std::size_t lines_max, Weight weight) {
    std::vector<std::string> lines;
    while (!text.empty() && lines.size() < lines_max) {
        if (lines.size() + 1 == lines_max) {
            lines.push_back(cut_text(text, size, width_max, weight));
            break;
        }
        auto [line, rest] = take_line(text, size, width_max, weight);
        if (!line.empty()) lines.push_back(std::move(line));
        text = rest;
        while (text.starts_with(' '))
            text.remove_prefix(1);
    }
    return lines;
}

}  // namespace templates::figures
