#include "db/session.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <array>
#include <stdexcept>

namespace db {
namespace {

// value is what reading the pragma back must give.
struct Pragma {
    const char* name;
    const char* set;
    const char* value;
};

// FULL: an acknowledged commit survives power loss. Checkpoints are the writer's alone: Debian's
// 3.40.1 can corrupt a WAL that one connection resets while another commits.
constexpr std::array common_pragmas{
    Pragma{"foreign_keys", "ON", "1"},    Pragma{"trusted_schema", "OFF", "0"},
    Pragma{"cell_size_check", "ON", "1"}, Pragma{"recursive_triggers", "ON", "1"},
    Pragma{"mmap_size", "0", "0"},        Pragma{"busy_timeout", "5000", "5000"},
    Pragma{"temp_store", "MEMORY", "2"},  Pragma{"cache_size", "-4000", "-4000"},
};
constexpr std::array writer_pragmas{
    Pragma{"journal_mode", "WAL", "wal"},
    Pragma{"synchronous", "FULL", "2"},
    Pragma{"wal_autocheckpoint", "1000", "1000"},
};
constexpr std::array reader_pragmas{
    Pragma{"query_only", "ON", "1"},
    Pragma{"wal_autocheckpoint", "0", "0"},
};

constexpr int length_bytes_max = 64 << 20;
constexpr int sql_bytes_max = 100'000;
constexpr int like_pattern_bytes_max = 200;

soci::sqlite3_session_backend& backend_of(soci::session& sql) {
    return *static_cast<soci::sqlite3_session_backend*>(sql.get_backend());
}

template <class Pragmas>
void set_and_assert(Session& session, const Pragmas& pragmas) {
    for (const Pragma& pragma : pragmas) {
        const std::string name = pragma.name;
        session.query_text("PRAGMA " + name + " = " + pragma.set);
        if (const auto seen = session.query_text("PRAGMA " + name);
            seen != pragma.value && !(name == "mmap_size" && seen.empty())) {
            throw std::runtime_error("pragma " + name + " is " + seen + ", not " + pragma.value);
        }
    }
}

}  // namespace

Session::Session(const std::filesystem::path& file, Access access)
    : sql_(std::make_unique<soci::session>(
          soci::sqlite3, "dbname=\"" + file.string() + "\" timeout=5" +
                             (access == Access::read_only ? " readonly=1" : ""))) {
    auto* connection = backend_of(*sql_).conn_;
    sqlite_api::sqlite3_extended_result_codes(connection, 1);
    sqlite_api::sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, length_bytes_max);
    sqlite_api::sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, sql_bytes_max);
    sqlite_api::sqlite3_limit(connection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, like_pattern_bytes_max);
    sqlite_api::sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0);
    sqlite_api::sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite_api::sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite_api::sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    set_and_assert(*this, common_pragmas);
    if (access == Access::read_write) {
        set_and_assert(*this, writer_pragmas);
    } else {
        sqlite_api::sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        set_and_assert(*this, reader_pragmas);
    }
}

Session::~Session() {
    prepared_.clear();
}

void Session::execute_script(const std::string& script) {
    char* message = nullptr;
    const int result = sqlite_api::sqlite3_exec(backend_of(*sql_).conn_, script.c_str(), nullptr,
                                                nullptr, &message);
    const std::string text = message != nullptr ? message : "";
    sqlite_api::sqlite3_free(message);
    if (result != SQLITE_OK) {
        throw soci::sqlite3_soci_error("script failed: " + text, result);
    }
}

std::string Session::query_text(const std::string& query) {
    std::string value;
    const auto take = [](void* out, int count, char** columns, char**) {
        if (count > 0 && columns[0] != nullptr) *static_cast<std::string*>(out) = columns[0];
        return 0;
    };
    if (sqlite_api::sqlite3_exec(backend_of(*sql_).conn_, query.c_str(), take, &value, nullptr) !=
        SQLITE_OK) {
        throw std::runtime_error("query failed: " + query);
    }
    return value;
}

bool Session::in_transaction() {
    return sqlite_api::sqlite3_get_autocommit(backend_of(*sql_).conn_) == 0;
}

void* Session::native() {
    return backend_of(*sql_).conn_;
}

}  // namespace db
