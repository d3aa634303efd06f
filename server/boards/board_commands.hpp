// Changes to what a board says of itself and to the votes that its meetings need.
#pragma once

#include <string>

#include "db/database.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"
#include "workflows/boards/board.hpp"

namespace server::boards {

struct EditBoard {
    workflows::Board board;  // as it is to be; its version is the one that was shown
};
/// Errors as db::save_board().
Result<void> edit_board(const base::Acting&, db::WriteTx& tx, const EditBoard& command);

struct SetQuorum {
    std::string board;  // its code
    int votes = 0;      // 0: not known
};
/// Code::invalid, field "quorum".
Result<void> set_quorum(const base::Acting&, db::WriteTx& tx, const SetQuorum& command);

}  // namespace server::boards
