// Posts that are asked to every meeting of a board, and the groups that the timetable names.
#pragma once

#include <optional>

#include "db/groups.hpp"
#include "db/memberships.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"
#include "workflows/core/date.hpp"

namespace server::boards {

/// Code::invalid, field "board".
Result<void> check_board(db::ReadTx& tx, const std::string& code);
/// Code::invalid, field "board" or "person".
Result<void> check_invited(db::ReadTx& tx, const std::string& board, const std::string& person);

struct AddInvitation {
    db::StandingInvitation invitation;
};
/// Code::invalid, field "board" or "person"; else as db::insert_standing_invitation().
Result<void> add_invitation(const base::Acting&, db::WriteTx& tx, const AddInvitation& command);

struct EditInvitation {
    db::StandingInvitation invitation;  // as it is to be; its version is the one that was shown
};
/// Errors as db::save_standing_invitation().
Result<void> edit_invitation(const base::Acting&, db::WriteTx& tx, const EditInvitation& command);

struct AddGroupMember {
    workflows::GroupMember member;
};
/// Code::invalid, field "board"; else as db::insert_group_member().
Result<void> add_group_member(const base::Acting&, db::WriteTx& tx, const AddGroupMember& command);

struct RemoveGroupMember {
    workflows::GroupMember member;
};
/// Errors as db::remove_group_member().
Result<void> remove_group_member(const base::Acting&, db::WriteTx& tx,
                                 const RemoveGroupMember& command);

}  // namespace server::boards
