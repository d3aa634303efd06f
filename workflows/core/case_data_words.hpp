// Text cut into words and numbers, for the patterns of case_data.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace workflows::case_data {

/// Letters and digits without a break; a byte of a character beyond ASCII counts as a letter.
struct Word {
    std::string text;   // as it stands
    std::string lower;  // ASCII letters in lower case
    std::string gap;    // what stands between it and the word before
    std::size_t begin = 0;
    std::size_t end = 0;

    bool digits() const;
    bool letters() const;      // ASCII letters only
    bool capitalised() const;  // begins with an ASCII capital
};
std::vector<Word> words_of(std::string_view text);

/// Words `first` to `last` as they stand in the text.
std::string as_written(std::string_view text, const std::vector<Word>& words, std::size_t first,
                       std::size_t last);

/// The number that a word of digits says; -1 for any other word or more than four digits.
int number_of(const Word& word);

/// 1 to 12 for "March", "mar"; 0 for any other word.
int month_of(const Word& word);

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list);

}  // namespace workflows::case_data
