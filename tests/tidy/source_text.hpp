// A source file split into code, string contents and comments, each at its own place.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace tidy {

/// Three texts as long as the file: what belongs to another part is blank, newlines stay, so that
/// an offset means the same line in all of them.
struct SourceText {
    std::string path;  // from the root of the repository, "server/web/dispatch.cpp"
    std::string text;
    std::string code;
    std::string strings;
    std::string comments;
};

struct Finding {
    std::string path;
    std::size_t line = 0;
    std::string message;
};

inline bool is_word_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

inline std::size_t line_of(std::string_view text, std::size_t at) {
    auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return 1 + static_cast<std::size_t>(lines);
}

/// Where `word` begins, as a whole word, from `from` on; npos where nowhere.
inline std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) {
    for (std::size_t at = text.find(word, from); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        std::size_t end = at + word.size();
        bool starts = at == 0 || !is_word_character(text[at - 1]);
        if (starts && (end == text.size() || !is_word_character(text[end]))) {
            return at;
        }
    }
    return std::string_view::npos;
}

inline bool has_word(std::string_view text, std::string_view word) {
    return find_word(text, word) != std::string_view::npos;
}

inline std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

inline std::string_view trimmed(std::string_view text) {
    std::size_t first = text.find_first_not_of(" \t\n\r");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\n\r") + 1 - first);
}

namespace detail {

inline std::size_t end_of_quoted(std::string_view text, std::size_t at) {
    char quote = text[at];
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == quote || text[i] == '\n') {
            return i + 1;
        }
    }
    return text.size();
}

/// `at` is the quote of R"delimiter(…)delimiter".
inline std::size_t end_of_raw(std::string_view text, std::size_t at) {
    std::size_t open = text.find('(', at);
    if (open == std::string_view::npos) {
        return text.size();
    }
    std::string closing = ")" + std::string(text.substr(at + 1, open - at - 1)) + "\"";
    std::size_t close = text.find(closing, open);
    return close == std::string_view::npos ? text.size() : close + closing.size();
}

inline std::size_t end_of_comment(std::string_view text, std::size_t at) {
    bool to_line_end = text[at + 1] == '/';
    std::size_t end = text.find(to_line_end ? "\n" : "*/", at + 2);
    if (end == std::string_view::npos) {
        return text.size();
    }
    return to_line_end ? end : end + 2;
}

inline bool starts_comment(std::string_view text, std::size_t at) {
    return text[at] == '/' && at + 1 < text.size() && (text[at + 1] == '/' || text[at + 1] == '*');
}

inline bool starts_quoted(std::string_view text, std::size_t at) {
    // 1'000 has no character in it.
    bool separates_digits = at > 0 && is_word_character(text[at - 1]);
    return text[at] == '"' || (text[at] == '\'' && !separates_digits);
}

inline void copy(std::string& to, std::string_view from, std::size_t first, std::size_t last) {
    std::copy(from.begin() + static_cast<std::ptrdiff_t>(first),
              from.begin() + static_cast<std::ptrdiff_t>(last),
              to.begin() + static_cast<std::ptrdiff_t>(first));
}

}  // namespace detail

inline SourceText split_source(std::string path, std::string text) {
    std::string blank = text;
    std::replace_if(
        blank.begin(), blank.end(), [](char c) { return c != '\n'; }, ' ');
    SourceText source{std::move(path), std::move(text), blank, blank, blank};
    std::string_view all = source.text;
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i + 1;
        if (detail::starts_comment(all, i)) {
            end = detail::end_of_comment(all, i);
            detail::copy(source.comments, all, i, end);
        } else if (detail::starts_quoted(all, i)) {
            bool raw = all[i] == '"' && i > 0 && all[i - 1] == 'R';
            end = raw ? detail::end_of_raw(all, i) : detail::end_of_quoted(all, i);
            detail::copy(source.strings, all, i, end);
            source.code[i] = source.code[end - 1] = all[i];  // a literal stays a token
        } else {
            source.code[i] = all[i];
        }
        i = end;
    }
    return source;
}

}  // namespace tidy
