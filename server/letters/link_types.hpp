// Forms that a letter opens by an address of its own, /r/{token}, for people without a password:
// a kind is a row of its room, joined in site/links. Opening the address changes nothing (scanners
// of mail open links); the form on it does. The same link may be used again until it ends: the last
// answer stands.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "db/mail_links.hpp"
#include "server/web/context.hpp"
#include "server/web/page.hpp"

namespace server::letters {

/// `show` makes the page behind a link that has not ended, from mail_link_page(): what is asked,
/// what was answered so far, and a form to `mail_link_path(context)`. `act` takes the form; the
/// transaction already acts as the link's person. Both check that the thing still waits for an
/// answer, and that the person still sits where the letter took them to sit. `file`: the document
/// that is asked about, where there is one to read.
struct LinkKind {
    std::string_view name;
    Result<net::Response> (*show)(const web::Context&, db::ReadTx&, const db::MailLink&);
    Result<web::Location> (*act)(const web::Context&, db::WriteTx&, const db::MailLink&);
    Result<net::Response> (*file)(const web::Context&, db::ReadTx&, const db::MailLink&) = nullptr;
};

/// Keeps the link and gives its whole address, for a letter to `link.person` alone: whoever has
/// it may answer.
std::string make_mail_link(base::App& app, db::WriteTx& tx, const db::MailLink& link);

/// "/r/…" of this request: where its form goes, and where its answer leads back to.
std::string mail_link_path(const web::Context& context);

/// A page for `show` to fill: it says first as whom its reader answers, since letters are passed
/// on.
web::BlockPage mail_link_page(const web::Context& context, db::ReadTx& tx, const db::MailLink& link,
                              std::string title);

}  // namespace server::letters
