// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// clash_pages.cpp
Result<Response> show_clashes(const Context&, db::ReadTx&);
Result<Response> show_clashes_json(const Context&, db::ReadTx&);

// holiday_pages.cpp
Result<Response> show_holidays(const Context&, db::ReadTx&);
Result<Location> add_holiday(const Context&, db::WriteTx&);
Result<Location> remove_holiday(const Context&, db::WriteTx&);

}  // namespace server::pages
