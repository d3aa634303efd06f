// What an export of version 1 holds in other tables than this program: each kind of case had one
// for its history.
#pragma once

#include <string>
#include <vector>

namespace db {

/// A table of an export, and where its rows go.
struct FileTable {
    std::string name;
    std::vector<std::string> columns;
    std::string insert;  // up to its values
};

/// The seven tables that are case_event now, by name.
std::vector<FileTable> histories_of_format_1();

/// Afterwards, as the migration did with the rows that lay in the database.
inline constexpr const char* actors_of_format_1 =
    "UPDATE case_event SET actor = 'service' WHERE actor = ''";

}  // namespace db
