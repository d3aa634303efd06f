// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::concerns {

// concern_list_pages.cpp
Result<net::Response> show_concerns(const web::Context&, db::ReadTx&);
Result<net::Response> show_concerns_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_concerns_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_new_concern(const web::Context&, db::ReadTx&);
Result<web::Location> post_new_concern(const web::Context&, db::WriteTx&);

// concern_pages.cpp
Result<net::Response> show_concern(const web::Context&, db::ReadTx&);
Result<net::Response> show_concern_json(const web::Context&, db::ReadTx&);
Result<web::Location> act_on_concern(const web::Context&, db::WriteTx&);

}  // namespace server::concerns
