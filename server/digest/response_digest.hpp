// Responses between boards in the quarterly digest: what is unanswered, and what was settled since.
#pragma once

#include <vector>

#include "server/digest/digest_queries.hpp"

namespace server::digest {

/// Each response once, also between two boards of the scope; by the day it was delivered.
std::vector<DigestRow> response_digest(db::ReadTx& tx, const DigestScope& scope);

}  // namespace server::digest
