#include "server/boards/board_commands.hpp"

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/seat_details.hpp"

namespace server::boards {

Result<void> edit_board(const base::Acting&, db::WriteTx& tx, const EditBoard& command) {
    const auto& board = command.board;
    if (auto saved = db::save_board(tx, board); !saved) return saved.error();
    db::append_audit(tx, {"board.edit", "board:" + board.code, board.code,
                          "Details and lead times of the " + board.name});
    return {};
}

Result<void> set_quorum(const base::Acting&, db::WriteTx& tx, const SetQuorum& command) {
    if (command.votes < 0 || command.votes > workflows::quorum_max)
        return workflows::invalid("quorum", "Enter a whole number from 0 to 99");
    db::save_quorum(tx, command.board, command.votes);
    db::append_audit(tx, {"board.quorum", "board:" + command.board, command.board,
                          std::to_string(command.votes) + " votes needed"});
    return {};
}

}  // namespace server::boards
