// How often a board is to meet: chosen by its secretariat.
#pragma once

#include <string>

#include "db/cadence.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"

namespace server::planning {

struct SetCadence {
    std::string board;           // its code
    workflows::Cadence cadence;  // joint_with follows from the next
    std::string joint_with;      // the slug of another board, or empty
};
/// Code::invalid, field "in_public", "joint" or "joint_with".
Result<void> set_cadence(const base::Acting&, db::WriteTx& tx, const SetCadence& command);

}  // namespace server::planning
