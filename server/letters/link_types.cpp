#include "server/letters/link_types.hpp"

#include <algorithm>
#include <array>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/people.hpp"
#include "server/base/app.hpp"
#include "server/base/secrets.hpp"
#include "server/letters/handlers.hpp"
#include "server/letters/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/site.hpp"

namespace server::letters {
namespace {

const LinkKind* kind_of(const web::Context& context, const db::MailLink& link) {
    const auto kinds = context.app.site->links;
    const auto found = std::ranges::find(kinds, link.kind, &LinkKind::name);
    return found == kinds.end() ? nullptr : &*found;
}

Error no_longer() {
    return workflows::not_found(words::this_link_no_longer_works_because);
}

// A letter is passed on, or its link forwarded: who is signed in as another post answers for nobody
// by mistake, and learns nothing of what was asked.
Result<db::MailLink> link_of(const web::Context& context, db::ReadTx& tx) {
    auto link = db::find_mail_link(tx, base::sha256_hex(context.param("token")));
    if (!link || kind_of(context, *link) == nullptr || tx.now() >= link->not_after)
        return no_longer();
    if (context.viewer.signed_in() && context.viewer.person != link->person)
        return Error{workflows::Code::forbidden, words::this_link_is_for_another_person};
    return *std::move(link);
}

}  // namespace

std::string make_mail_link(base::App& app, db::WriteTx& tx, const db::MailLink& link) {
    const auto token = app.ids.secret();
    db::insert_mail_link(tx, base::sha256_hex(token), link);
    return app.config.base_url + web::href(routes::mail_link, token);
}

web::BlockPage mail_link_page(const web::Context& context, db::ReadTx& tx, const db::MailLink& link,
                              std::string title) {
    web::BlockPage page(context, std::move(title));
    page.layout().hidden_from_search = true;
    const auto person = db::find_person(tx, link.person);
    const auto board = db::find_board(tx, link.board);
    const auto post = person ? person->post : link.person;
    page.inset(board ? words::replying_as_for_board(post, board->name) : words::replying_as(post));
    return page;
}

std::string mail_link_path(const web::Context& context) {
    return web::href(routes::mail_link, context.param("token"));
}

Result<net::Response> show_mail_link(const web::Context& context, db::ReadTx& tx) {
    const auto link = link_of(context, tx);
    if (!link) return link.error();
    return kind_of(context, *link)->show(context, tx, *link);
}

Result<net::Response> show_mail_link_file(const web::Context& context, db::ReadTx& tx) {
    const auto link = link_of(context, tx);
    if (!link) return link.error();
    const auto file = kind_of(context, *link)->file;
    if (file == nullptr) return workflows::not_found(words::we_cannot_find_this_paper);
    return file(context, tx, *link);
}

Result<web::Location> use_mail_link(const web::Context& context, db::WriteTx& tx) {
    const auto link = link_of(context, tx);
    if (!link) return link.error();
    tx.act_as({link->person, ""});
    auto done = kind_of(context, *link)->act(context, tx, *link);
    if (!done) return done;
    db::append_audit(tx, {"mail_link.answer", link->kind + ":" + link->subject, link->board,
                          words::replied_using_the_link});
    return done;
}

}  // namespace server::letters
