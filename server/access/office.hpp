// The partnership office: the one board whose secretariat keeps what belongs to all boards, the
// register, the yearly update and the timetable's seasons, sources and years.
#pragma once

#include <string>

#include "db/database.hpp"

namespace server::access {

/// Code of the board that the county named, else of the Health and Wellbeing Board, which every
/// county has by statute; its successor once another board holds its duties. Empty: there is
/// neither, and administrators alone do this work.
std::string office_board(db::ReadTx& tx);
void name_office_board(db::WriteTx& tx, const std::string& board);

}  // namespace server::access
