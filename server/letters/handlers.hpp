// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// mail_pages.cpp
Result<Response> show_mail_queue(const Context&, db::ReadTx&);
Result<Response> show_mail(const Context&, db::ReadTx&);
Result<Location> retry_mail(const Context&, db::WriteTx&);
Result<Location> hold_mail(const Context&, db::WriteTx&);
Result<Response> show_mail_batch(const Context&, db::ReadTx&);
Result<Location> undo_mail_batch(const Context&, db::WriteTx&);

// reminder_pages.cpp
Result<Response> show_reminder_rules(const Context&, db::ReadTx&);
Result<Location> edit_reminder_rules(const Context&, db::WriteTx&);
Result<Response> show_due(const Context&, db::ReadTx&);

}  // namespace server::pages
