// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// sign_in_pages.cpp
Result<Response> show_sign_in(const Context&, db::ReadTx&);
Result<Location> request_code(const Context&, db::WriteTx&);
Result<Response> show_code(const Context&, db::ReadTx&);
Result<Location> enter_code(const Context&, db::WriteTx&);
Result<Response> show_sign_in_link(const Context&, db::ReadTx&);
Result<Location> use_sign_in_link(const Context&, db::WriteTx&);
Result<Location> sign_out(const Context&, db::WriteTx&);

}  // namespace server::pages
