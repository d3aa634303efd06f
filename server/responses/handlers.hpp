// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::responses {

// response_list_pages.cpp
Result<net::Response> show_responses(const web::Context&, db::ReadTx&);
Result<net::Response> show_responses_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_responses_csv(const web::Context&, db::ReadTx&);

// response_wanted_pages.cpp
Result<net::Response> show_responses_wanted(const web::Context&, db::ReadTx&);
Result<web::Location> add_response_wanted(const web::Context&, db::WriteTx&);
Result<web::Location> deliver_responses(const web::Context&, db::WriteTx&);

// arrangement_pages.cpp
Result<net::Response> show_arrangements(const web::Context&, db::ReadTx&);
Result<web::Location> add_arrangement(const web::Context&, db::WriteTx&);
Result<web::Location> end_arrangement(const web::Context&, db::WriteTx&);

// response_pages.cpp
Result<net::Response> show_response(const web::Context&, db::ReadTx&);
Result<net::Response> show_response_json(const web::Context&, db::ReadTx&);
Result<web::Location> act_on_response(const web::Context&, db::WriteTx&);

}  // namespace server::responses
