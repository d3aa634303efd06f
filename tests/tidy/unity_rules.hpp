// Files that are compiled as one: each stands in one group, and the names that are its own do not
// meet those of another file in it.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/room_rules.hpp"
#include "tests/tidy/source_text.hpp"

namespace tidy {

constexpr std::size_t unity_files_max = 8;

/// `unity_group(name file…)` or `unity_alone(file…)` of a unity.cmake.
struct UnityGroup {
    std::string path;  // "server/unity.cmake"
    std::size_t line = 0;
    bool alone = false;
    std::vector<std::string> files;  // from the root of the repository
};

inline std::vector<std::string> blank_separated(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (char c : text) {
        if (c != ' ' && c != '\n') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

inline std::vector<UnityGroup> read_unity(const std::string& folder, std::string_view text) {
    std::vector<UnityGroup> groups;
    for (std::string_view call : {"\nunity_group(", "\nunity_alone("}) {
        for (auto at = text.find(call); at != std::string_view::npos;
             at = text.find(call, at + 1)) {
            const auto from = at + call.size();
            auto words = blank_separated(text.substr(from, text.find(')', from) - from));
            UnityGroup group{
                folder + "/unity.cmake", line_of(text, from), call == "\nunity_alone(", {}};
            if (!group.alone) words.erase(words.begin());
            for (const auto& file : words)
                group.files.push_back(folder + "/" + file);
            groups.push_back(std::move(group));
        }
    }
    return groups;
}

/// The word that a line of code at the left edge declares; empty when it declares none.
inline std::string declared_name(std::string_view line) {
    for (std::string_view type : {"struct ", "class ", "enum class "}) {
        if (!line.starts_with(type)) continue;
        line.remove_prefix(type.size());
        return std::string(line.substr(0, line.find_first_of(" :;{")));
    }
    for (std::string_view other : {"using ", "namespace ", "template", "#", "}", "static_assert"})
        if (line.starts_with(other)) return {};
    const auto end = line.find_first_of("({=[");
    if (end == std::string_view::npos) return {};
    auto head = trimmed(line.substr(0, end));
    const auto begin = head.find_last_of(" &*");
    if (begin == std::string_view::npos) return {};
    head.remove_prefix(begin + 1);
    const bool word = std::all_of(head.begin(), head.end(), is_word_character);
    return word ? std::string(head) : std::string();
}

/// What the file declares for itself, in namespaces without a name.
inline std::set<std::string> internal_names(const SourceText& source) {
    std::set<std::string> names;
    bool inside = false;
    for (std::string_view line : lines_of(source.code)) {
        if (line.starts_with("namespace {")) inside = true;
        if (inside && line.starts_with("}") && trimmed(line) == "}") inside = false;
        const bool at_edge = !line.empty() && line.front() != ' ';
        if (inside && at_edge)
            if (auto name = declared_name(line); !name.empty()) names.insert(std::move(name));
    }
    return names;
}

namespace unity {

using Files = std::map<std::string_view, const SourceText*>;

inline void find_names_twice(const UnityGroup& group, const Files& files,
                             std::vector<Finding>& findings) {
    std::map<std::string, std::string> seen;
    for (const auto& file : group.files) {
        const auto found = files.find(file);
        if (found == files.end()) continue;
        for (const auto& name : internal_names(*found->second)) {
            const auto [at, is_new] = seen.emplace(name, file);
            if (!is_new)
                findings.push_back({file, 1,
                                    name + " is a name of " + at->second +
                                        " too, in the same unity group: say what it is in whole "
                                        "words, or put the file into another group"});
        }
    }
}

}  // namespace unity

/// Every .cpp of a folder with a unity.cmake is named once; groups are small.
inline std::vector<Finding> find_unity_faults(std::span<const SourceText> sources,
                                              std::span<const UnityGroup> groups) {
    std::vector<Finding> findings;
    unity::Files files;
    for (const SourceText& source : sources)
        files.emplace(source.path, &source);
    std::map<std::string, int> named;
    std::set<std::string> folders;
    for (const UnityGroup& group : groups) {
        folders.insert(group.path.substr(0, group.path.find('/') + 1));
        for (const auto& file : group.files) {
            ++named[file];
            if (!files.contains(file))
                findings.push_back({group.path, group.line, file + " is not there"});
        }
        if (group.alone) continue;
        if (group.files.size() > unity_files_max)
            findings.push_back({group.path, group.line, "a group of more than 8 files: divide it"});
        unity::find_names_twice(group, files, findings);
    }
    for (const SourceText& source : sources) {
        const auto folder = source.path.substr(0, source.path.find('/') + 1);
        const bool counts = folders.contains(folder) && source.path.ends_with(".cpp") &&
                            source.path != "server/main.cpp" &&
                            !source.path.starts_with("workflows/text/");
        if (counts && named[source.path] != 1)
            findings.push_back({source.path, 1,
                                "name it once in " + folder +
                                    "unity.cmake: in a group of its room, or in unity_alone with "
                                    "the reason"});
    }
    return findings;
}

/// "routes.cpp" may stand in each room, and so may the other kinds; another name says one thing.
/// site/ joins what the rooms bring under the names of their kinds.
inline std::vector<Finding> find_base_names_twice(std::span<const SourceText> sources) {
    constexpr std::string_view kinds[] = {"routes",  "handlers", "words",     "commands",
                                          "queries", "pages",    "forms",     "letters",
                                          "exports", "entries",  "deadlines", "subjects"};
    std::map<std::string, std::string> rooms;
    std::vector<Finding> findings;
    for (const SourceText& source : sources) {
        const auto room = std::string(room_of(source.path));
        if (room.empty() || room == "site") continue;
        const auto slash = source.path.rfind('/') + 1;
        const auto stem = source.path.substr(slash, source.path.rfind('.') - slash);
        if (std::ranges::find(kinds, stem) != std::end(kinds)) continue;
        const auto [at, is_new] = rooms.emplace(stem, room);
        if (!is_new && at->second != room)
            findings.push_back({source.path, 1,
                                "server/" + at->second +
                                    " has a file of this name too: put the "
                                    "thing first"});
    }
    return findings;
}

}  // namespace tidy
