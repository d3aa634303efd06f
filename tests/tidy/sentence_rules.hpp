// Sentences stand in words.hpp: where somebody who writes no C++ finds and corrects them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/source_text.hpp"

namespace tidy {

/// Folders whose sentences all stand in a words file: this list only grows. The demonstration and
/// the command line, whose text stands beside its options, are left out, and workflows/core, where
/// the names of holidays and the samples of what looks like case data are tables.
constexpr auto folders_with_words = std::to_array<std::string_view>({
    "db/",
    "mail/",
    "server/base/",
    "server/net/",
    "server/web/",
    "server/letters/",
    "server/access/",
    "server/people/",
    "server/boards/",
    "server/meetings/",
    "server/agenda/",
    "server/papers/",
    "server/responses/",
    "server/requests/",
    "server/issues/",
    "server/concerns/",
    "server/circulation/",
    "server/consultation/",
    "server/themes/",
    "server/timetable/",
    "server/planning/",
    "server/polls/",
    "server/minutes/",
    "server/succession/",
    "server/partnership_register/",
    "server/digest/",
    "server/overview/",
    "server/forward_plan/",
    "server/site/",
    "workflows/agenda/",
    "workflows/boards/",
    "workflows/casework/",
    "workflows/circulation/",
    "workflows/concerns/",
    "workflows/issues/",
    "workflows/meetings/",
    "workflows/overview/",
    "workflows/planning/",
    "workflows/register/",
    "workflows/requests/",
    "workflows/responses/",
    "workflows/succession/",
    "workflows/themes/",
    "workflows/timetable/",
    "templates/figures/",
});

inline bool may_hold_sentences(std::string_view path) {
    const auto stem = path.substr(0, path.rfind('.'));
    return stem.ends_with("words") ||
           std::none_of(folders_with_words.begin(), folders_with_words.end(),
                        [&](std::string_view folder) { return path.starts_with(folder); });
}

/// How many words begin with a letter: of "Date: %s, %02u %s" it is one.
inline std::ptrdiff_t count_words(std::string_view text) {
    char before = ' ';
    return std::count_if(text.begin(), text.end(), [&](char c) {
        const bool begins = before == ' ' && ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
        before = c;
        return begins;
    });
}

/// It begins with a capital and has four words or more; statements of SQL do, too.
inline bool is_sentence(std::string_view literal) {
    const bool capital = !literal.empty() && literal[0] >= 'A' && literal[0] <= 'Z';
    constexpr std::string_view sql_words[] = {"SELECT", "UPDATE", "INSERT", "DELETE",
                                              "CREATE", "WHERE",  "AND",    "CASE"};
    const bool sql = std::ranges::any_of(
        sql_words, [&](std::string_view word) { return has_word(literal, word); });
    return capital && !sql && count_words(literal) >= 4;
}

inline std::vector<Finding> find_strayed_sentences(const SourceText& source) {
    std::vector<Finding> findings;
    if (may_hold_sentences(source.path)) return findings;
    const std::string_view strings = source.strings;
    for (auto at = strings.find('"'); at != std::string_view::npos;) {
        auto end = at + 1;
        while (end < strings.size() && strings[end] != '"')
            end += strings[end] == '\\' ? 2 : 1;
        if (end >= strings.size()) break;
        if (is_sentence(strings.substr(at + 1, end - at - 1)))
            findings.push_back({source.path, line_of(strings, at),
                                "a sentence in code: give it a name in words.hpp of this folder"});
        at = strings.find('"', end + 1);
    }
    return findings;
}

}  // namespace tidy
