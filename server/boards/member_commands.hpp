// Seats of a board: begun, changed, ended.
#pragma once

#include <string>

#include "db/database.hpp"
#include "db/seat_details.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/date.hpp"

namespace server::boards {

struct AddMember {
    workflows::Membership seat;  // its board is a code; it has no id yet
    db::SeatDetail detail;
};
/// Code::invalid (field "person") when there is no such post; else as db::insert_membership().
Result<void> add_member(const base::Acting&, db::WriteTx& tx, const AddMember& command);

struct EditSeat {
    std::string membership;
    db::SeatDetail detail;  // its version is the one that was shown
};
/// Code::not_found; else as db::save_seat_detail().
Result<void> edit_seat(const base::Acting&, db::WriteTx& tx, const EditSeat& command);

struct EndMembership {
    std::string membership;
    workflows::Day last_day;
    int version = 0;
};
/// Code::not_found; else as db::end_membership().
Result<void> end_membership(const base::Acting&, db::WriteTx& tx, const EndMembership& command);

}  // namespace server::boards
