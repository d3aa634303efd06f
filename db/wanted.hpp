// Many keys in one statement, for what a list shows: neither an array nor a list of any length can
// be bound on both engines.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "db/statement.hpp"

namespace db {

/// Stands before a SELECT that asks for `IN (SELECT wanted.id FROM wanted)`: each of the keys.
// They stand in one text, each in a place of its own of the same width. It is cut into lines first:
// to reach a place costs as much as what stands before it.
inline constexpr const char* with_wanted = R"(
    WITH RECURSIVE line_start(start) AS (
        SELECT 1 UNION ALL SELECT start + CAST(:line AS INTEGER) FROM line_start
        WHERE start + CAST(:line AS INTEGER) <= CAST(:length AS INTEGER)),
    line(text) AS MATERIALIZED (
        SELECT SUBSTR(:keys, line_start.start, CAST(:line AS INTEGER)) FROM line_start),
    place(start) AS (
        SELECT 1 UNION ALL SELECT start + CAST(:width AS INTEGER) FROM place
        WHERE start + CAST(:width AS INTEGER) <= CAST(:line AS INTEGER)),
    wanted(id) AS MATERIALIZED (
        SELECT TRIM(SUBSTR(line.text, place.start, CAST(:width AS INTEGER)))
        FROM line CROSS JOIN place
        WHERE TRIM(SUBSTR(line.text, place.start, CAST(:width AS INTEGER))) <> ''))";

/// What `with_wanted` takes. No key begins or ends with a blank; an empty one is passed over.
Arguments wanted(const std::set<std::string>& keys);
Arguments wanted(const std::vector<std::string>& keys);

}  // namespace db
