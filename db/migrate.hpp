// Brings a database file to the schema this program knows.
#pragma once

#include <string>
#include <vector>

#include "db/session.hpp"
#include "db/sql.hpp"

namespace db {

struct Migration {
    std::string name;  // "0001_initial"
    std::string sql;
};

/// The files of db/migrations, in order.
std::vector<Migration> embedded_migrations();

/// Applies what is missing, each in a transaction of its own, recorded in `migration`. Throws
/// std::runtime_error when the file holds a migration this program does not know (a newer file
/// with an older program: nothing is touched), or when a row names another that is not there after
/// a migration, which is undone.
void migrate(Session& writer, const std::vector<Migration>& migrations);

std::vector<const Sql*> migrate_statements();

}  // namespace db
