// Forms that a letter opens by an address of its own, /r/{token}, for people without a password:
// one table of kinds. Opening the address changes nothing (scanners of mail open links); the form
// on it does. The same link may be used again until it ends: the last answer stands.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "db/mail_links.hpp"
#include "server/web/context.hpp"
#include "server/web/page.hpp"

namespace server {

/// The address of the file behind a link, after its own.
inline constexpr std::string_view mail_link_file = "/document.pdf";

/// `show` makes the page behind a link that has not ended, from mail_link_page(): what is asked,
/// what was answered so far, and a form to `mail_link_path(context)`. `act` takes the form; the
/// transaction already acts as the link's person. Both check that the thing still waits for an
/// answer, and that the person still sits where the letter took them to sit. `file`: the document
/// that is asked about, where there is one to read.
struct MailLinkKind {
    std::string_view name;
    Result<Response> (*show)(const Context&, db::ReadTx&, const db::MailLink&);
    Result<Location> (*act)(const Context&, db::WriteTx&, const db::MailLink&);
    Result<Response> (*file)(const Context&, db::ReadTx&, const db::MailLink&) = nullptr;
};
std::span<const MailLinkKind> mail_link_kinds();

/// Keeps the link and gives its whole address, for a letter to `link.person` alone: whoever has
/// it may answer.
std::string make_mail_link(App& app, db::WriteTx& tx, const db::MailLink& link);

/// "/r/…" of this request: where its form goes, and where its answer leads back to.
std::string mail_link_path(const Context& context);

/// A page for `show` to fill: it says first as whom its reader answers, since letters are passed
/// on.
BlockPage mail_link_page(const Context& context, db::ReadTx& tx, const db::MailLink& link,
                         std::string title);

/// Code::not_found for a link that has ended, Code::forbidden for who is signed in as another post;
/// neither says what was asked. An answer leaves a line in the audit trail that it came by link.
namespace pages {
Result<Response> show_mail_link(const Context&, db::ReadTx&);
Result<Response> show_mail_link_file(const Context&, db::ReadTx&);
Result<Location> use_mail_link(const Context&, db::WriteTx&);
}  // namespace pages

}  // namespace server
