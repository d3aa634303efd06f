// Nothing stands here that nobody uses: functions, effects, templates, addresses, classes of the
// style sheets. Text shows only what is certainly dead: a name that two things share hides both.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/layer_rules.hpp"
#include "tests/tidy/source_text.hpp"

namespace tidy {

/// A file that is no source: a template or a style sheet.
struct PlainText {
    std::string path;
    std::string text;
};

/// Functions that nothing in the sources of the program calls.
struct Kept {
    std::string_view name;
    std::string_view reason;
};

// clang-format off
constexpr Kept kept_functions[] = {
    {"all_statements",       "each is prepared, explained and named once by its test"},
    {"case_data_patterns",   "the grammar of each is printed beside samples"},
    {"embedded_migrations",  "CMake writes it from db/migrations"},
    {"embedded_templates",   "each is expanded and every name in it is known"},
    {"inspect_pdf_bytes",    "what is fuzzed"},
    {"person_columns",       "held against the schema"},
    {"policy_table",         "each action is held against each relation"},
};
// clang-format on

namespace detail {

using WordCounts = std::map<std::string, std::size_t, std::less<>>;

inline void count_words(WordCounts& counts, std::string_view code) {
    for (std::size_t at = 0; at < code.size();) {
        if (!is_word_character(code[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < code.size() && is_word_character(code[end])) {
            ++end;
        }
        ++counts[std::string(code.substr(at, end - at))];
        at = end;
    }
}

/// Whether a type stands before the name, as where a function is declared.
inline bool follows_a_type(std::string_view code, std::size_t name) {
    constexpr std::string_view no_types[] = {"return", "else",   "co_return", "co_await",
                                             "throw",  "new",    "delete",    "case",
                                             "goto",   "public", "operator"};
    const std::size_t last = code.substr(0, name).find_last_not_of(" \n");
    if (last == std::string_view::npos || last + 1 == name) {
        return last != std::string_view::npos && (code[last] == '*' || code[last] == '&') &&
               last > 0 && is_word_character(code[last - 1]);
    }
    if (code[last] == '>' || code[last] == '&' || code[last] == '*') {
        return true;
    }
    std::size_t first = last;
    while (first > 0 && is_word_character(code[first - 1])) {
        --first;
    }
    const std::string_view word = code.substr(first, last + 1 - first);
    return is_word_character(code[last]) && std::ranges::find(no_types, word) == std::end(no_types);
}

struct Declared {
    std::string name;
    std::size_t line = 0;
    bool with_body = false;  // defined where it is declared
};

enum class Follows { nothing, body, override };

/// What follows the brackets that open at `open`.
inline Follows what_follows(std::string_view code, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < code.size(); ++at) {
        depth += code[at] == '(' ? 1 : code[at] == ')' ? -1 : 0;
        if (depth == 0) {
            const std::size_t end = code.find_first_of("{;=", at);
            if (has_word(code.substr(at, end - at), "override")) {
                return Follows::override;
            }
            return end != std::string_view::npos && code[end] == '{' ? Follows::body
                                                                     : Follows::nothing;
        }
    }
    return Follows::nothing;
}

/// Names with a small first letter that a type stands before and a bracket behind.
inline std::vector<Declared> functions_declared(const SourceText& header) {
    std::vector<Declared> names;
    const std::string_view code = header.code;
    for (std::size_t at = code.find('('); at != std::string_view::npos;
         at = code.find('(', at + 1)) {
        std::size_t first = at;
        while (first > 0 && is_word_character(code[first - 1])) {
            --first;
        }
        const bool small = first < at && std::islower(static_cast<unsigned char>(code[first])) != 0;
        const Follows next = small ? what_follows(code, at) : Follows::nothing;
        if (small && next != Follows::override && follows_a_type(code, first)) {
            names.push_back({std::string(code.substr(first, at - first)), line_of(code, first),
                             next == Follows::body});
        }
    }
    return names;
}

}  // namespace detail

/// Declared in a header and named nowhere but where it is defined.
inline std::vector<Finding> find_dead_functions(std::span<const SourceText> sources) {
    detail::WordCounts counts;
    for (const SourceText& source : sources) {
        if (is_product(source.path)) {
            detail::count_words(counts, source.code);
        }
    }
    std::vector<Finding> findings;
    for (const SourceText& source : sources) {
        if (!is_product(source.path) || !source.path.ends_with(".hpp")) {
            continue;
        }
        for (const detail::Declared& function : detail::functions_declared(source)) {
            const bool kept = std::ranges::find(kept_functions, function.name, &Kept::name) !=
                              std::end(kept_functions);
            if (counts[function.name] <= (function.with_body ? 1U : 2U) && !kept) {
                findings.push_back({source.path, function.line,
                                    function.name + ": nothing calls it: remove it, or call it "
                                                    "where its work is done by hand"});
            }
        }
    }
    return findings;
}

namespace detail {

/// The names in `enum class NAME { … };`.
inline std::vector<std::string> enumerators_of(std::string_view code, std::string_view name) {
    std::vector<std::string> names;
    const std::size_t at = code.find("enum class " + std::string(name));
    if (at == std::string_view::npos) {
        return names;
    }
    const std::size_t open = code.find('{', at);
    std::string_view body = code.substr(open + 1, code.find('}', open) - open - 1);
    while (!body.empty()) {
        const std::size_t end = body.find(',');
        const std::string_view one = trimmed(body.substr(0, end));
        if (!one.empty()) {
            names.emplace_back(one);
        }
        body.remove_prefix(end == std::string_view::npos ? body.size() : end + 1);
    }
    return names;
}

}  // namespace detail

/// An effect that workflows/ names and nothing of server/ carries out.
inline std::vector<Finding> find_dead_effects(std::span<const SourceText> sources) {
    std::vector<Finding> findings;
    const auto effects =
        std::ranges::find(sources, "workflows/core/effects.hpp", &SourceText::path);
    if (effects == sources.end()) {
        return findings;
    }
    for (const std::string& effect : detail::enumerators_of(effects->code, "EffectKind")) {
        const bool carried = std::ranges::any_of(sources, [&](const SourceText& source) {
            return folder_of(source.path) == "server" &&
                   has_word(source.code, "EffectKind::" + effect);
        });
        if (!carried) {
            findings.push_back({effects->path, 1,
                                "EffectKind::" + effect +
                                    ": nothing carries it out: do so in the commands of the thing, "
                                    "or take it out of the table"});
        }
    }
    return findings;
}

/// An address that no row of a room's table answers.
inline std::vector<Finding> find_dead_addresses(std::span<const SourceText> sources) {
    std::vector<Finding> findings;
    const auto named = std::ranges::find(sources, "server/web/routes.hpp", &SourceText::path);
    if (named == sources.end()) {
        return findings;
    }
    constexpr std::string_view opening = "extern const web::Address ";
    const std::string_view code = named->code;
    for (std::size_t at = code.find(opening); at != std::string_view::npos;
         at = code.find(opening, at + 1)) {
        const std::size_t begin = at + opening.size();
        const std::string name(code.substr(begin, code.find(';', begin) - begin));
        const bool answered = std::ranges::any_of(sources, [&](const SourceText& source) {
            return source.path.starts_with("server/") && source.path.ends_with("routes.cpp") &&
                   source.code.find("(routes::" + name + ",") != std::string::npos;
        });
        if (!answered) {
            findings.push_back({named->path, line_of(code, at),
                                "routes::" + name +
                                    ": no row answers it: add one to the room's routes.cpp, or "
                                    "remove the address"});
        }
    }
    return findings;
}

namespace detail {

/// As a template is named in code or in another template: "pages/board.html", {{>tag}},
/// "invitation".
inline std::vector<std::string> names_of_template(std::string_view path) {
    constexpr std::string_view house = "templates/";
    path.remove_prefix(house.size());
    path = path.substr(0, path.find(".mustache"));
    const std::string_view bare = path.substr(path.rfind('/') + 1);
    const std::string stem(bare.substr(0, bare.find('.')));
    if (path.starts_with("letters/parts/")) {
        return {"{{>" + stem + "}}", "{{>letter_" + stem + "}}"};
    }
    if (path.starts_with("letters/")) {
        return {"\"" + stem + "\""};
    }
    return {"\"" + std::string(path) + "\"", "{{>" + stem + "}}"};
}

}  // namespace detail

/// A template that neither code nor another template names.
inline std::vector<Finding> find_dead_templates(std::span<const SourceText> sources,
                                                std::span<const PlainText> templates) {
    std::vector<Finding> findings;
    for (const PlainText& one : templates) {
        const std::vector<std::string> names = detail::names_of_template(one.path);
        const auto named_in = [&](std::string_view text) {
            return std::ranges::any_of(names, [&](const std::string& name) {
                return text.find(name) != std::string_view::npos;
            });
        };
        const bool used =
            std::ranges::any_of(sources,
                                [&](const SourceText& source) {
                                    return is_product(source.path) && named_in(source.strings);
                                }) ||
            std::ranges::any_of(templates,
                                [&](const PlainText& other) { return named_in(other.text); });
        if (!used) {
            findings.push_back({one.path, 1, "nothing is rendered with it: remove it"});
        }
    }
    return findings;
}

namespace detail {

/// Classes of a style sheet that are ours, "sm-…".
inline std::set<std::string> classes_of(std::string_view sheet) {
    std::set<std::string> classes;
    for (std::size_t at = sheet.find(".sm-"); at != std::string_view::npos;
         at = sheet.find(".sm-", at + 1)) {
        std::size_t end = at + 1;
        while (end < sheet.size() && (is_word_character(sheet[end]) || sheet[end] == '-')) {
            ++end;
        }
        classes.emplace(sheet.substr(at + 1, end - at - 1));
    }
    return classes;
}

/// "sm-mark--agree" may be put together: "sm-mark--{{purpose}}" or "sm-mark--" + purpose.
inline bool has_class(std::string_view text, const std::string& name) {
    const auto ends = [&](std::size_t end) {
        return end == text.size() || (!is_word_character(text[end]) && text[end] != '-');
    };
    for (std::size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + 1)) {
        if (ends(at + name.size())) {
            return true;
        }
    }
    const std::size_t dashes = name.rfind("--");
    if (dashes == std::string::npos) {
        return false;
    }
    const std::string stem = name.substr(0, dashes + 2);
    return text.find(stem + "{{") != std::string_view::npos ||
           text.find(stem + "\"") != std::string_view::npos;
}

}  // namespace detail

/// A class of ours that no template, no picture and no script bears.
inline std::vector<Finding> find_dead_classes(std::span<const SourceText> sources,
                                              std::span<const PlainText> sheets,
                                              std::span<const PlainText> templates) {
    std::vector<Finding> findings;
    for (const PlainText& sheet : sheets) {
        for (const std::string& name : detail::classes_of(sheet.text)) {
            const bool borne =
                std::ranges::any_of(
                    templates,
                    [&](const PlainText& one) { return detail::has_class(one.text, name); }) ||
                std::ranges::any_of(sources, [&](const SourceText& source) {
                    return is_product(source.path) && detail::has_class(source.strings, name);
                });
            if (!borne) {
                findings.push_back({sheet.path, line_of(sheet.text, sheet.text.find("." + name)),
                                    "." + name + ": nothing bears this class: remove it"});
            }
        }
    }
    return findings;
}

}  // namespace tidy
