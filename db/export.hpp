// Writes the county as CSV files that the importer takes back.
#pragma once

#include <filesystem>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"

namespace db {

/// One file for each kind the importer knows, in `directory`, which is made; the files' paths.
/// Throws std::runtime_error when one cannot be written.
std::vector<std::filesystem::path> export_county(ReadTx& tx,
                                                 const std::filesystem::path& directory);

std::vector<const Sql*> export_statements();

}  // namespace db
