// Reports of the timetable whose board is succeeded: what it still had to do is the successor's.
#pragma once

#include "db/hand_over.hpp"

namespace server::succession {

/// What is settled stays with the old board. Where the successor has the same report for the same
/// purpose, the one that workflows::prevails() names stays, as it is, with the history and the
/// responses of both; the agenda item of the other comes off an agenda that is still open.
/// "obligation:ID" of each that stays.
std::vector<std::string> hand_over_obligations(db::WriteTx& tx, const db::HandOver& change);
db::HandOverNames obligations_to_hand_over(db::ReadTx& tx, const db::HandOver& change);

}  // namespace server::succession
