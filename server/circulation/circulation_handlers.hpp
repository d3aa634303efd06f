// Pages about one document that goes round beside its own: its file, planning, what follows a new
// version, comments, certificate, review.
#pragma once

#include "db/database.hpp"
#include "server/net/request.hpp"
#include "server/web/context.hpp"

namespace server::circulation {

// circulation_plan.cpp
Result<net::Response> show_circulation_plan(const web::Context&, db::ReadTx&);
Result<web::Location> plan_circulation(const web::Context&, db::WriteTx&);

// circulation_amended.cpp
Result<net::Response> show_amended(const web::Context&, db::ReadTx&);
Result<web::Location> choose_for_amended(const web::Context&, db::WriteTx&);
Result<web::Location> set_circulation_version(const web::Context&, db::Database&);
Result<web::Location> set_circulation_review(const web::Context&, db::WriteTx&);

// circulation_file.cpp
Result<net::Response> show_circulation_file(const web::Context&, db::ReadTx&);
Result<web::Location> set_circulation_file(const web::Context&, db::Database&);

// circulation_comments.cpp
Result<net::Response> show_circulation_comments(const web::Context&, db::ReadTx&);
Result<net::Response> show_circulation_comments_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_circulation_comments_json(const web::Context&, db::ReadTx&);
Result<web::Location> reply_to_comments(const web::Context&, db::WriteTx&);

// circulation_certificate.cpp: Code::refused while something is open, naming it
Result<net::Response> show_certificate(const web::Context&, db::ReadTx&);
Result<net::Response> show_certificate_pdf(const web::Context&, db::ReadTx&);
Result<net::Response> show_certificate_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_certificate_csv(const web::Context&, db::ReadTx&);

}  // namespace server::circulation
