// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::requests {

// request_list_pages.cpp
Result<net::Response> show_requests_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_requests_svg(const web::Context&, db::ReadTx&);
Result<net::Response> show_requests(const web::Context&, db::ReadTx&);
Result<net::Response> show_requests_json(const web::Context&, db::ReadTx&);

// request_forms.cpp
Result<net::Response> show_new_request(const web::Context&, db::ReadTx&);
Result<web::Location> send_new_request(const web::Context&, db::WriteTx&);

// request_pages.cpp
Result<net::Response> show_request(const web::Context&, db::ReadTx&);
Result<net::Response> show_request_json(const web::Context&, db::ReadTx&);
Result<web::Location> act_on_request(const web::Context&, db::WriteTx&);

}  // namespace server::requests
