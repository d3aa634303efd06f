// Whether the boards meet as often as they should, and how often that is (003).
#pragma once

#include "server/web/context.hpp"
#include "templates/view.hpp"
#include "workflows/boards/board.hpp"

namespace server::planning {

Result<net::Response> show_cadence(const web::Context&, db::ReadTx&);
Result<net::Response> show_cadence_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_cadence_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_board_cadence(const web::Context&, db::ReadTx&);
Result<web::Location> save_board_cadence(const web::Context&, db::WriteTx&);

/// Keys `has_lamps`, `lamps` (rows with `text`) and `cadence_href` of the page of a board; nothing
/// for those who may not see them.
void add_lamps(const web::Context& context, db::ReadTx& tx, const workflows::Board& board,
               templates::View& view);

}  // namespace server::planning
