// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// meeting_list_pages.cpp
Result<Response> show_meetings(const Context&, db::ReadTx&);
Result<Response> show_meetings_json(const Context&, db::ReadTx&);
Result<Response> show_meetings_calendar(const Context&, db::ReadTx&);
Result<Response> show_board_calendar(const Context&, db::ReadTx&);
Result<Response> find_meeting_by_date(const Context&, db::ReadTx&);

// meeting_forms.cpp
Result<Response> show_new_meeting(const Context&, db::ReadTx&);
Result<Location> post_new_meeting(const Context&, db::WriteTx&);
Result<Response> show_edit_meeting(const Context&, db::ReadTx&);
Result<Location> post_edit_meeting(const Context&, db::WriteTx&);

// meeting_step_pages.cpp
Result<Response> show_meeting_step(const Context&, db::ReadTx&);
Result<Location> post_meeting_step(const Context&, db::WriteTx&);

// minutes_pages.cpp
Result<Response> show_minutes(const Context&, db::ReadTx&);
Result<Location> record_minutes(const Context&, db::WriteTx&);
Result<Location> undo_minutes(const Context&, db::WriteTx&);

// clear_days_pages.cpp
Result<Response> show_clear_days(const Context&, db::ReadTx&);
Result<Response> show_clear_days_json(const Context&, db::ReadTx&);

}  // namespace server::pages
