// Reads the words.hpp files of the rooms and things: every sentence with the names of its facts.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/source_text.hpp"

namespace tidy {

/// A drawer's namespace is `words`, or ends so: `member_words`.
constexpr std::string_view drawer_opens = "words {";

/// server/timetable/words.hpp, server/polls/poll_words.hpp, workflows/timetable/words.hpp.
inline bool holds_words(const SourceText& source) {
    return source.path.ends_with("words.hpp") &&
           source.code.find(drawer_opens) != std::string::npos;
}

/// The folder of the room or thing: "timetable"; "templates" of a file that stands in no folder.
inline std::string thing_of(std::string_view path) {
    const auto first = path.find('/') + 1;
    const auto end = path.find('/', first);
    return std::string(end == std::string_view::npos ? path.substr(0, first - 1)
                                                     : path.substr(first, end - first));
}

namespace words_copy {

/// The literals that follow each other from `at` on, as one text; `at` is then behind them.
inline std::string read_literals(std::string_view text, std::size_t& at) {
    std::string all;
    while (true) {
        const auto next = text.find_first_not_of(" \t\r\n", at);
        if (next == std::string_view::npos || text[next] != '"') return all;
        for (at = next + 1; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\') ++at;
            all += text[at];
        }
        ++at;
    }
}

inline std::string on_one_line(std::string_view text) {
    std::string line;
    for (char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        if (!blank) line += c;
        if (blank && !line.empty() && line.back() != ' ') line += ' ';
    }
    return std::string(trimmed(line));
}

/// The arguments from `at` to the bracket that closes the call; `at` is then behind it.
inline std::vector<std::string> read_arguments(std::string_view text, std::size_t& at) {
    std::vector<std::string> all(1);
    bool quoted = false;
    for (int depth = 1; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"' && text[at - 1] != '\\') quoted = !quoted;
        if (!quoted && (c == '(' || c == '{' || c == '[')) ++depth;
        if (!quoted && (c == ')' || c == '}' || c == ']') && --depth == 0) break;
        if (!quoted && c == ',' && depth == 1) {
            all.emplace_back();
        } else {
            all.back() += c;
        }
    }
    ++at;
    for (std::string& each : all)
        each = on_one_line(each);
    if (all.back().empty()) all.pop_back();
    return all;
}

inline std::vector<std::string> literals_in(std::string_view text) {
    std::vector<std::string> all;
    for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at))
        all.push_back(read_literals(text, at));
    return all;
}

/// What stands in the place of a fact: "{reports} report/reports", "has/have", "{date}".
inline std::string fact_words(const std::string& argument) {
    const auto literals = literals_in(argument);
    const auto call = argument.find("counted(");
    if (call != std::string::npos && literals.size() == 2) {
        const auto from = call + std::string_view("counted(").size();
        return "{" + argument.substr(from, argument.find(',', from) - from) + "} " + literals[0] +
               "/" + literals[1];
    }
    if (argument.find('?') != std::string::npos && literals.size() == 2)
        return literals[0] + "/" + literals[1];
    const auto open = argument.rfind('(');
    if (open == std::string::npos) return "{" + argument + "}";
    return "{" + argument.substr(open + 1, argument.find_first_of("),", open) - open - 1) + "}";
}

inline std::string with_facts(const std::string& format, const std::vector<std::string>& facts) {
    std::string text;
    std::size_t next = 0;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] == '{' && i + 1 < format.size() && format[i + 1] == '}') {
            text += next < facts.size() ? fact_words(facts[next]) : "{}";
            ++next;
            ++i;
        } else {
            text += format[i];
        }
    }
    return text;
}

/// The sentences of one constant or function, in the order of its text.
inline std::vector<std::string> sentences_of(std::string_view body) {
    constexpr std::string_view call = "fmt::format(";
    std::vector<std::string> all;
    for (std::size_t at = 0; at < body.size();) {
        const auto format = body.find(call, at);
        const auto literal = body.find('"', at);
        if (literal == std::string_view::npos) break;
        if (format != std::string_view::npos && format < literal) {
            at = format + call.size();
            const auto words = read_literals(body, at);
            at = std::min(body.find_first_of(",)", at), body.size());
            const bool alone = at == body.size() || body[at] == ')';
            ++at;
            all.push_back(
                with_facts(words, alone ? std::vector<std::string>() : read_arguments(body, at)));
        } else {
            at = literal;
            all.push_back(read_literals(body, at));
        }
    }
    return all;
}

/// The last word before `=`, `(` or `{`: the name that code says it by.
inline std::string name_of(std::string_view declaration) {
    const auto end = declaration.find_last_not_of(
        ' ', std::min(declaration.find_first_of("=({"), declaration.size()) - 1);
    auto from = end;
    while (from > 0 && is_word_character(declaration[from - 1]))
        --from;
    return std::string(declaration.substr(from, end + 1 - from));
}

}  // namespace words_copy

/// One file as Markdown: its headings, and a line for each sentence with its name.
inline std::string words_as_markdown(const SourceText& source) {
    std::string page = "\n## `" + source.path + "`\n\n";
    std::string_view text = source.text;
    bool listed = false;
    for (std::size_t at = text.find(drawer_opens); at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        at = end + 1;
        if (line.starts_with("// ")) {
            page += (listed ? "\n" : "") + std::string(line.substr(3)) + "\n\n";
            listed = false;
        }
        if (!line.starts_with("inline ")) continue;
        const bool constant = line.starts_with("inline constexpr");
        const auto begin = static_cast<std::size_t>(line.data() - text.data());
        const auto stop = std::min(text.find(constant ? ";\n" : "\n}\n", begin), text.size());
        const auto whole = text.substr(begin, stop - begin);
        for (const auto& sentence : words_copy::sentences_of(whole))
            page += "- `" + words_copy::name_of(whole) + "`: " + sentence + "\n";
        listed = true;
        at = stop;
    }
    return page;
}

inline std::string copy_introduction(const std::string& thing) {
    return "# Words: " + thing +
           "\n\nEvery sentence that pages, forms and steps say about this thing. Made by\n"
           "`tests/tidy/words_copy_test.cpp` from the files named below: correct a sentence "
           "there,\n"
           "then run `UPDATE_GOLDEN=1 build/debug/tests/tidy_test "
           "--gtest_filter='WordsCopy.*'`.\n\n"
           "`{date}` is a fact, filled in when the sentence is said; `is/are` follows the number\n"
           "before it. The word before each sentence is its name in the code.\n";
}

/// Thing to page.
inline std::map<std::string, std::string> words_pages(const std::vector<SourceText>& sources) {
    std::map<std::string, std::string> pages;
    for (const SourceText& source : sources) {
        if (!holds_words(source)) continue;
        const auto thing = thing_of(source.path);
        auto& page = pages[thing];
        if (page.empty()) page = copy_introduction(thing);
        page += words_as_markdown(source);
    }
    return pages;
}

}  // namespace tidy
