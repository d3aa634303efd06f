// Rows that pass from a board to its successor by one statement, told one by one.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/statement.hpp"

namespace db {

/// Things by the names that they have in the audit trail: "issue:ID".
using Resources = std::vector<std::string>;

/// Runs an UPDATE or DELETE that ends with RETURNING and one text; what it returned, each after
/// `kind` ("issue:"). Their pages are made anew.
inline Resources moved(WriteTx& tx, const Query<std::string>& query, const std::string& kind,
                       const Arguments& arguments) {
    Resources rows;
    for (const auto& key : select(tx.session(), query, arguments))
        rows.push_back(kind + key);
    for (const auto& row : rows)
        tx.touch(row);
    return rows;
}

inline void append(Resources& all, const Resources& more) {
    all.insert(all.end(), more.begin(), more.end());
}

}  // namespace db
