// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::boards {

// standing_invitation_pages.cpp
Result<net::Response> show_invitations(const web::Context&, db::ReadTx&);
Result<web::Location> add_invitation(const web::Context&, db::WriteTx&);
Result<net::Response> show_invitation(const web::Context&, db::ReadTx&);
Result<web::Location> edit_invitation(const web::Context&, db::WriteTx&);
Result<net::Response> show_groups(const web::Context&, db::ReadTx&);
Result<web::Location> add_group_member(const web::Context&, db::WriteTx&);
Result<web::Location> remove_group_member(const web::Context&, db::WriteTx&);

// board_forms.cpp
Result<net::Response> show_board_edit(const web::Context&, db::ReadTx&);
Result<web::Location> edit_board(const web::Context&, db::WriteTx&);

// member_pages.cpp
Result<net::Response> show_members(const web::Context&, db::ReadTx&);
Result<web::Location> add_member(const web::Context&, db::WriteTx&);
Result<net::Response> show_membership_end(const web::Context&, db::ReadTx&);
Result<web::Location> end_membership(const web::Context&, db::WriteTx&);

// seats_parts.cpp
Result<net::Response> show_seats(const web::Context&, db::ReadTx&);
Result<net::Response> show_seats_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_seats_csv(const web::Context&, db::ReadTx&);

// office_pages.cpp
Result<net::Response> show_office(const web::Context& context, db::ReadTx& tx);
Result<web::Location> name_office(const web::Context& context, db::WriteTx& tx);

}  // namespace server::boards
