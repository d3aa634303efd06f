// Takes a county from a folder of CSV files: all of it or, with a list of every fault, nothing.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/import/report.hpp"
#include "db/sql.hpp"
#include "workflows/core/date.hpp"

namespace db {

enum class DryRun { no, yes };

/// Files are recognised by their header, whatever their names, and may come in any order. Only what
/// is missing is added: rows that are here already stay as they are, edited or not, and a meeting
/// that was moved keeps its new date. `holiday_reason` says why a day is no working day, empty on
/// a working day. One transaction, with one row in the audit trail; never throws for what a file
/// says.
ImportReport import_directory(Database& database, const std::filesystem::path& directory,
                              DryRun dry_run,
                              const std::function<std::string(workflows::Day)>& holiday_reason,
                              const Actor& actor = {});

std::vector<const Sql*> import_statements();

}  // namespace db
