// Who may include whom, and where each library and language may be used.
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/source_text.hpp"

namespace tidy {

/// Files that may catch: everything else lets failures pass to them (architecture, error model).
struct MayCatch {
    std::string_view path;  // a file, or a folder with its slash
    std::string_view reason;
};

// clang-format off
constexpr MayCatch may_catch[] = {
    {"server/web/dispatch.cpp", "a failed request is an error page and a log line, never a dead server"},
    {"server/base/jobs.cpp", "a failed job is logged and runs again"},
    {"server/papers/pack_jobs.cpp", "a pack that cannot be built says so on the page of its job"},
    {"server/main.cpp", "the program's last word: message and exit code"},
    {"server/net/", "coroutines carry failures across threads; a lost connection ends only itself"},
    {"mail/outbox_engine.cpp", "a sending thread outlives a failed letter, which stays in the outbox"},
    {"mail/outbox_clerk.cpp", "the clerk outlives a database that is full; nothing is sent meanwhile"},
    {"server/command_line/options.cpp", "CLI11 reports a wrong flag in no other way"},
    {"server/command_line/running_server.cpp", "a failed command is answered; the server it ran in lives on"},
    {"db/database.cpp", "a destructor that gives a session back must not throw"},
    {"db/county_json.cpp", "a row that breaks a rule of its table is a fault of the file, said in words"},
    {"templates/documents/inspect.cpp", "libqpdf says by exception that an upload is no good PDF"},
    {"templates/documents/worker.cpp", "the subprocess answers every failure with one JSON line"},
};
// clang-format on

constexpr std::string_view product_folders[] = {"workflows", "db", "templates", "mail", "server"};

inline std::string_view folder_of(std::string_view path) {
    return path.substr(0, path.find('/'));
}

inline bool is_product(std::string_view path) {
    for (std::string_view folder : product_folders) {
        if (folder_of(path) == folder) {
            return true;
        }
    }
    return false;
}

struct Include {
    std::size_t line = 0;
    std::string_view name;
    bool ours = false;  // in quotes
};

inline std::vector<Include> includes_of(const SourceText& source) {
    std::vector<Include> includes;
    std::vector<std::string_view> code = lines_of(source.code);
    std::vector<std::string_view> text = lines_of(source.text);
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (!code[i].starts_with("#include")) {
            continue;
        }
        std::size_t open = text[i].find_first_of("\"<");
        std::size_t close = text[i].find_last_of("\">");
        if (open < close && close != std::string_view::npos) {
            includes.push_back(
                {i + 1, text[i].substr(open + 1, close - open - 1), text[i][open] == '"'});
        }
    }
    return includes;
}

inline bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// `file`: what is included, "workflows/text/utf8.hpp".
inline bool may_include(std::string_view path, std::string_view file) {
    const std::string_view folder = folder_of(path);
    const std::string_view other = folder_of(file);
    if (path.starts_with("workflows/text/")) {
        return file.starts_with("workflows/text/");
    }
    if (folder == other || folder == "tests" || folder == "server") {
        return other != "tests" || folder == "tests";
    }
    return (folder == "db" && other == "workflows") ||
           (folder == "mail" && is_one_of(other, {"templates", "workflows"})) ||
           (folder == "templates" && file.starts_with("workflows/text/"));
}

inline std::vector<Finding> find_wrong_arrows(const SourceText& source) {
    std::vector<Finding> findings;
    for (const Include& include : includes_of(source)) {
        if (include.ours && !may_include(source.path, include.name)) {
            findings.push_back({source.path, include.line,
                                "this layer may not include " + std::string(include.name)});
        }
    }
    return findings;
}

/// I1: the rules read no file, clock or dice, and know no library but Boost.Result, Boost.Describe,
/// {fmt} and date; what percent-coding needs of Boost.URL is known in text/ alone.
inline std::vector<Finding> find_impurities(const SourceText& source) {
    std::vector<Finding> findings;
    if (folder_of(source.path) != "workflows") {
        return findings;
    }
    for (const Include& include : includes_of(source)) {
        bool known =
            is_one_of(include.name, {"boost/system/result.hpp", "date/tz.h"}) ||
            include.name.starts_with("boost/describe") || include.name.starts_with("fmt/") ||
            (include.name.starts_with("boost/url/") && source.path.starts_with("workflows/text/"));
        bool foreign = include.name.find_first_of("./") != std::string_view::npos && !known;
        bool impure = is_one_of(include.name,
                                {"iostream", "fstream", "random", "thread", "mutex", "future",
                                 "filesystem", "cstdio", "ctime", "condition_variable", "atomic"});
        if (!include.ours && (foreign || impure)) {
            findings.push_back({source.path, include.line,
                                "workflows/ is pure: give it values instead of <" +
                                    std::string(include.name) + ">"});
        }
    }
    return findings;
}

struct LibraryHome {
    std::string_view header_prefix;
    std::string_view folder;
    std::string_view second_folder = {};  // the demonstration is a browser, by libcurl
};

constexpr LibraryHome library_homes[] = {
    {"soci/", "db/"},           {"sqlite3.h", "db/"},      {"curl/", "mail/", "server/demo/"},
    {"qpdf/", "templates/"},    {"pango/", "templates/"},  {"cairo", "templates/"},
    {"kainjow/", "templates/"}, {"boost/asio", "server/"}, {"boost/beast", "server/"},
    {"date/", "workflows/"},    {"md4c", "templates/"},
};

inline std::vector<Finding> find_strayed_libraries(const SourceText& source) {
    std::vector<Finding> findings;
    if (!is_product(source.path)) {
        return findings;
    }
    for (const Include& include : includes_of(source)) {
        for (const LibraryHome& home : library_homes) {
            if (!include.ours && include.name.starts_with(home.header_prefix) &&
                !source.path.starts_with(home.folder) &&
                (home.second_folder.empty() || !source.path.starts_with(home.second_folder))) {
                findings.push_back(
                    {source.path, include.line,
                     "<" + std::string(include.name) + "> belongs in " + std::string(home.folder)});
            }
        }
    }
    return findings;
}

/// Every place of `word` in `text`, which is one of the texts of `source`.
inline void report_word(std::vector<Finding>& findings, const SourceText& source,
                        std::string_view text, std::string_view word, std::string_view message) {
    for (std::size_t at = find_word(text, word); at != std::string_view::npos;
         at = find_word(text, word, at + word.size())) {
        findings.push_back(
            {source.path, line_of(text, at), std::string(word) + ": " + std::string(message)});
    }
}

/// I4.
inline std::vector<Finding> find_strayed_coroutines(const SourceText& source) {
    std::vector<Finding> findings;
    if (is_product(source.path) && !source.path.starts_with("server/net/")) {
        for (std::string_view word : {"co_await", "co_return", "co_spawn", "awaitable"}) {
            report_word(findings, source, source.code, word,
                        "coroutines live in server/net/; handlers are plain functions");
        }
    }
    return findings;
}

/// I5.
inline std::vector<Finding> find_strayed_clocks(const SourceText& source) {
    std::vector<Finding> findings;
    if (is_product(source.path) && source.path != "server/base/platform.cpp") {
        for (std::string_view word : {"system_clock::now", "random_device", "getenv",
                                      "secure_getenv", "gettimeofday", "clock_gettime"}) {
            report_word(findings, source, source.code, word,
                        "time, chance and environment come through server/base/platform.cpp");
        }
    }
    return findings;
}

/// I6.
inline std::vector<Finding> find_strayed_catches(const SourceText& source) {
    std::vector<Finding> findings;
    for (const MayCatch& allowed : may_catch) {
        bool folder = allowed.path.ends_with("/");
        if (folder ? source.path.starts_with(allowed.path) : source.path == allowed.path) {
            return findings;
        }
    }
    if (is_product(source.path)) {
        report_word(findings, source, source.code, "catch",
                    "failures pass to the files of may_catch in tests/tidy/layer_rules.hpp");
    }
    return findings;
}

/// I3. SQL is written in capitals; strings on several lines are one text here.
inline std::vector<Finding> find_strayed_sql(const SourceText& source) {
    std::vector<Finding> findings;
    if (!is_product(source.path) || source.path.starts_with("db/")) {
        return findings;
    }
    struct Phrase {
        std::string_view first;
        std::string_view then;
        std::size_t within;
    };
    constexpr Phrase phrases[] = {{"SELECT", "FROM", 2000},
                                  {"INSERT", "INTO", 40},
                                  {"UPDATE", "SET", 200},
                                  {"DELETE", "FROM", 40}};
    for (const Phrase& phrase : phrases) {
        for (std::size_t at = find_word(source.strings, phrase.first); at != std::string::npos;
             at = find_word(source.strings, phrase.first, at + 1)) {
            if (find_word(source.strings, phrase.then, at) - at <= phrase.within) {
                findings.push_back({source.path, line_of(source.strings, at),
                                    "SQL text belongs in db/: call a function there"});
            }
        }
    }
    return findings;
}

/// Paths of the machine, and those of letters of old, which no route answers any more.
constexpr std::string_view strange_paths[] = {"/proc/", "/dev/", "/u/", "/l/"};

/// Addresses of ours, and parts of them such as "/edit", stand in the route table alone.
inline std::vector<Finding> find_written_addresses(const SourceText& source) {
    std::vector<Finding> findings;
    if (folder_of(source.path) != "server" || source.path.ends_with("/routes.cpp")) return findings;
    const std::string_view strings = source.strings;
    for (std::size_t at = strings.find("\"/"); at != std::string_view::npos;
         at = strings.find("\"/", at + 1)) {
        const auto path = strings.substr(at + 1);
        const bool strange =
            std::any_of(std::begin(strange_paths), std::end(strange_paths),
                        [&](std::string_view known) { return path.starts_with(known); });
        if (path.size() < 2 || path[1] < 'a' || path[1] > 'z' || strange) continue;
        findings.push_back({source.path, line_of(strings, at),
                            "an address written by hand: web::href(routes::…)"});
    }
    return findings;
}

}  // namespace tidy
