// Date polls: the list, the form that asks, the table of answers, and the form behind the link.
#pragma once

#include "db/mail_links.hpp"
#include "server/web/context.hpp"

namespace server::pages {

Result<Response> show_polls(const Context&, db::ReadTx&);
Result<Response> show_new_poll(const Context&, db::ReadTx&);
Result<Location> post_new_poll(const Context&, db::WriteTx&);
Result<Response> show_poll(const Context&, db::ReadTx&);
Result<Response> show_poll_json(const Context&, db::ReadTx&);
Result<Response> show_poll_csv(const Context&, db::ReadTx&);
Result<Location> post_poll_chase(const Context&, db::WriteTx&);
Result<Location> post_poll_close(const Context&, db::WriteTx&);
Result<Location> post_poll_cancel(const Context&, db::WriteTx&);

/// Row of server/site/links.cpp. Nobody sees there what the others answered.
Result<Response> show_poll_form(const Context&, db::ReadTx&, const db::MailLink&);
Result<Location> answer_poll_form(const Context&, db::WriteTx&, const db::MailLink&);

}  // namespace server::pages
