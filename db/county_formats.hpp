// What the exports of earlier versions of this program hold otherwise than its own does. In version
// 1 each kind of case had a table of its own for its history; up to version 2 a theme did not say
// who raised it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace db {

inline constexpr int county_format = 3;

/// A table of an export, and where its rows go.
struct FileTable {
    std::string name;
    std::vector<std::string> columns;
    std::string insert;  // up to its values
};

/// Whether an export of that format has the table.
bool stands_in_format(int format, std::string_view table);

/// The columns of `table` in an export of that format, of those that it has now.
std::vector<std::string> columns_in_format(int format, std::string_view table,
                                           std::vector<std::string> columns);

/// Tables of that format whose rows go into another table now, by name.
std::vector<FileTable> earlier_tables(int format);

/// SQL that brings the rows of that format to the present one, as the migrations did with the rows
/// of a data directory.
std::string completed_from_format(int format);

}  // namespace db
