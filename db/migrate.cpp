#include "db/migrate.hpp"

#include <set>
#include <stdexcept>

#include "db/statement.hpp"
#include "db/words.hpp"

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
    throw std::runtime_error(words::newer_database(*names.begin()));
}

// While a table is made anew the references to it go nowhere: nothing watches them until all is
// done. SQLite takes this pragma outside transactions only.
class UnwatchedReferences {
  public:
    explicit UnwatchedReferences(Session& writer) : writer_(writer) {
        writer_.execute_script("PRAGMA foreign_keys = OFF");
    }
    ~UnwatchedReferences() {
        if (writer_.in_transaction()) writer_.execute_script("ROLLBACK");
        writer_.execute_script("PRAGMA foreign_keys = ON");
    }
    UnwatchedReferences(const UnwatchedReferences&) = delete;
    UnwatchedReferences& operator=(const UnwatchedReferences&) = delete;

  private:
    Session& writer_;
};

// Names come from our own files, never from input.
void apply(Session& writer, const Migration& migration) {
    writer.execute_script("BEGIN IMMEDIATE; " + migration.sql +
                          "; INSERT INTO migration(name) VALUES ('" + migration.name + "')");
    const auto astray = writer.query_text(
        "SELECT 'a row of ' || \"table\" || ' names a ' || parent || ' that is not there'"
        " FROM pragma_foreign_key_check");
    if (!astray.empty()) throw std::runtime_error(words::migration_failed(migration.name, astray));
    writer.execute_script("COMMIT");
}

}  // namespace

void migrate(Session& writer, const std::vector<Migration>& migrations) {
    writer.execute_script(
        "CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY) STRICT");
    const auto done = applied(writer);
    refuse_unknown(done, migrations);
    for (const auto& migration : migrations) {
        if (done.count(migration.name) != 0) continue;
        const UnwatchedReferences unwatched(writer);
        apply(writer, migration);
    }
}

std::vector<const Sql*> migrate_statements() {
    return {&list_applied};
}

}  // namespace db
