// Parts of other pages that say who sits on two boards, for those who may read people.
#pragma once

#include "server/circulation/circulation_commands.hpp"
#include "server/web/context.hpp"
#include "templates/view.hpp"
#include "workflows/boards/board.hpp"

namespace server::boards {

/// Keys `has_elsewhere` and `elsewhere` of pages/board.html: who sits on `board` and on others
/// today.
void add_elsewhere(const web::Context& context, db::ReadTx& tx, const workflows::Board& board,
                   templates::View& view);

/// Keys `has_speakers` and `speakers` of pages/circulation.html: for each stop, who sits on its
/// board and on the owner's on the day of the meeting, or today while that day is open.
void add_speakers(const web::Context& context, db::ReadTx& tx,
                  const circulation::CirculationStatus& status, templates::View& view);

}  // namespace server::boards
