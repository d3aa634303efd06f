// Every SQL statement of the program in one list, which the tests prepare and explain.
#pragma once

#include <vector>

#include "db/sql.hpp"

namespace db {

/// Those of all files, in the order of statements.cpp.
std::vector<const Sql*> all_statements();

}  // namespace db
