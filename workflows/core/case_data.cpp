#include "workflows/core/case_data.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "workflows/core/case_data_words.hpp"
#include "workflows/core/words.hpp"

namespace workflows {
namespace {

using case_data::as_written;
using case_data::is_one_of;
using case_data::month_of;
using case_data::number_of;
using case_data::Word;
using case_data::words_of;
using Words = std::vector<Word>;

/// How far from "born" a date is still the date of that birth, in words.
constexpr std::size_t birth_reach = 6;
/// How far before a postcode its house number stands, in words.
constexpr std::size_t address_reach = 8;

bool is_joint(std::string_view gap) {
    return gap == " " || gap == "-" || gap == "\u00a0" || gap == "\u2011" || gap == "\u2013";
}

// Modulus 11: the tenth digit is what the first nine, weighted 10 to 2, leave of a multiple of 11.
bool is_nhs_number(std::string_view digits) {
    if (digits.size() != 10) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i)
        sum += (digits[i] - '0') * (10 - static_cast<int>(i));
    const int check = (11 - sum % 11) % 11;
    const bool all_alike = digits.find_first_not_of(digits.front()) == std::string_view::npos;
    return !all_alike && check != 10 && check == digits[9] - '0';
}

std::string find_nhs_number(std::string_view text) {
    const auto words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].digits() && is_nhs_number(words[i].text)) return words[i].text;
        if (i + 2 >= words.size() || !is_joint(words[i + 1].gap) || !is_joint(words[i + 2].gap))
            continue;
        const auto& [a, b, c] = std::tie(words[i], words[i + 1], words[i + 2]);
        const bool spaced = a.digits() && b.digits() && c.digits() && a.text.size() == 3 &&
                            b.text.size() == 3 && c.text.size() == 4;
        if (spaced && is_nhs_number(a.text + b.text + c.text))
            return as_written(text, words, i, i + 2);
    }
    return {};
}

bool is_insurance_number(std::string_view lower) {
    if (lower.size() != 9) return false;
    for (std::size_t i = 0; i < 9; ++i) {
        const bool digit = lower[i] >= '0' && lower[i] <= '9';
        if (digit != (i >= 2 && i < 8)) return false;
    }
    return lower[8] >= 'a' && lower[8] <= 'd';
}

// As one word or in pairs, "QQ 12 34 56 C".
std::string find_insurance_number(std::string_view text) {
    const auto words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string joined = words[i].lower;
        for (std::size_t last = i; joined.size() <= 9; joined += words[last].lower) {
            if (is_insurance_number(joined)) return as_written(text, words, i, last);
            if (++last >= words.size() || !is_joint(words[last].gap)) break;
        }
    }
    return {};
}

bool is_day_and_month(const Word& day, const Word& month) {
    const int d = number_of(day);
    const int m = number_of(month);
    return d >= 1 && d <= 31 && m >= 1 && m <= 12 && day.text.size() <= 2 && month.text.size() <= 2;
}

// 3/11/2009, 03-11-2009, 3.11.2009; with two digits for the year only with strokes, since clauses
// and versions are numbered with dots.
std::string find_numeric_date(std::string_view text) {
    const auto words = words_of(text);
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        const auto& gap = words[i + 1].gap;
        if (gap != words[i + 2].gap || !is_one_of(gap, {"/", "-", "."})) continue;
        if (!is_day_and_month(words[i], words[i + 1])) continue;
        const auto& year = words[i + 2];
        const bool whole = year.text.size() == 4 && number_of(year) >= 1900;
        const bool brief = year.text.size() == 2 && year.digits() && gap == "/";
        if (whole || brief) return as_written(text, words, i, i + 2);
    }
    return {};
}

// "born", "dob", "d.o.b.", "birthday", "date of birth": the last word of it.
bool speaks_of_birth(const Words& words, std::size_t at) {
    const auto& word = words[at].lower;
    if (is_one_of(word, {"born", "dob", "birthday", "birthdate"})) return true;
    if (word == "birth")
        return at > 1 && words[at - 1].lower == "of" && words[at - 2].lower == "date";
    return at > 1 && word == "b" && words[at - 1].lower == "o" && words[at - 2].lower == "d";
}

bool is_part_of_date(const Words& words, std::size_t at) {
    const int number = number_of(words[at]);
    if (words[at].text.size() == 4 && number >= 1900 && number <= 2099) return true;
    const bool month = month_of(words[at]) > 0;
    return month &&
           ((at > 0 && words[at - 1].text.front() >= '0' && words[at - 1].text.front() <= '9') ||
            (at + 1 < words.size() && number_of(words[at + 1]) > 0));
}

std::string find_birth(std::string_view text) {
    const auto words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!speaks_of_birth(words, i)) continue;
        const std::size_t from = i > birth_reach ? i - birth_reach : 0;
        for (std::size_t at = from; at < words.size() && at <= i + birth_reach; ++at) {
            if (at != i && is_part_of_date(words, at))
                return as_written(text, words, std::min(at, i), std::max(at, i));
        }
    }
    return {};
}

// What is said of many is not said of one.
bool is_name(const Word& word) {
    return word.capitalised() && word.text.size() > 1 &&
           !is_one_of(word.lower,
                      {"children", "child",    "people",   "adults", "adult",    "girls",
                       "boys",     "pupils",   "those",    "anyone", "everyone", "all",
                       "women",    "men",      "young",    "babies", "carers",   "residents",
                       "person",   "persons",  "students", "the",    "any",      "each",
                       "every",    "patients", "learners", "youth",  "parents"});
}

bool is_age(const Word& word) {
    const int number = number_of(word);
    return number >= 0 && number <= 120 && word.text.size() <= 3;
}

// "Emma, aged 9", "Emma (9 years old)", "9-year-old Emma".
std::string find_age(std::string_view text) {
    const auto words = words_of(text);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const bool aged = is_one_of(words[i].lower, {"aged", "age"}) && is_age(words[i + 1]);
        if (aged && i > 0 && is_name(words[i - 1])) return as_written(text, words, i - 1, i + 1);
        if (i + 2 >= words.size() || !is_age(words[i])) continue;
        const bool old = is_one_of(words[i + 1].lower, {"year", "years", "month", "months"}) &&
                         words[i + 2].lower == "old";
        if (!old) continue;
        if (i > 0 && is_name(words[i - 1])) return as_written(text, words, i - 1, i + 2);
        if (i + 3 < words.size() && is_name(words[i + 3]) && is_joint(words[i + 3].gap))
            return as_written(text, words, i, i + 3);
    }
    return {};
}

bool has_shape(std::string_view text, std::string_view shape) {
    if (text.size() != shape.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        const bool capital = text[i] >= 'A' && text[i] <= 'Z';
        if (shape[i] == '9' ? !digit : !capital) return false;
    }
    return true;
}

bool is_postcode(const Word& outward, const Word& inward) {
    constexpr std::array<std::string_view, 6> shapes{"A9", "A99", "AA9", "AA99", "A9A", "AA9A"};
    bool fits = false;
    for (const auto shape : shapes)
        fits = fits || has_shape(outward.text, shape);
    return fits && is_joint(inward.gap) && has_shape(inward.text, "9AA");
}

// "12", "12a" or "Flat 3" before a word: not the number of a room or floor of an office.
bool is_house_number(const Words& words, std::size_t at) {
    const auto& text = words[at].text;
    const auto letters = text.find_first_not_of("0123456789");
    const bool number =
        letters == std::string::npos ? text.size() <= 4 : letters > 0 && letters + 1 == text.size();
    if (!number || at + 1 >= words.size() || !words[at + 1].letters()) return false;
    return at == 0 || !is_one_of(words[at - 1].lower,
                                 {"room", "floor", "level", "suite", "item", "page", "clause"});
}

std::string find_address(std::string_view text) {
    const auto words = words_of(text);
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (!is_postcode(words[i], words[i + 1])) continue;
        for (std::size_t at = i > address_reach ? i - address_reach : 0; at < i; ++at) {
            if (is_house_number(words, at)) return as_written(text, words, at, i + 1);
        }
    }
    return {};
}

bool is_case_noun(std::string_view lower) {
    return is_one_of(lower, {"child", "adult", "baby", "infant", "boy", "girl", "pupil", "patient",
                             "mother", "father", "sibling", "person", "client", "resident",
                             "family", "carer", "user", "mum", "dad"});
}

// Two capitals that mean something else after such a word: "adult MH services".
bool is_known_short_form(std::string_view text) {
    return is_one_of(text, {"MH", "LD", "PD", "OP", "IT", "HR", "UK", "EU", "PE", "SW", "GP", "TV",
                            "LA", "AE", "SV", "OX", "CT", "NI"});
}

// Where the initials that begin at `at` end; `at` itself when there are none. "AB", "A", "A.B.".
std::size_t end_of_initials(const Words& words, std::size_t at) {
    const auto is_capitals = [&](std::size_t i) {
        const auto& text = words[i].text;
        return has_shape(text, "A") || (has_shape(text, "AA") && !is_known_short_form(text));
    };
    if (at >= words.size() || !is_capitals(at)) return at;
    std::size_t end = at + 1;
    while (end < words.size() && is_one_of(words[end].gap, {".", ". "}) &&
           has_shape(words[end].text, "A"))
        ++end;
    return end;
}

std::string find_initials(std::string_view text) {
    const auto words = words_of(text);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (!is_case_noun(words[i].lower)) continue;
        if (!is_one_of(words[i + 1].gap, {" ", "  ", "-", " (", ", ", ": ", " “", " \""})) continue;
        const auto end = end_of_initials(words, i + 1);
        if (end > i + 1) return as_written(text, words, i, end - 1);
    }
    return {};
}

// clang-format off
constexpr std::array table{
    CaseDataPattern{"an NHS number", "", "943 476 5919", "extension 943 476 5918", find_nhs_number},
    CaseDataPattern{"a National Insurance number", "", "QQ 12 34 56 C", "QQ 12 34 56 Z", find_insurance_number},
    CaseDataPattern{"a date of birth", core::words::if_it_is_a_meeting_date, "3/11/2009", "clause 3.11.09", find_numeric_date},
    CaseDataPattern{"a date of birth", "", "born on 3 November 2009", "the board met on 3 November 2009", find_birth},
    CaseDataPattern{"the age of a named person", "", "Emma, aged 9", "Children aged 9", find_age},
    CaseDataPattern{"somebody’s address", "", "12 High Street, Oxford OX1 4AB", "County Hall, New Road, Oxford OX1 1ND", find_address},
    CaseDataPattern{"somebody’s initials", "", "child A.B.", "child protection plans A to F", find_initials},
};
// clang-format on

}  // namespace

std::span<const CaseDataPattern> case_data_patterns() {
    return table;
}

std::optional<CaseData> find_case_data(std::string_view text) {
    for (const auto& pattern : table) {
        auto found = pattern.find(text);
        if (!found.empty()) return CaseData{pattern.what, pattern.hint, std::move(found)};
    }
    return std::nullopt;
}

Result<void> check_no_case_data(std::string_view field, std::string_view label,
                                std::string_view text) {
    const auto found = find_case_data(text);
    if (!found) return {};
    return invalid(std::string(field),
                   core::words::looks_like_case_data(label, found->what, found->hint));
}

}  // namespace workflows
