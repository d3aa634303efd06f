// A chair or host secretariat that passes to another post on a day: planned, and taken back.
#pragma once

#include <optional>
#include <string>

#include "db/memberships.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"
#include "workflows/boards/seats.hpp"

namespace server::boards {

/// Nothing for a seat that is no office.
std::optional<workflows::Office> office_of(const workflows::Membership& seat);
/// The seat of the board that is handed over: Code::invalid, field "from_seat".
Result<workflows::Membership> find_office_seat(db::ReadTx& tx, const std::string& board,
                                               const std::string& membership);

struct PlanHandOver {
    std::string board;      // its code
    std::string from_seat;  // a membership of it
    std::string to_person;
    std::optional<workflows::Day> on;  // the first day of the new holder
};
/// Code::invalid, field "from_seat", "on" or "to_person"; else as db::plan_hand_over().
Result<void> plan_hand_over(const base::Acting& acting, db::WriteTx& tx,
                            const PlanHandOver& command);

struct TakeBackHandOver {
    std::string board;  // its code
    std::string office;
    std::string from_person;
    std::string on;  // ISO
};
/// Code::refused when none is to come; else as db::undo_hand_over().
Result<void> take_back_hand_over(const base::Acting& acting, db::WriteTx& tx,
                                 const TakeBackHandOver& command);

}  // namespace server::boards
