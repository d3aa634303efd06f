// Pages about one document that goes round beside its own: its file, planning, what follows a new
// version, comments, certificate, review.
#pragma once

#include "db/database.hpp"
#include "server/web/context.hpp"
#include "server/net/request.hpp"

namespace server::pages {

// circulation_plan.cpp
Result<Response> show_circulation_plan(const Context&, db::ReadTx&);
Result<Location> plan_circulation(const Context&, db::WriteTx&);

// circulation_amended.cpp
Result<Response> show_amended(const Context&, db::ReadTx&);
Result<Location> choose_for_amended(const Context&, db::WriteTx&);
Result<Location> set_circulation_version(const Context&, db::Database&);
Result<Location> set_circulation_review(const Context&, db::WriteTx&);

// circulation_file.cpp
Result<Response> show_circulation_file(const Context&, db::ReadTx&);
Result<Location> set_circulation_file(const Context&, db::Database&);

// circulation_comments.cpp
Result<Response> show_circulation_comments(const Context&, db::ReadTx&);
Result<Response> show_circulation_comments_csv(const Context&, db::ReadTx&);
Result<Response> show_circulation_comments_json(const Context&, db::ReadTx&);
Result<Location> reply_to_comments(const Context&, db::WriteTx&);

// circulation_certificate.cpp: Code::refused while something is open, naming it
Result<Response> show_certificate(const Context&, db::ReadTx&);
Result<Response> show_certificate_pdf(const Context&, db::ReadTx&);
Result<Response> show_certificate_json(const Context&, db::ReadTx&);
Result<Response> show_certificate_csv(const Context&, db::ReadTx&);

}  // namespace server::pages
