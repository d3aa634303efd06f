// Replies to an invitation: the form behind a letter's link, and the secretary's list.
#pragma once

#include "db/mail_links.hpp"
#include "server/web/context.hpp"

namespace server::pages {

// Kind of server/site/links.cpp
Result<Response> show_reply_form(const Context&, db::ReadTx&, const db::MailLink&);
Result<Location> answer_invitation(const Context&, db::WriteTx&, const db::MailLink&);

Result<Response> show_replies(const Context&, db::ReadTx&);
Result<Response> show_replies_csv(const Context&, db::ReadTx&);
Result<Location> record_reply(const Context&, db::WriteTx&);

}  // namespace server::pages
