// The handlers of what a seat gives, of a board's quorum and of offices that pass on.
#pragma once

#include "db/database.hpp"
#include "db/seat_details.hpp"
#include "server/web/context.hpp"
#include "templates/view.hpp"

namespace server::boards {

Result<net::Response> show_seat_edit(const web::Context&, db::ReadTx&);
Result<web::Location> edit_seat(const web::Context&, db::WriteTx&);
Result<web::Location> edit_quorum(const web::Context&, db::WriteTx&);
Result<net::Response> show_hand_over(const web::Context&, db::ReadTx&);
Result<web::Location> post_hand_over(const web::Context&, db::WriteTx&);
Result<web::Location> undo_hand_over(const web::Context&, db::WriteTx&);

/// Fields organisation, standing and on_behalf_of, as stored or typed.
void add_seat_fields(const web::Context& context, templates::View& form,
                     const db::SeatDetail& stored);
/// Code::invalid, naming the field. The version is left alone.
Result<db::SeatDetail> read_seat_fields(const web::Form& form);

}  // namespace server::boards
