#include "server/boards/board_commands.hpp"

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/seat_details.hpp"
#include "server/boards/member_words.hpp"
#include "server/boards/words.hpp"

namespace server::boards {

Result<void> edit_board(const base::Acting&, db::WriteTx& tx, const EditBoard& command) {
    const auto& board = command.board;
    if (auto saved = db::save_board(tx, board); !saved) return saved.error();
    db::append_audit(tx, {"board.edit", "board:" + board.code, board.code,
                          words::details_and_deadlines(board.name)});
    return {};
}

Result<void> set_quorum(const base::Acting&, db::WriteTx& tx, const SetQuorum& command) {
    if (command.votes < 0 || command.votes > workflows::quorum_max)
        return workflows::invalid("quorum", member_words::enter_a_whole_number_from_0);
    db::save_quorum(tx, command.board, command.votes);
    db::append_audit(tx, {"board.quorum", "board:" + command.board, command.board,
                          member_words::votes_needed(command.votes)});
    return {};
}

}  // namespace server::boards
