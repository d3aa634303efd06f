// What has a type is not compared as text, and what has a name is not spelled out again.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/layer_rules.hpp"
#include "tests/tidy/source_text.hpp"

namespace tidy {

/// Names of what has a few values, all of them enumerations of workflows/ or db/.
constexpr std::string_view names_of_few_values[] = {
    "state", "role", "kind", "visibility", "held_in", "status", "standing", "paper_status"};

namespace detail {

constexpr std::string_view of_an_operand =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:()->*";

inline std::string_view operand_before(std::string_view code, std::size_t at) {
    const std::size_t last = code.substr(0, at).find_last_not_of(" \n");
    if (last == std::string_view::npos) {
        return {};
    }
    const std::size_t first = code.find_last_not_of(of_an_operand, last);
    const std::size_t begin = first == std::string_view::npos ? 0 : first + 1;
    return code[last] == '"' ? code.substr(last, 1) : code.substr(begin, last + 1 - begin);
}

inline std::string_view operand_after(std::string_view code, std::size_t at) {
    const std::size_t first = code.find_first_not_of(" \n", at);
    if (first == std::string_view::npos) {
        return {};
    }
    const std::size_t end = code.find_first_not_of(of_an_operand, first);
    return code[first] == '"' ? code.substr(first, 1) : code.substr(first, end - first);
}

inline bool has_few_values(std::string_view operand) {
    return std::ranges::any_of(names_of_few_values,
                               [&](std::string_view name) { return has_word(operand, name); });
}

}  // namespace detail

/// `row.state == "held"`: the database keeps texts, everything else has enumerations.
inline std::vector<Finding> find_compared_texts(const SourceText& source) {
    std::vector<Finding> findings;
    if (!is_product(source.path) || folder_of(source.path) == "db") {
        return findings;
    }
    const std::string_view code = source.code;
    for (std::size_t at = code.find('=', 1); at != std::string_view::npos;
         at = code.find('=', at + 1)) {
        if (code[at - 1] != '=' && code[at - 1] != '!') {
            continue;
        }
        const std::string_view left = detail::operand_before(code, at - 1);
        const std::string_view right = detail::operand_after(code, at + 1);
        const bool compared = (right == "\"" && detail::has_few_values(left)) ||
                              (left == "\"" && detail::has_few_values(right));
        if (compared) {
            findings.push_back({source.path, line_of(code, at),
                                std::string(right == "\"" ? left : right) +
                                    " is compared with a text: let the row hold the enumeration "
                                    "(db/stored.hpp keeps it) and compare with its enumerator"});
        }
    }
    return findings;
}

/// A predicate or constant that has a name, with the one place where it may be spelled out.
struct SpelledOut {
    std::string_view word;
    std::string_view home;  // a file, or a folder with its slash
    std::string_view instead;
};

// clang-format off
constexpr SpelledOut spelled_out[] = {
    {"tolower", "workflows/text/", "text::lower of workflows/text/words.hpp"},
    {"toupper", "workflows/text/", "text::capitalised or text::lower of workflows/text/words.hpp"},
    {"0xC0",    "workflows/text/", "text::is_continuation of workflows/text/utf8.hpp"},
    {"0xC0U",   "workflows/text/", "text::is_continuation of workflows/text/utf8.hpp"},
};
// clang-format on

inline bool is_at_home(std::string_view path, std::string_view home) {
    return home.ends_with('/') ? path.starts_with(home) : path == home;
}

namespace detail {

inline bool is_ordered(std::string_view code, std::size_t at, std::size_t length) {
    const std::size_t after = code.find_first_not_of(" \n", at + length);
    const bool before_operator =
        after != std::string_view::npos && (code[after] == '<' || code[after] == '>');
    const std::size_t operand = code.substr(0, at).find_last_not_of(std::string(of_an_operand));
    const std::size_t sign =
        operand == std::string_view::npos ? operand : code.find_last_not_of(" \n", operand);
    const bool after_operator =
        sign != std::string_view::npos && sign > 0 &&
        (code.substr(sign - 1, 2) == "<=" || code.substr(sign - 1, 2) == ">=");
    return before_operator || after_operator;
}

}  // namespace detail

/// The rules that were written again and again, each with a small difference, before they had a
/// name.
inline std::vector<Finding> find_spelled_out(const SourceText& source) {
    std::vector<Finding> findings;
    if (!is_product(source.path)) {
        return findings;
    }
    for (const SpelledOut& one : spelled_out) {
        if (!is_at_home(source.path, one.home)) {
            report_word(findings, source, source.code, one.word, "use " + std::string(one.instead));
        }
    }
    const std::string_view on = "succeeded_on";
    for (std::size_t at = find_word(source.code, on); at != std::string_view::npos;
         at = find_word(source.code, on, at + 1)) {
        if (source.path != "workflows/boards/board.hpp" &&
            detail::is_ordered(source.code, at, on.size())) {
            findings.push_back({source.path, line_of(source.code, at),
                                "a board lost its duties by some day: ask Board::is_active(day)"});
        }
    }
    const std::size_t zone = source.strings.find("\"Europe/London\"");
    if (zone != std::string::npos && source.path != "workflows/core/date.hpp") {
        findings.push_back({source.path, line_of(source.strings, zone),
                            "use workflows::county_zone, or the zone of the board"});
    }
    return findings;
}

}  // namespace tidy
