// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::consultation {

// comment_pages.cpp
Result<net::Response> show_circulation_comments(const web::Context&, db::ReadTx&);
Result<net::Response> show_circulation_comments_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_circulation_comments_json(const web::Context&, db::ReadTx&);
Result<web::Location> reply_to_comments(const web::Context&, db::WriteTx&);

// certificate_pages.cpp: Code::refused while something is open, naming it
Result<net::Response> show_certificate(const web::Context&, db::ReadTx&);
Result<net::Response> show_certificate_pdf(const web::Context&, db::ReadTx&);
Result<net::Response> show_certificate_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_certificate_csv(const web::Context&, db::ReadTx&);

}  // namespace server::consultation
