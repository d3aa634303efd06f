// Removes what has served its purpose: old form answers, codes, links and sessions.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"

namespace db {

/// Each is removed when it ended before its day.
struct PurgeBefore {
    workflows::Instant submissions;  // a form token must not outlive its answer
    workflows::Instant codes;        // used ones: they say from where people signed in
    workflows::Instant unused_codes;
    workflows::Instant links;
    workflows::Instant sessions;
};

/// How many rows went.
long long purge(WriteTx& tx, const PurgeBefore& before);

std::vector<const Sql*> purge_statements();

}  // namespace db
