// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// request_list_pages.cpp
Result<Response> show_requests(const Context&, db::ReadTx&);
Result<Response> show_requests_json(const Context&, db::ReadTx&);

// request_forms.cpp
Result<Response> show_new_request(const Context&, db::ReadTx&);
Result<Location> send_new_request(const Context&, db::WriteTx&);

// request_pages.cpp
Result<Response> show_request(const Context&, db::ReadTx&);
Result<Response> show_request_json(const Context&, db::ReadTx&);
Result<Location> act_on_request(const Context&, db::WriteTx&);

}  // namespace server::pages
