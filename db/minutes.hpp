// That the draft minutes of a meeting were circulated: one fact for each meeting, or none yet.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/date.hpp"
#include "workflows/core/result.hpp"

namespace db {

/// The day on which they went round; nothing while they have not.
std::optional<workflows::Day> find_draft_minutes(ReadTx& tx, const std::string& meeting);

/// Code::conflict: a day is recorded already.
workflows::Result<void> record_draft_minutes(WriteTx& tx, const std::string& meeting,
                                             workflows::Day circulated, const std::string& by);
/// Code::not_found: none are recorded.
workflows::Result<void> remove_draft_minutes(WriteTx& tx, const std::string& meeting);

/// Ids of the meetings planned from `from` to `to`, both included, whose draft minutes went round.
std::set<std::string> list_meetings_with_minutes(ReadTx& tx, workflows::Day from,
                                                 workflows::Day to);

std::vector<const Sql*> minutes_statements();

}  // namespace db
