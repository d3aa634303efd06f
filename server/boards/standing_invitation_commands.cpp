#include "server/boards/standing_invitation_commands.hpp"

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/people.hpp"
#include "server/boards/member_words.hpp"

namespace server::boards {

Result<void> check_board(db::ReadTx& tx, const std::string& code) {
    if (db::find_board(tx, code)) return {};
    return workflows::invalid("board", member_words::select_a_board_from_the_list);
}

Result<void> check_invited(db::ReadTx& tx, const std::string& board, const std::string& person) {
    if (auto ok = check_board(tx, board); !ok) return ok;
    if (db::find_person(tx, person)) return {};
    return workflows::invalid("person", member_words::select_a_post_from_the_list);
}

Result<void> add_invitation(const base::Acting&, db::WriteTx& tx, const AddInvitation& command) {
    const auto& invitation = command.invitation;
    if (auto ok = check_invited(tx, invitation.board, invitation.person); !ok) return ok;
    if (auto added = db::insert_standing_invitation(tx, invitation); !added) return added.error();
    db::append_audit(
        tx, {"invitation.add", "person:" + invitation.person, invitation.board, invitation.reason});
    return {};
}

Result<void> edit_invitation(const base::Acting&, db::WriteTx& tx, const EditInvitation& command) {
    const auto& invitation = command.invitation;
    if (auto saved = db::save_standing_invitation(tx, invitation); !saved) return saved.error();

    db::append_audit(
        tx, {"invitation.edit", "person:" + invitation.person, invitation.board,
             invitation.to_day
                 ? member_words::reason_until(invitation.reason, workflows::iso(invitation.to_day))
                 : invitation.reason});
    return {};
}

Result<void> add_group_member(const base::Acting&, db::WriteTx& tx, const AddGroupMember& command) {
    const auto& member = command.member;
    if (auto ok = check_board(tx, member.board); !ok) return ok;
    if (auto added = db::insert_group_member(tx, member); !added) return added.error();
    db::append_audit(tx, {"group.add", "board:" + member.board, member.board, member.group});
    return {};
}

Result<void> remove_group_member(const base::Acting&, db::WriteTx& tx,
                                 const RemoveGroupMember& command) {
    const auto& member = command.member;
    if (auto gone = db::remove_group_member(tx, member); !gone) return gone.error();
    db::append_audit(tx, {"group.remove", "board:" + member.board, member.board, member.group});
    return {};
}

}  // namespace server::boards
