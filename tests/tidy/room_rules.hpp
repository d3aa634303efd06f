// The rooms of server/: in the order of server/ROOMS, each a folder and a namespace, none too
// large.
#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/layer_rules.hpp"
#include "tests/tidy/source_text.hpp"

namespace tidy {

constexpr std::size_t room_lines_max = 4000;

/// The names in server/ROOMS, lowest first.
inline std::vector<std::string> read_rooms(std::string_view text) {
    std::vector<std::string> rooms;
    for (std::string_view line : lines_of(text)) {
        std::string_view name = trimmed(line.substr(0, line.find('#')));
        if (!name.empty()) {
            rooms.emplace_back(name);
        }
    }
    return rooms;
}

/// "requests" of "server/requests/commands.cpp"; empty for a file that is in no folder of server/.
inline std::string_view room_of(std::string_view path) {
    constexpr std::string_view house = "server/";
    if (!path.starts_with(house)) {
        return {};
    }
    path.remove_prefix(house.size());
    std::size_t end = path.find('/');
    return end == std::string_view::npos ? std::string_view() : path.substr(0, end);
}

inline std::ptrdiff_t rank_of(std::span<const std::string> rooms, std::string_view room) {
    return std::find(rooms.begin(), rooms.end(), room) - rooms.begin();
}

inline std::vector<Finding> find_upward_includes(const SourceText& source,
                                                 std::span<const std::string> rooms) {
    std::vector<Finding> findings;
    std::string_view room = room_of(source.path);
    if (room.empty()) {
        return findings;
    }
    for (const Include& include : includes_of(source)) {
        std::string_view other = room_of(include.name);
        if (include.ours && !other.empty() && rank_of(rooms, other) > rank_of(rooms, room)) {
            findings.push_back({source.path, include.line,
                                "server/ROOMS has " + std::string(other) + " above " +
                                    std::string(room) +
                                    ": move what both need into the lower room, or call what "
                                    "follows by a row of server/site/followers.cpp"});
        }
    }
    return findings;
}

/// Blocks of one namespace in the file: where each begins, and what it holds.
struct NamespaceBlock {
    std::size_t line = 0;
    std::string name;       // "server::requests"
    std::string_view body;  // to the next line that closes a namespace or opens one of server's
};

inline std::vector<NamespaceBlock> namespaces_of_server(const SourceText& source) {
    constexpr std::string_view opening = "\nnamespace server";
    std::vector<NamespaceBlock> blocks;
    for (std::size_t at = source.code.find(opening); at != std::string::npos;
         at = source.code.find(opening, at + 1)) {
        std::size_t name = at + std::string_view("\nnamespace ").size();
        std::size_t brace = source.code.find('{', at);
        std::size_t next = source.code.find(opening, brace);
        blocks.push_back({line_of(source.code, at + 1),
                          std::string(trimmed(source.code.substr(name, brace - name))),
                          std::string_view(source.code)
                              .substr(brace + 1, std::min(next, source.code.size()) - brace - 1)});
    }
    return blocks;
}

/// Names of other rooms may be declared, `struct Site;`, and addresses are server::routes'.
inline bool may_open(const SourceText& source, const NamespaceBlock& block, std::string_view room) {
    const std::string own = "server::" + std::string(room);
    const bool addresses =
        source.path == "server/web/routes.hpp" || source.path.ends_with("/routes.cpp");
    const bool words_of_all = block.name == "server" && room == "base";
    return block.name == own || block.name.starts_with(own + "::") || words_of_all ||
           (addresses && block.name == "server::routes") ||
           block.body.find_first_of("({=") == std::string_view::npos;
}

/// Folder = namespace. Rooms that server/ROOMS does not name, and files in no room, are findings.
inline std::vector<Finding> find_foreign_namespaces(const SourceText& source,
                                                    std::span<const std::string> rooms) {
    std::vector<Finding> findings;
    if (folder_of(source.path) != "server" || source.path == "server/main.cpp") {
        return findings;
    }
    std::string_view room = room_of(source.path);
    if (rank_of(rooms, room) == std::ssize(rooms)) {
        return {{source.path, 1, "put the file into a room of server/ROOMS"}};
    }
    for (const NamespaceBlock& block : namespaces_of_server(source)) {
        if (!may_open(source, block, room)) {
            findings.push_back(
                {source.path, block.line,
                 block.name + ": this folder is namespace server::" + std::string(room)});
        }
    }
    return findings;
}

inline std::vector<Finding> find_large_rooms(std::span<const SourceText> sources) {
    std::map<std::string, std::size_t> lines;
    for (const SourceText& source : sources) {
        if (std::string_view room = room_of(source.path); !room.empty()) {
            lines[std::string(room)] += lines_of(source.text).size();
        }
    }
    std::vector<Finding> findings;
    for (const auto& [room, count] : lines) {
        if (count > room_lines_max) {
            findings.push_back({"server/" + room, 1,
                                std::to_string(count) + " lines: at most " +
                                    std::to_string(room_lines_max) +
                                    ": make a room of a thing that can stand by itself"});
        }
    }
    return findings;
}

}  // namespace tidy
