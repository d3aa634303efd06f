// One file that holds the whole county, made while the server runs and proved by restoring it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/document_store.hpp"
#include "db/sql.hpp"

namespace db {

/// What a check saw. Papers are counted once each, however many agendas name them.
struct CheckReport {
    long long audit_rows = 0;
    std::string audit_hash;  // of the last row; noted elsewhere, it shows a trail cut short
    long long papers = 0;
    std::vector<std::string> faults;  // whole sentences; empty: all is well
    bool good() const { return faults.empty(); }
    std::vector<std::string> lines() const;
};

/// The database and every paper that it names: integrity_check, foreign_key_check, the audit chain,
/// the log of cases, each paper's hash.
CheckReport check(Database& database, const DocumentStore& documents);

struct BackupReport {
    std::filesystem::path file;
    long long size_bytes = 0;
    CheckReport checked;  // of the copy restored from it
};

/// How many database pages are copied before writers get their turn.
inline constexpr int backup_slice_pages = 256;

/// Writes `file`, a tar archive of shiremoot.db and papers/, beside which a scratch folder stands
/// while this runs. The database is copied on the writer's connection, a slice at a time between
/// transactions, so that all committed before the call is in it. `file` appears only after a copy
/// restored from it was checked. std::runtime_error when it exists or the copy is not good;
/// std::system_error for the disk. `between` runs after each slice (tests write there).
BackupReport backup(
    Database& database, const DocumentStore& documents, const std::filesystem::path& file,
    const std::function<void()>& between = [] {});

/// Unpacks a backup into `directory`, which must be missing or empty, and checks it. Nothing is
/// kept of a backup that is not good: std::runtime_error says what is wrong.
CheckReport restore(const std::filesystem::path& file, const std::filesystem::path& directory);

std::vector<const Sql*> backup_statements();

}  // namespace db
