// Boards, the groups that the timetable names, and which board took over from which.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/result.hpp"
#include "workflows/timetable/timetable.hpp"

namespace db {

std::optional<workflows::Board> find_board(ReadTx& tx, const std::string& code);
std::optional<workflows::Board> find_board_by_slug(ReadTx& tx, const std::string& slug);
/// Code::not_found.
workflows::Result<workflows::Board> load_board(ReadTx& tx, const std::string& code);
/// By code.
std::vector<workflows::Board> list_boards(ReadTx& tx);
/// All in one read, for what names a board in each of its rows.
std::map<std::string, workflows::Board> boards_by_code(ReadTx& tx);

/// Code::conflict (field "code" or "slug": taken), Code::invalid (field "parent" or "succeeded_by":
/// no such board, or the boards would follow each other in a circle).
workflows::Result<void> insert_board(WriteTx& tx, const workflows::Board& board);
/// Writes every field of the row whose version is `board.version`. Code::stale, and as above.
workflows::Result<void> save_board(WriteTx& tx, const workflows::Board& board);

/// By group, then board.
std::vector<workflows::GroupMember> list_groups(ReadTx& tx);
/// Code::conflict when the board is in the group already.
workflows::Result<void> insert_group_member(WriteTx& tx, const workflows::GroupMember& member);

/// Every board that was or will be succeeded, by code.
std::vector<workflows::Succession> list_successions(ReadTx& tx);
/// The board named as successor of `code`, whatever the day; nothing while none is.
std::optional<workflows::Board> successor_of(ReadTx& tx, const std::string& code);

std::vector<const Sql*> boards_statements();

}  // namespace db
