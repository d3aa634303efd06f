// Commands without HTTP, pages without writes: what commands and queries may include, and which
// files write the database.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/layer_rules.hpp"
#include "tests/tidy/source_text.hpp"

namespace tidy {

/// Files that write the database beside the commands of the rooms.
struct MayWrite {
    std::string_view path;  // a file, or a folder with its slash
    std::string_view reason;
};

// clang-format off
constexpr MayWrite may_write[] = {
    {"server/access/", "sessions, sign-in codes and links"},
    {"server/casework/", "the line and the audit of each step of a case"},
    {"server/letters/", "the outbox and what became of its letters"},
    {"server/web/dispatch_forms.cpp", "each form has one effect"},
    {"server/site/job_rows.cpp", "when each job ran"},

    {"server/succession/hand_over_kinds.cpp", "the table of what moves from board to board; a command goes through it"},
    {"server/command_line/", "import"},
    {"server/demo/", "its story"},
};

/// What commands may know of the web: addresses that letters and rows carry, and who else follows
/// what a command does.
constexpr std::string_view no_pages[] = {"server/web/href.hpp", "server/web/routes.hpp",
                                         "server/web/followers.hpp", "server/web/site.hpp"};
// clang-format on

/// "server/boards/board_commands.cpp": the kind is "commands".
inline bool is_of_kind(std::string_view path, std::string_view kind) {
    const std::string_view stem = path.substr(0, path.rfind('.'));
    return stem.ends_with(kind) && stem.substr(0, stem.size() - kind.size()).ends_with('_');
}

/// Those of the room that has one file of the kind too: "server/boards/commands.cpp".
inline bool is_command_or_query(std::string_view path) {
    if (!path.starts_with("server/")) {
        return false;
    }
    return is_of_kind(path, "commands") || is_of_kind(path, "queries") ||
           path.find("/commands.") != std::string_view::npos ||
           path.find("/queries.") != std::string_view::npos;
}

/// Whatever the lists of what is still to do say.
inline std::vector<Finding> find_web_in_commands(const SourceText& source) {
    std::vector<Finding> findings;
    if (!is_command_or_query(source.path)) {
        return findings;
    }
    for (const Include& include : includes_of(source)) {
        const bool page_free = std::ranges::find(no_pages, include.name) != std::end(no_pages);
        const bool web = !page_free && (include.name.starts_with("server/web/") ||
                                        include.name.starts_with("templates/"));
        if (include.ours && web) {
            findings.push_back({source.path, include.line,
                                "commands and queries know no page: take base::Acting and a plain "
                                "struct instead of " +
                                    std::string(include.name)});
        }
    }
    return findings;
}

inline bool may_write_database(std::string_view path) {
    const bool named = std::ranges::any_of(may_write, [&](const MayWrite& allowed) {
        return allowed.path.ends_with('/') ? path.starts_with(allowed.path) : path == allowed.path;
    });
    const bool command =
        is_of_kind(path, "commands") || path.find("/commands.") != std::string_view::npos;
    return named || command;
}

/// Calls of functions of db/ whose names begin with a verb that changes something.
inline std::vector<Finding> find_strayed_writes(const SourceText& source) {
    std::vector<Finding> findings;
    if (!source.path.starts_with("server/") || may_write_database(source.path)) {
        return findings;
    }
    constexpr std::string_view verbs[] = {
        "insert", "save",   "set",     "append", "remove", "end",    "update",  "delete",
        "create", "use",    "mark",    "erase",  "record", "revoke", "plan",    "undo",
        "cancel", "finish", "requeue", "start",  "add",    "keep",   "reorder", "hand_over"};
    const std::string_view code = source.code;
    constexpr std::string_view prefix = "db::";
    for (std::size_t at = code.find(prefix); at != std::string_view::npos;
         at = code.find(prefix, at + 1)) {
        const std::string_view rest = code.substr(at + prefix.size());
        const std::size_t length = rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789");
        if (length == std::string_view::npos || rest[length] != '(') {
            continue;
        }
        const std::string_view name = rest.substr(0, length);
        const bool writes = std::ranges::any_of(verbs, [&](std::string_view verb) {
            return name.starts_with(verb) && name.substr(verb.size()).starts_with('_');
        });
        if (writes) {
            findings.push_back({source.path, line_of(code, at),
                                "db::" + std::string(name) +
                                    ": pages read; a function in <thing>_commands.cpp writes"});
        }
    }
    return findings;
}

}  // namespace tidy
