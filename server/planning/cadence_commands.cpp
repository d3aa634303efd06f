#include "server/planning/cadence_commands.hpp"

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "server/planning/words.hpp"

namespace server::planning {
namespace {

using workflows::invalid;

Result<void> check_cadence(const workflows::Cadence& cadence) {
    if (cadence.in_public > cadence.meetings) return invalid("in_public", words::more_than_all);
    if (cadence.joint > cadence.meetings) return invalid("joint", words::more_than_all);
    return {};
}

// The code of the board that joint meetings are with; empty when none is named.
Result<std::string> joint_board(db::ReadTx& tx, const SetCadence& command) {
    std::string code;
    if (!command.joint_with.empty()) {
        const auto other = db::find_board_by_slug(tx, command.joint_with);
        if (!other || other->code == command.board)
            return invalid("joint_with", words::select_another_board);
        code = other->code;
    }
    if ((command.cadence.joint > 0) == code.empty())
        return invalid("joint_with", words::joint_both);
    return code;
}

}  // namespace

Result<void> set_cadence(const base::Acting&, db::WriteTx& tx, const SetCadence& command) {
    const auto& board = command.board;
    auto cadence = command.cadence;
    if (auto ok = check_cadence(cadence); !ok) return ok;
    const auto with = joint_board(tx, command);
    if (!with) return with.error();
    cadence.joint_with = *with;
    db::save_cadence(tx, board, cadence);
    db::append_audit(
        tx, {"board.cadence", "board:" + board, board,
             std::to_string(cadence.meetings) + " a year, " + std::to_string(cadence.in_public) +
                 " in public, " + std::to_string(cadence.joint) + " joint"});
    return {};
}

}  // namespace server::planning
