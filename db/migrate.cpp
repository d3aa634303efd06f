#include "db/migrate.hpp"

#include <set>
#include <stdexcept>

#include "db/statement.hpp"

namespace db {
namespace {

constexpr Query<std::string> list_applied{"migration.list",
                                          "SELECT name FROM migration ORDER BY name"};

std::set<std::string> applied(Session& writer) {
    const auto rows = select(writer, list_applied);
    return {rows.begin(), rows.end()};
}

void refuse_unknown(std::set<std::string> names, const std::vector<Migration>& migrations) {
    for (const auto& migration : migrations)
        names.erase(migration.name);
    if (names.empty()) return;
    throw std::runtime_error("The database was written by a newer shiremoot (it has " +
                             *names.begin() + "). Run that version; nothing was changed.");
}

}  // namespace

void migrate(Session& writer, const std::vector<Migration>& migrations) {
    writer.execute_script(
        "CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY) STRICT");
    const auto done = applied(writer);
    refuse_unknown(done, migrations);
    for (const auto& migration : migrations) {
        if (done.count(migration.name) != 0) continue;
        // Names come from our own files, never from input.
        writer.execute_script("BEGIN IMMEDIATE; " + migration.sql +
                              "; INSERT INTO migration(name) VALUES ('" + migration.name +
                              "'); COMMIT");
    }
}

std::vector<const Sql*> migrate_statements() {
    return {&list_applied};
}

}  // namespace db
