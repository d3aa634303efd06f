// Who speaks for a board and hears for it.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/memberships.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/date.hpp"

namespace server::boards {

/// The post of the board's chair, for whom its secretariat acts.
std::string chair_post(db::ReadTx& tx, const std::string& board, workflows::Day today);

/// Chairs, vice-chairs and secretariat of a board today, each once: who hears for it.
std::vector<workflows::Person> officers_of(db::ReadTx& tx, const std::string& board,
                                           workflows::Day today);
/// The same of the board's seats, whatever their days.
std::vector<workflows::Person> officers_among(const std::vector<db::Seat>& seats,
                                              workflows::Day today);

}  // namespace server::boards
