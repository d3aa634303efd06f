// Whose report each report of the timetable is.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"

namespace db {

/// The boards whose report it is: the one that the county named, else those that the cells of the
/// year have agree it first.
std::vector<std::string> owners_of_report(ReadTx& tx, const std::string& report, int year);
/// Those that the cells have agree it first, whatever the county named.
std::vector<std::string> owners_by_cells(ReadTx& tx, const std::string& report, int year);

}  // namespace db
