// Date polls: the list, the form that asks, the table of answers, and the form behind the link.
#pragma once

#include "db/mail_links.hpp"
#include "server/web/context.hpp"

namespace server::polls {

Result<net::Response> show_polls(const web::Context&, db::ReadTx&);
Result<net::Response> show_new_poll(const web::Context&, db::ReadTx&);
Result<web::Location> post_new_poll(const web::Context&, db::WriteTx&);
Result<net::Response> show_poll(const web::Context&, db::ReadTx&);
Result<net::Response> show_poll_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_poll_csv(const web::Context&, db::ReadTx&);
Result<web::Location> post_poll_chase(const web::Context&, db::WriteTx&);
Result<web::Location> post_poll_close(const web::Context&, db::WriteTx&);
Result<web::Location> post_poll_cancel(const web::Context&, db::WriteTx&);

/// Row of server/letters/link_types.cpp. Nobody sees there what the others answered.
Result<net::Response> show_poll_form(const web::Context&, db::ReadTx&, const db::MailLink&);
Result<web::Location> answer_poll_form(const web::Context&, db::WriteTx&, const db::MailLink&);

}  // namespace server::polls
