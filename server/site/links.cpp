#include "server/site/links.hpp"

#include <algorithm>
#include <array>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/people.hpp"
#include "server/circulation/assent_commands.hpp"
#include "server/themes/theme_commands.hpp"
#include "server/base/app.hpp"
#include "server/web/page.hpp"
#include "server/planning/poll_pages.hpp"
#include "server/meetings/reply_pages.hpp"
#include "server/themes/theme_pages.hpp"
#include "server/base/secrets.hpp"

namespace server {
namespace {

// The kinds stand here, one a line, each beside the page of what it is about.
constexpr std::array table{
    MailLinkKind{theme_poll_link, pages::show_theme_question, pages::answer_theme_question},
    MailLinkKind{"date_poll", pages::show_poll_form, pages::answer_poll_form},
    MailLinkKind{"invitation_reply", pages::show_reply_form, pages::answer_invitation},
    MailLinkKind{assent_link_kind, show_assent_link, use_assent_link, show_assent_document},
};

const MailLinkKind* kind_of(const db::MailLink& link) {
    const auto found = std::ranges::find(table, link.kind, &MailLinkKind::name);
    return found == table.end() ? nullptr : &*found;
}

Error no_longer() {
    return workflows::not_found(
        "This link does not work any more: its day has passed, or what it asked about is settled. "
        "Answer the letter that brought it, or sign in.");
}

// A letter is passed on, or its link forwarded: who is signed in as another post answers for nobody
// by mistake, and learns nothing of what was asked.
Result<db::MailLink> link_of(const Context& context, db::ReadTx& tx) {
    auto link = db::find_mail_link(tx, sha256_hex(context.param("token")));
    if (!link || kind_of(*link) == nullptr || tx.now() >= link->not_after) return no_longer();
    if (context.viewer.signed_in() && context.viewer.person != link->person)
        return Error{workflows::Code::forbidden,
                     "This link is for somebody else. Sign out to use it."};
    return *std::move(link);
}

}  // namespace

std::span<const MailLinkKind> mail_link_kinds() {
    return table;
}

std::string make_mail_link(App& app, db::WriteTx& tx, const db::MailLink& link) {
    const auto token = app.ids.secret();
    db::insert_mail_link(tx, sha256_hex(token), link);
    return app.config.base_url + "/r/" + token;
}

BlockPage mail_link_page(const Context& context, db::ReadTx& tx, const db::MailLink& link,
                         std::string title) {
    BlockPage page(context, std::move(title));
    page.layout().hidden_from_search = true;
    const auto person = db::find_person(tx, link.person);
    const auto board = db::find_board(tx, link.board);
    page.inset("You answer as " + (person ? person->post : link.person) +
               (board ? ", " + board->name : std::string()) + ".");
    return page;
}

std::string mail_link_path(const Context& context) {
    return "/r/" + context.param("token");
}

namespace pages {

Result<Response> show_mail_link(const Context& context, db::ReadTx& tx) {
    const auto link = link_of(context, tx);
    if (!link) return link.error();
    return kind_of(*link)->show(context, tx, *link);
}

Result<Response> show_mail_link_file(const Context& context, db::ReadTx& tx) {
    const auto link = link_of(context, tx);
    if (!link) return link.error();
    const auto file = kind_of(*link)->file;
    if (file == nullptr) return workflows::not_found("There is no such paper.");
    return file(context, tx, *link);
}

Result<Location> use_mail_link(const Context& context, db::WriteTx& tx) {
    const auto link = link_of(context, tx);
    if (!link) return link.error();
    tx.act_as({link->person, ""});
    auto done = kind_of(*link)->act(context, tx, *link);
    if (!done) return done;
    db::append_audit(tx, {"mail_link.answer", link->kind + ":" + link->subject, link->board,
                          "Answered by mail link"});
    return done;
}

}  // namespace pages
}  // namespace server
