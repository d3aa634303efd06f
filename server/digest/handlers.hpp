// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::digest {

// digest_pages.cpp
Result<net::Response> show_digest(const web::Context&, db::ReadTx&);
Result<net::Response> show_digest_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_digest_json(const web::Context&, db::ReadTx&);

}  // namespace server::digest
