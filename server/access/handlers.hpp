// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::access {

// sign_in_pages.cpp
Result<net::Response> show_sign_in(const web::Context&, db::ReadTx&);
Result<web::Location> request_code(const web::Context&, db::WriteTx&);
Result<net::Response> show_code(const web::Context&, db::ReadTx&);
Result<web::Location> enter_code(const web::Context&, db::WriteTx&);
Result<net::Response> show_sign_in_link(const web::Context&, db::ReadTx&);
Result<web::Location> use_sign_in_link(const web::Context&, db::WriteTx&);
Result<web::Location> sign_out(const web::Context&, db::WriteTx&);

}  // namespace server::access
