// One SQLite connection with its prepared statements. Used by one thread at a time.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace soci {
class session;  // left out so that SOCI is compiled where statements run, and nowhere else
}

namespace db {

struct Sql;  // db/sql.hpp

enum class Access { read_only, read_write };

/// A statement kept prepared between uses; statement.cpp holds what it is.
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

    soci::session& soci() { return *sql_; }
    /// The connection below SOCI, for the online backup only (a `sqlite3*`).
    void* native();

    std::map<const Sql*, std::unique_ptr<PreparedBase>>& prepared() { return prepared_; }

  private:
    std::unique_ptr<soci::session> sql_;
    std::map<const Sql*, std::unique_ptr<PreparedBase>> prepared_;
};

}  // namespace db
