// Whether the boards meet as often as they should: one count for the page, its data and the lamps.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/planning/cadence.hpp"

namespace server::planning {

struct BoardCadence {
    workflows::Board board;
    workflows::Cadence cadence;
    bool chosen = false;  // by a person; else it follows from the register
    workflows::CadenceStanding standing;
};

/// The boards that stand at some day of the year and that have something asked of them, by code.
std::vector<BoardCadence> board_cadences(db::ReadTx& tx, int year, workflows::Day today);
BoardCadence board_cadence(db::ReadTx& tx, const workflows::Board& board, int year,
                           workflows::Day today);

/// {"year":2019,"data":[{"board":"HWB","name":…,"meetings":{"needed":4,"held":1,"planned":3,
///  "unrecorded":0},"in_public":{…},"joint":{…,"with":"OSAB"},"expected_by_now":1,"behind":false,
///  "lamps":[…]},…]}
std::string cadences_json(const std::vector<BoardCadence>& boards, int year);
/// board,needed,held,planned,unrecorded,public_needed,public_held,public_planned,joint_with,
/// joint_needed,joint_held,joint_planned,lamps (RFC 4180)
std::string cadences_csv(const std::vector<BoardCadence>& boards);

}  // namespace server::planning
