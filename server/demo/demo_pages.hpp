// The pages of /demo: be somebody else, read the mail that arrived. Not part of `serve`.
#pragma once

#include "server/web/context.hpp"

namespace server::demo {

Result<web::Location> act_as(const web::Context&, db::WriteTx&);
Result<net::Response> show_outbox(const web::Context&, db::ReadTx&);
Result<net::Response> show_message(const web::Context&, db::ReadTx&);
Result<net::Response> show_message_html(const web::Context&, db::ReadTx&);
Result<net::Response> show_message_source(const web::Context&, db::ReadTx&);
Result<net::Response> show_message_calendar(const web::Context&, db::ReadTx&);

}  // namespace server::demo
