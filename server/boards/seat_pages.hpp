// The handlers of what a seat gives, of a board's quorum and of offices that pass on.
#pragma once

#include "db/database.hpp"
#include "db/seat_details.hpp"
#include "server/web/context.hpp"
#include "templates/view.hpp"

namespace server::pages {

Result<Response> show_seat_edit(const Context&, db::ReadTx&);
Result<Location> edit_seat(const Context&, db::WriteTx&);
Result<Location> edit_quorum(const Context&, db::WriteTx&);
Result<Response> show_hand_over(const Context&, db::ReadTx&);
Result<Location> post_hand_over(const Context&, db::WriteTx&);
Result<Location> undo_hand_over(const Context&, db::WriteTx&);

/// Fields organisation, standing and on_behalf_of, as stored or typed.
void add_seat_fields(const Context& context, templates::View& form, const db::SeatDetail& stored);
/// Code::invalid, naming the field. The version is left alone.
Result<db::SeatDetail> read_seat_fields(const Form& form);

}  // namespace server::pages
