// Taking a board out of a group; boards.hpp lists groups and adds to them.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/result.hpp"
#include "workflows/timetable/timetable.hpp"

namespace db {

/// Code::not_found: the board is not in the group (any more).
workflows::Result<void> remove_group_member(WriteTx& tx, const workflows::GroupMember& member);

std::vector<const Sql*> groups_statements();

}  // namespace db
