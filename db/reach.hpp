// In which boards' business a post is named: whoever reads its mailbox is told of it, and most of
// it opens without a seat.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"

namespace db {

/// Codes of the boards where the person has a seat or standing invitation of `today` (ISO) or
/// later, or is named in something that they may read or answer. Authors of reports are left to the
/// caller: whose report it is follows from the timetable.
std::set<std::string> boards_naming(ReadTx& tx, const std::string& person,
                                    const std::string& today);

/// Each column that names a person, either looked at by boards_naming() or its caller (`reason`
/// empty), or not, and why being named there opens nothing. tests/db/reach_test.cpp walks the
/// schema: a new column needs its row here.
struct PersonColumn {
    std::string_view table;
    std::string_view column;
    std::string_view reason = {};
};
std::span<const PersonColumn> person_columns();

std::vector<const Sql*> reach_statements();

}  // namespace db
