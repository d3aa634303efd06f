// Who sits on which board, from when to when, and who is invited to every meeting of a board.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/date.hpp"
#include "workflows/core/result.hpp"

namespace db {

struct Seat {
    workflows::Membership membership;
    workflows::Person person;
};

/// Whether the membership is in force on `day`; both its ends belong to it.
bool sits_on(const workflows::Membership& membership, workflows::Day day);

/// Past, present and future, chairs first, then vice-chairs, lead members, lead officers, members,
/// secretariat; within a role by post.
std::vector<Seat> list_memberships(ReadTx& tx, const std::string& board);
/// The same of every board that has any, by its code.
std::map<std::string, std::vector<Seat>> seats_by_board(ReadTx& tx);
/// Those of one person, by board and role, past and future ones too.
std::vector<workflows::Membership> list_seats_of(ReadTx& tx, const std::string& person);
/// All memberships in force on `day`, by person and board: one row for each role.
std::vector<workflows::Membership> seats_on(ReadTx& tx, workflows::Day day);
/// All memberships of all boards, by person and board.
std::vector<workflows::Membership> list_all_memberships(ReadTx& tx);
std::optional<workflows::Membership> find_membership(ReadTx& tx, const std::string& id);

/// Fills in the id when it is empty and returns the row. Code::conflict: field "role" when on some
/// day the board would have more chairs than board.chairs, field "person" when the person has the
/// same role on the board on one of these days. Code::invalid, field "to_day", when it is before
/// from_day. Code::not_found: no such board or person.
workflows::Result<workflows::Membership> insert_membership(WriteTx& tx,
                                                           workflows::Membership membership);
/// `last` is the last day of the membership. Code::not_found, Code::stale, Code::invalid (field
/// "to_day": before its first day).
workflows::Result<void> end_membership(WriteTx& tx, const std::string& id, workflows::Day last,
                                       int version);

/// A post that is asked to every meeting of a board on which it does not sit.
struct StandingInvitation {
    std::string board;
    std::string person;
    std::string reason;
    std::optional<workflows::Day> to_day = {};  // last day; nothing: still
    int version = 1;
};
/// Whether it holds for a meeting of that day.
bool invites_on(const StandingInvitation& invitation, workflows::Day day);
/// By board and person; ended ones too.
std::vector<StandingInvitation> list_standing_invitations(ReadTx& tx);
/// Code::conflict, field "person".
workflows::Result<void> insert_standing_invitation(WriteTx& tx,
                                                   const StandingInvitation& invitation);
/// Writes reason and last day of the row whose version is `invitation.version`. Code::stale.
workflows::Result<void> save_standing_invitation(WriteTx& tx, const StandingInvitation& invitation);

std::vector<const Sql*> memberships_statements();

}  // namespace db
