// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::letters {

// mail_pages.cpp
Result<net::Response> show_mail_queue(const web::Context&, db::ReadTx&);
Result<net::Response> show_mail(const web::Context&, db::ReadTx&);
Result<web::Location> retry_mail(const web::Context&, db::WriteTx&);
Result<web::Location> hold_mail(const web::Context&, db::WriteTx&);
Result<net::Response> show_mail_batch(const web::Context&, db::ReadTx&);
Result<web::Location> undo_mail_batch(const web::Context&, db::WriteTx&);

// reminder_pages.cpp
Result<net::Response> show_reminder_rules(const web::Context&, db::ReadTx&);
Result<web::Location> edit_reminder_rules(const web::Context&, db::WriteTx&);
Result<net::Response> show_due(const web::Context&, db::ReadTx&);

// link_types.cpp
/// Code::not_found for a link that has ended, Code::forbidden for who is signed in as another post;
/// neither says what was asked. An answer leaves a line in the audit trail that it came by link.
Result<net::Response> show_mail_link(const web::Context&, db::ReadTx&);
Result<net::Response> show_mail_link_file(const web::Context&, db::ReadTx&);
Result<web::Location> use_mail_link(const web::Context&, db::WriteTx&);

}  // namespace server::letters
