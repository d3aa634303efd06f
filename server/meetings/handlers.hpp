// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::meetings {

// meeting_list_pages.cpp
Result<net::Response> show_meetings(const web::Context&, db::ReadTx&);
Result<net::Response> show_meetings_json(const web::Context&, db::ReadTx&);

// calendar_pages.cpp
Result<net::Response> show_meetings_calendar(const web::Context&, db::ReadTx&);
Result<net::Response> show_board_calendar(const web::Context&, db::ReadTx&);
Result<net::Response> find_meeting_by_date(const web::Context&, db::ReadTx&);

// meeting_forms.cpp
Result<net::Response> show_new_meeting(const web::Context&, db::ReadTx&);
Result<web::Location> post_new_meeting(const web::Context&, db::WriteTx&);
Result<net::Response> show_edit_meeting(const web::Context&, db::ReadTx&);
Result<web::Location> post_edit_meeting(const web::Context&, db::WriteTx&);

// meeting_step_pages.cpp
Result<net::Response> show_meeting_step(const web::Context&, db::ReadTx&);
Result<web::Location> post_meeting_step(const web::Context&, db::WriteTx&);

// clear_days_pages.cpp
Result<net::Response> show_clear_days(const web::Context&, db::ReadTx&);
Result<net::Response> show_clear_days_json(const web::Context&, db::ReadTx&);

}  // namespace server::meetings
