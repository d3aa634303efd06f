// One seat with its board and its post, and its role in words.
#pragma once

#include <string>

#include "db/database.hpp"
#include "server/base/result.hpp"
#include "workflows/boards/board.hpp"

namespace server::boards {

struct LoadedSeat {
    workflows::Membership membership;
    workflows::Board board;
    workflows::Person person;
};
/// Code::not_found.
Result<LoadedSeat> load_seat(db::ReadTx& tx, const std::string& membership);

/// "chair".
std::string role_words(const workflows::Membership& membership);
/// "member (for the district councils)", where the seat has a label.
std::string labelled_role_words(const workflows::Membership& membership);

}  // namespace server::boards
