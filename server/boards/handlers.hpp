// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// standing_invitation_pages.cpp
Result<Response> show_invitations(const Context&, db::ReadTx&);
Result<Location> add_invitation(const Context&, db::WriteTx&);
Result<Response> show_invitation(const Context&, db::ReadTx&);
Result<Location> edit_invitation(const Context&, db::WriteTx&);
Result<Response> show_groups(const Context&, db::ReadTx&);
Result<Location> add_group_member(const Context&, db::WriteTx&);
Result<Location> remove_group_member(const Context&, db::WriteTx&);

// board_pages.cpp
Result<Response> show_boards(const Context&, db::ReadTx&);
Result<Response> boards_json(const Context&, db::ReadTx&);
Result<Response> show_board(const Context&, db::ReadTx&);
Result<Response> board_json(const Context&, db::ReadTx&);

// board_forms.cpp
Result<Response> show_board_edit(const Context&, db::ReadTx&);
Result<Location> edit_board(const Context&, db::WriteTx&);

// member_pages.cpp
Result<Response> show_members(const Context&, db::ReadTx&);
Result<Location> add_member(const Context&, db::WriteTx&);
Result<Response> show_membership_end(const Context&, db::ReadTx&);
Result<Location> end_membership(const Context&, db::WriteTx&);

// seats_parts.cpp
Result<Response> show_seats(const Context&, db::ReadTx&);
Result<Response> show_seats_json(const Context&, db::ReadTx&);
Result<Response> show_seats_csv(const Context&, db::ReadTx&);

}  // namespace server::pages
