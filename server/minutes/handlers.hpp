// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::minutes {

// minutes_pages.cpp
Result<net::Response> show_minutes(const web::Context&, db::ReadTx&);
Result<web::Location> record_minutes(const web::Context&, db::WriteTx&);
Result<web::Location> undo_minutes(const web::Context&, db::WriteTx&);

}  // namespace server::minutes
