// The whole county as one JSON file and its papers, for taking to another machine or another
// program: beside the CSV files, which hold what people type, this holds all that happened.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/document_store.hpp"
#include "db/import/importer.hpp"
#include "workflows/core/result.hpp"

namespace db {

/// The name of the file in the folder of an export; the papers lie in `papers/` beside it, each
/// under its SHA-256.
inline constexpr const char* county_json_name = "county.json";

/// {"format":"shiremoot county","version":3,"tables":{
///  "board":{"columns":["code",…],"rows":[
///  ["HWB",…],
///  …]},…}}
/// Tables by name, rows by primary key, values as text, integers or null. Returns the files that
/// were written, or on a dry run would be. std::runtime_error when one cannot be; a paper that is
/// missing or damaged is one too.
std::vector<std::filesystem::path> export_county_json(ReadTx& tx, const DocumentStore& papers,
                                                      const std::filesystem::path& directory,
                                                      DryRun dry_run = DryRun::no);

struct CountyJsonReport {
    long long tables = 0;
    long long rows = 0;
    long long papers = 0;
};

/// Takes such a folder, or one of an earlier version (county_formats.hpp), into a county that has
/// no boards and no audit trail yet: all of it or nothing. As after a restore the audit trail is
/// the one that came, so that an export of what was imported gives the same bytes. Code::conflict:
/// this county is not empty. Code::invalid: the file is none, was written by another version of the
/// schema, or does not hold together; the message names the table or paper.
workflows::Result<CountyJsonReport> import_county_json(Database& database,
                                                       const DocumentStore& papers,
                                                       const std::filesystem::path& directory,
                                                       DryRun dry_run);

}  // namespace db
