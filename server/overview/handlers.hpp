// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::overview {

// health_pages.cpp
Result<net::Response> show_health(const web::Context&, db::ReadTx&);
Result<net::Response> show_readiness(const web::Context&, db::ReadTx&);

// home_pages.cpp
Result<net::Response> show_front_page(const web::Context&, db::ReadTx&);

// board_pages.cpp
Result<net::Response> show_boards(const web::Context&, db::ReadTx&);
Result<net::Response> boards_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_board(const web::Context&, db::ReadTx&);
Result<net::Response> board_json(const web::Context&, db::ReadTx&);

// board_map_pages.cpp
Result<net::Response> show_board_map(const web::Context&, db::ReadTx&);
Result<net::Response> show_board_map_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_board_map_svg(const web::Context&, db::ReadTx&);

// meeting_page_pages.cpp
Result<net::Response> show_meeting(const web::Context&, db::ReadTx&);

// meeting_page_exports.cpp
Result<net::Response> show_meeting_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_meeting_calendar(const web::Context&, db::ReadTx&);

// workspace_pages.cpp
Result<net::Response> show_workspace(const web::Context&, db::ReadTx&);

// help_pages.cpp
Result<net::Response> show_help(const web::Context&, db::ReadTx&);
Result<net::Response> show_accessibility(const web::Context&, db::ReadTx&);
Result<net::Response> show_licences(const web::Context&, db::ReadTx&);
Result<net::Response> show_workflows(const web::Context&, db::ReadTx&);

// audit_pages.cpp
Result<net::Response> show_audit(const web::Context&, db::ReadTx&);

// todo_pages.cpp
Result<net::Response> show_home(const web::Context&, db::ReadTx&);

// officers_agenda_pages.cpp
Result<net::Response> show_officers_agenda(const web::Context& context, db::ReadTx& tx);
Result<net::Response> show_officers_agenda_json(const web::Context& context, db::ReadTx& tx);

}  // namespace server::overview
