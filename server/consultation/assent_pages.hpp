// The page behind the link of a letter that asks for written assent.
#pragma once

#include "db/mail_links.hpp"
#include "server/web/context.hpp"

namespace server::consultation {

/// Its form: a row of server/letters/link_types.cpp. Code::not_found once the person is no chair of
/// the board any more or the question is settled otherwise.
Result<net::Response> show_assent_link(const web::Context&, db::ReadTx&, const db::MailLink&);
Result<web::Location> use_assent_link(const web::Context&, db::WriteTx&, const db::MailLink&);
/// The PDF of the version that is asked about; the same errors.
Result<net::Response> show_assent_document(const web::Context&, db::ReadTx&, const db::MailLink&);

}  // namespace server::consultation
