// Size, layout and wording of the sources and templates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/layer_rules.hpp"
#include "tests/tidy/source_text.hpp"
#include "tests/tidy/statements.hpp"

namespace tidy {

constexpr std::size_t function_lines_max = 70;
constexpr std::size_t file_lines_max = 400;
constexpr std::size_t columns_max = 100;

/// Characters, not bytes.
inline std::size_t columns_of(std::string_view line) {
    auto count = std::count_if(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    });
    return static_cast<std::size_t>(count);
}

inline std::vector<Finding> find_long_functions(const SourceText& source) {
    std::vector<Finding> findings;
    for (const Block& block : read_statements(source).blocks) {
        std::size_t first = line_of(source.code, block.at);
        std::size_t lines = line_of(source.code, block.end) - first + 1;
        if (!block.container && block.in_container && lines > function_lines_max) {
            findings.push_back({source.path, first,
                                "a function of " + std::to_string(lines) + " lines: at most " +
                                    std::to_string(function_lines_max)});
        }
    }
    return findings;
}

inline std::vector<Finding> find_long_files(const SourceText& source) {
    std::size_t lines = lines_of(source.text).size();
    if (lines <= file_lines_max) {
        return {};
    }
    return {{source.path, lines,
             std::to_string(lines) + " lines: at most " + std::to_string(file_lines_max)}};
}

/// Tables between clang-format off and on may be wider.
inline std::vector<Finding> find_long_lines(const SourceText& source) {
    std::vector<Finding> findings;
    std::vector<std::string_view> lines = lines_of(source.text);
    bool in_table = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view line = trimmed(lines[i]);
        in_table = line == "// clang-format off" || (in_table && line != "// clang-format on");
        if (!in_table && columns_of(lines[i]) > columns_max) {
            findings.push_back({source.path, i + 1, "a line of more than 100 columns"});
        }
    }
    return findings;
}

/// A file says in its first line what it is for, or its first line names the header that does.
inline std::vector<Finding> find_odd_openings(const SourceText& source) {
    std::vector<Finding> findings;
    std::string own_header = source.path.substr(0, source.path.rfind('.')) + ".hpp";
    if (!source.text.starts_with("// ") &&
        !source.text.starts_with("#include \"" + own_header + "\"")) {
        findings.push_back({source.path, 1, "open the file with a comment: what is it for?"});
    }
    if (source.path.ends_with(".hpp") && source.code.find("#pragma once") == std::string::npos) {
        findings.push_back({source.path, 1, "a header needs #pragma once"});
    }
    return findings;
}

inline std::vector<Finding> find_unfinished_work(const SourceText& source) {
    std::vector<Finding> findings;
    for (std::string_view word : {"TODO", "FIXME", "XXX", "HACK"}) {
        report_word(findings, source, source.comments, word, "open an issue instead");
    }
    return findings;
}

inline std::vector<Finding> find_skipped_tests(const SourceText& source) {
    std::vector<Finding> findings;
    report_word(findings, source, source.code, "GTEST_SKIP", "a test that does not run is no test");
    for (std::size_t at = source.code.find("DISABLED_"); at != std::string::npos;
         at = source.code.find("DISABLED_", at + 1)) {
        if (at == 0 || !is_word_character(source.code[at - 1])) {
            findings.push_back(
                {source.path, line_of(source.code, at), "a test that does not run is no test"});
        }
    }
    return findings;
}

/// Banned words, each with what to write instead.
inline std::vector<Finding> find_banned_words(const SourceText& source) {
    std::vector<Finding> findings;
    if (!is_product(source.path)) {
        return findings;
    }
    std::string_view folder = folder_of(source.path);
    if (folder != "server" && folder != "mail") {
        for (std::string_view word : {"std::thread", "std::jthread"}) {
            report_word(findings, source, source.code, word, "use the thread pools of server/");
        }
    }
    // libqpdf's own interface asks for shared pointers.
    if (folder != "server" && !source.path.starts_with("templates/documents/")) {
        for (std::string_view word : {"shared_ptr", "make_shared"}) {
            report_word(findings, source, source.code, word, "one owner: value or unique_ptr");
        }
    }
    report_word(findings, source, source.code, "detached", "give co_spawn a log_failure handler");
    for (std::string_view phrase : {"SELECT *", "select *"}) {
        if (std::size_t at = source.strings.find(phrase); at != std::string::npos) {
            findings.push_back(
                {source.path, line_of(source.strings, at), "SELECT *: name the columns"});
        }
    }
    for (std::string_view phrase : {"datetime('now'", "CURRENT_TIMESTAMP", "date('now'"}) {
        if (std::size_t at = source.strings.find(phrase); at != std::string::npos) {
            findings.push_back(
                {source.path, line_of(source.strings, at), std::string(phrase) + ": bind tx.now"});
        }
    }
    return findings;
}

constexpr std::size_t columns_by_place_max = 4;

/// What a macro or a row without names hides.
inline std::vector<Finding> find_macros_and_tuples(const SourceText& source) {
    std::vector<Finding> findings;
    if (!is_product(source.path)) {
        return findings;
    }
    std::size_t line = 0;
    for (std::string_view text : lines_of(source.code)) {
        ++line;
        // libqpdf's own JSON would stand in the way of Boost's.
        const bool macro = trimmed(text).starts_with("#define") && !has_word(text, "JSON_HH");
        if (macro) {
            findings.push_back({source.path, line,
                                "#define: a constexpr constant, a function or a template says the "
                                "same with a type"});
        }
        const std::size_t at = text.find("Query<std::tuple<");
        const std::size_t columns =
            at == std::string_view::npos
                ? 0
                : 1 + static_cast<std::size_t>(
                          std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                     text.begin() + static_cast<std::ptrdiff_t>(
                                                        std::min(text.find('{', at), text.size())),
                                     ','));
        if (columns > columns_by_place_max) {
            findings.push_back({source.path, line,
                                "a row of more than four columns: a struct that Boost.Describe "
                                "knows (db/described_row.hpp)"});
        }
    }
    return findings;
}

/// I8. `{{{name}}}` and `{{&name}}` are written as they are: only names ending in _html, which
/// hold HTML that templates/ itself made.
inline std::vector<Finding> find_unescaped_names(const std::string& path,
                                                 const std::string& mustache) {
    std::vector<Finding> findings;
    for (std::size_t at = mustache.find("{{"); at != std::string::npos;
         at = mustache.find("{{", at + 2)) {
        std::size_t sigil = mustache.find_first_not_of(' ', at + 2);
        if (sigil == std::string::npos || (mustache[sigil] != '{' && mustache[sigil] != '&')) {
            continue;
        }
        std::size_t end = mustache.find("}}", sigil);
        std::string_view name =
            trimmed(std::string_view(mustache).substr(sigil + 1, end - sigil - 1));
        if (!name.ends_with("_html")) {
            findings.push_back(
                {path, line_of(mustache, at),
                 "unescaped " + std::string(name) + ": write {{" + std::string(name) + "}}"});
        }
        at = end == std::string::npos ? mustache.size() : end;
    }
    return findings;
}

}  // namespace tidy
