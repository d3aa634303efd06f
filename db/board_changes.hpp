// Boards that get another name, address or successor on a day, and the addresses they had before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/result.hpp"
#include "workflows/succession/board_change.hpp"

namespace db {

struct BoardChangeRow {
    std::string id;
    std::string batch;  // boards that change in one go share it; what pages and undo speak of
    workflows::ChangeKind kind = workflows::ChangeKind::succession;
    std::string board;      // code
    std::string successor;  // code, for a succession
    std::string name;       // the new ones, for a rename
    std::string slug;
    workflows::ComingMeetings meetings = workflows::ComingMeetings::hand_over;
    workflows::Day on = {};
    workflows::ChangeState state = workflows::ChangeState::proposed;
    workflows::Instant made_at = {};
    std::string made_by;  // person key; empty: an import
    std::optional<workflows::Instant> done_at = {};
};

/// Newest first.
std::vector<BoardChangeRow> list_board_changes(ReadTx& tx);
/// By board; empty when there is no such batch.
std::vector<BoardChangeRow> list_batch(ReadTx& tx, const std::string& batch);
/// Those of one board, newest first.
std::vector<BoardChangeRow> list_changes_of(ReadTx& tx, const std::string& board);
/// Recorded ones whose day is `day` or earlier, oldest day first.
std::vector<BoardChangeRow> list_changes_due(ReadTx& tx, workflows::Day day);

/// Fills in id, batch (when empty), made_at and made_by.
BoardChangeRow insert_board_change(WriteTx& tx, BoardChangeRow row);
/// Writes the state, and when it was carried out, of the row that is in `from`; false when it is
/// there no more: somebody else was first.
bool set_change_state(WriteTx& tx, const std::string& id, workflows::ChangeState from,
                      workflows::ChangeState to);

/// Gives the board its new name and address, and keeps the old address for those who know it.
/// Code::conflict, field "slug": another board has it or had it.
workflows::Result<void> rename_board(WriteTx& tx, const std::string& board, const std::string& name,
                                     const std::string& slug);
/// Whether `slug` may become the address of `board`. Code::conflict, field "slug".
workflows::Result<void> check_slug_free(ReadTx& tx, const std::string& board,
                                        const std::string& slug);
/// The present slug of the board that once had `old_slug`.
std::optional<std::string> moved_slug(ReadTx& tx, const std::string& old_slug);

std::vector<const Sql*> board_changes_statements();

}  // namespace db
