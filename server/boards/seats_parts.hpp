// Parts of other pages that say who sits on two boards, for those who may read seats.
#pragma once

#include "server/web/context.hpp"
#include "templates/view.hpp"
#include "workflows/boards/board.hpp"

namespace server::boards {

bool may_read_seats(const web::Context& context);

/// Keys `has_elsewhere` and `elsewhere` of pages/board.html: who sits on `board` and on others
/// today.
void add_elsewhere(const web::Context& context, db::ReadTx& tx, const workflows::Board& board,
                   templates::View& view);

}  // namespace server::boards
