#include "server/access/relations.hpp"

#include "db/lookups.hpp"

namespace server::access {

using workflows::Relation;
using workflows::Relations;

Relations board_standing(db::ReadTx& tx, const base::Viewer& viewer, const std::string& board) {
    return board_standing(viewer, board,
                          viewer.signed_in() && db::is_standing_invitee(tx, board, viewer.person));
}

Relations board_standing(const base::Viewer& viewer, const std::string& board, bool invited) {
    Relations relations = base::general_standing(viewer);
    if (!viewer.signed_in()) return relations;
    if (base::sits_on(viewer, board)) relations |= Relation::member;
    if (viewer.serves(board)) relations |= Relation::secretariat;
    if (viewer.chairs(board)) relations |= Relation::chair;
    if (invited) relations |= Relation::invitee;
    return relations;
}

Standing standing_of_board(db::ReadTx& tx, const base::Viewer& viewer,
                           const std::optional<std::string>& board) {
    if (!board) return std::nullopt;
    return board_standing(tx, viewer, *board);
}

void add_side(Relations& relations, const base::Viewer& viewer, const std::string& board,
              Relation chair, Relation secretariat) {
    if (board.empty()) return;
    if (viewer.chairs(board)) relations |= chair;
    if (viewer.serves(board)) relations |= secretariat;
}

Relations standing_between(const base::Viewer& viewer, const std::string& asking_board,
                           const std::string& asked_board) {
    auto relations = base::general_standing(viewer);
    add_side(relations, viewer, asking_board, Relation::asking_chair, Relation::asking_secretariat);
    add_side(relations, viewer, asked_board, Relation::asked_chair, Relation::asked_secretariat);
    return relations;
}

}  // namespace server::access
