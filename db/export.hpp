// Writes the county as CSV files that the importer takes back.
#pragma once

#include <filesystem>
#include <vector>

#include "db/database.hpp"
#include "db/import/importer.hpp"
#include "db/sql.hpp"

namespace db {

/// One file for each kind the importer knows, in `directory`, which is made; the files' paths. With
/// DryRun::yes nothing is made and the paths are those that would be written. An import of the
/// files into an empty county and an export of that one give the same bytes. Left out is what an
/// import does not take: cancelled meetings with the stops still on them, a second meeting of a
/// board on one day, an earlier circulation of the same document by the same board. Throws
/// std::runtime_error when a file cannot be written.
std::vector<std::filesystem::path> export_county(ReadTx& tx, const std::filesystem::path& directory,
                                                 DryRun dry_run = DryRun::no);

std::vector<const Sql*> export_statements();

}  // namespace db
