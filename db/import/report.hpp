// What an import found: how much of each kind is new, and every line that cannot be taken.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "workflows/core/names.hpp"

namespace db {

enum class ImportKind {
    boards,
    groups,
    people,
    memberships,
    invitations,
    meetings,
    circulation,
    timetable,
    register_records,
    themes
};
inline constexpr std::size_t import_kinds = 10;

/// One thing wrong, or worth a look, at a place in a file.
struct ImportProblem {
    std::string file;   // name without folder
    int line = 0;       // from 1; 0: the file as a whole
    int column = 0;     // in characters, from 1
    std::string field;  // name of the column, or empty
    std::string message;
    std::string remedy;  // empty where the message holds it

    /// "memberships.csv:12:5: role: … …"
    std::string text() const;
};

struct ImportCount {
    int added = 0;
    int unchanged = 0;  // here already, and the same
    int kept = 0;       // here already and different: what was edited on the pages stays
};

struct ImportReport {
    std::array<ImportCount, import_kinds> counts = {};
    std::vector<ImportProblem> errors;    // by file and line; with any, nothing was imported
    std::vector<ImportProblem> warnings;  // imported all the same
    bool imported = false;                // false on errors and on a dry run

    ImportCount& of(ImportKind kind) { return counts[static_cast<std::size_t>(kind)]; }
    const ImportCount& of(ImportKind kind) const { return counts[static_cast<std::size_t>(kind)]; }
    int added() const;
    /// One line for each kind that the files held, then what was kept and why.
    std::vector<std::string> lines() const;
};

}  // namespace db

namespace workflows {

template <>
inline constexpr auto names<db::ImportKind> = std::to_array<Name<db::ImportKind>>({
    {db::ImportKind::boards, "boards", "boards"},
    {db::ImportKind::groups, "groups", "group rows"},
    {db::ImportKind::people, "people", "people"},
    {db::ImportKind::memberships, "memberships", "memberships"},
    {db::ImportKind::invitations, "invitations", "standing invitations"},
    {db::ImportKind::meetings, "meetings", "meetings"},
    {db::ImportKind::circulation, "circulation", "circulation stops"},
    {db::ImportKind::timetable, "timetable", "timetable entries"},
    {db::ImportKind::register_records, "register", "register records"},
    {db::ImportKind::themes, "themes", "themes"},
});

}  // namespace workflows
