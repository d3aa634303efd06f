// One SQLite connection with its prepared statements. Used by one thread at a time.
#pragma once

#include <soci/soci.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <typeindex>
#include <utility>

namespace db {

struct Sql;  // db/sql.hpp

enum class Access { read_only, read_write };

/// A statement kept prepared between uses; statement.hpp holds the typed kind.
struct PreparedBase {
    virtual ~PreparedBase() = default;
    bool in_use = false;
};

class Session {
  public:
    /// Opens the file and sets and asserts every pragma of docs/operations.md; throws
    /// soci::soci_error or std::runtime_error when the file cannot be used.
    Session(const std::filesystem::path& file, Access access);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Runs a script of one or more statements without parameters (migrations, BEGIN, COMMIT).
    void execute_script(const std::string& script);
    /// First column of the first row of a pragma or other parameterless query, "" without a row.
    std::string query_text(const std::string& query);

    /// False outside BEGIN … COMMIT, and after SQLite itself rolled back (a full disk).
    bool in_transaction();

    soci::session& soci() { return sql_; }
    /// The connection below SOCI, for the online backup only (a `sqlite3*`).
    void* native();

    /// Under the statement and the types it is used with.
    using PreparedKey = std::pair<const Sql*, std::type_index>;
    std::map<PreparedKey, std::unique_ptr<PreparedBase>>& prepared() { return prepared_; }

  private:
    soci::session sql_;
    std::map<PreparedKey, std::unique_ptr<PreparedBase>> prepared_;
};

}  // namespace db
