#include "tests/harness/statement_log.hpp"

#include <sqlite3.h>

#include <memory>
#include <string_view>
#include <vector>

#include "db/session.hpp"
#include "db/statements.hpp"

namespace tests {
namespace {

bool is_of_a_transaction(std::string_view text) {
    return text.starts_with("BEGIN") || text.starts_with("COMMIT") || text.starts_with("ROLLBACK");
}

// As App opens the file.
int readers_of(TestApp& app) {
    return app.app().config.workers + 2;
}

}  // namespace

StatementLog::StatementLog(TestApp& app) : app_(app) {
    listen(true);
}

StatementLog::~StatementLog() {
    listen(false);
}

// The readers are reached by holding all of them at once.
void StatementLog::listen(bool begin) {
    auto& database = app_.app().database;
    const auto hear = [&](db::Session& session) {
        sqlite3_trace_v2(static_cast<sqlite3*>(session.native()), begin ? SQLITE_TRACE_STMT : 0,
                         begin ? &heard : nullptr, this);
    };
    database.with_writer(hear);
    std::vector<std::unique_ptr<db::ReadTx>> readers;
    for (int i = 0; i < readers_of(app_); ++i) {
        readers.push_back(database.begin_read());
        hear(readers.back()->session());
    }
}

int StatementLog::heard(unsigned, void* log, void*, void* text) {
    const std::string_view statement = static_cast<const char*>(text);
    // A trigger's statement comes as a comment, within one that was heard already.
    if (is_of_a_transaction(statement) || statement.starts_with("--")) return 0;
    ++static_cast<StatementLog*>(log)->runs_[std::string(statement)];
    return 0;
}

std::size_t StatementLog::count() const {
    std::size_t all = 0;
    for (const auto& [text, runs] : runs_)
        all += runs;
    return all;
}

std::map<std::string, std::size_t> StatementLog::by_name() const {
    std::map<std::string, std::string> names;
    for (const auto* sql : db::all_statements())
        names[db::text_of(*sql)] = sql->name;
    std::map<std::string, std::size_t> runs;
    for (const auto& [text, times] : runs_)
        runs[names.contains(text) ? names[text] : text] += times;
    return runs;
}

}  // namespace tests
