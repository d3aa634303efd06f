#include "workflows/core/case_data_words.hpp"

#include <algorithm>
#include <array>

#include "workflows/text/words.hpp"

namespace workflows::case_data {
namespace {

using text::is_capital;
using text::is_digit;
using text::is_letter;

bool is_inside(char c) {
    return is_digit(c) || is_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Typographic signs beyond ASCII (dashes, quotes, a blank that does not break) part words.
bool is_sign_at(std::string_view text, std::size_t at, std::size_t& bytes) {
    constexpr std::array<std::string_view, 8> signs{"\u00a0", "\u2013", "\u2014", "\u2018",
                                                    "\u2019", "\u201c", "\u201d", "\u2011"};
    for (const auto sign : signs) {
        if (text.substr(at).starts_with(sign)) {
            bytes = sign.size();
            return true;
        }
    }
    return false;
}

}  // namespace

bool Word::digits() const {
    return std::all_of(text.begin(), text.end(), is_digit);
}
bool Word::letters() const {
    return std::all_of(text.begin(), text.end(), is_letter);
}
bool Word::capitalised() const {
    return is_capital(text.front());
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    std::size_t gap_from = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        std::size_t sign = 0;
        while (end < text.size() && is_inside(text[end]) && !is_sign_at(text, end, sign))
            ++end;
        if (end == at) {
            at += sign > 0 ? sign : 1;
            continue;
        }
        const auto word = text.substr(at, end - at);
        words.push_back({std::string(word), text::lower(word),
                         std::string(text.substr(gap_from, at - gap_from)), at, end});
        at = gap_from = end;
    }
    return words;
}

std::string as_written(std::string_view text, const std::vector<Word>& words, std::size_t first,
                       std::size_t last) {
    return std::string(text.substr(words[first].begin, words[last].end - words[first].begin));
}

int number_of(const Word& word) {
    if (!word.digits() || word.text.size() > 4) return -1;
    int number = 0;
    for (const char c : word.text)
        number = number * 10 + (c - '0');
    return number;
}

int month_of(const Word& word) {
    constexpr std::array<std::string_view, 12> months{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word.lower == months[i] ||
            (word.lower.size() == 3 && months[i].starts_with(word.lower)))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace workflows::case_data
