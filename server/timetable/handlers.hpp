// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// timetable_pages.cpp
Result<Response> show_timetable(const Context&, db::ReadTx&);
Result<Response> show_timetable_json(const Context&, db::ReadTx&);
Result<Response> show_timetable_csv(const Context&, db::ReadTx&);

}  // namespace server::pages
