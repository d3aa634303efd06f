// Replies to an invitation: the form behind a letter's link, and the secretary's list.
#pragma once

#include "db/mail_links.hpp"
#include "server/web/context.hpp"

namespace server::meetings {

// Kind of server/letters/link_types.cpp
Result<net::Response> show_reply_form(const web::Context&, db::ReadTx&, const db::MailLink&);
Result<web::Location> answer_invitation(const web::Context&, db::WriteTx&, const db::MailLink&);

Result<net::Response> show_replies(const web::Context&, db::ReadTx&);
Result<net::Response> show_replies_csv(const web::Context&, db::ReadTx&);
Result<web::Location> record_reply(const web::Context&, db::WriteTx&);

}  // namespace server::meetings
