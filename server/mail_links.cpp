#include "server/mail_links.hpp"

#include <algorithm>
#include <array>

#include "server/actions/circulation_assent.hpp"
#include "server/actions/themes.hpp"
#include "server/app.hpp"
#include "server/page.hpp"
#include "server/pages/date_polls.hpp"
#include "server/pages/replies.hpp"
#include "server/pages/themes.hpp"
#include "server/secrets.hpp"

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

std::optional<db::MailLink> link_of(const Context& context, db::ReadTx& tx) {
    auto link = db::find_mail_link(tx, sha256_hex(context.param("token")));
    if (link && kind_of(*link) == nullptr) return std::nullopt;
    return link;
}

Error no_longer() {
    return workflows::not_found(
        "This link does not work any more: its day has passed, or what it asked about is settled. "
        "Answer the letter that brought it, or sign in.");
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

std::string mail_link_path(const Context& context) {
    return "/r/" + context.param("token");
}

namespace pages {

Result<Response> show_mail_link(const Context& context, db::ReadTx& tx) {
    const auto link = link_of(context, tx);
    if (!link || tx.now() >= link->not_after) return no_longer();
    return kind_of(*link)->show(context, tx, *link);
}

Result<Response> show_mail_link_file(const Context& context, db::ReadTx& tx) {
    const auto link = link_of(context, tx);
    if (!link || tx.now() >= link->not_after) return no_longer();
    const auto file = kind_of(*link)->file;
    if (file == nullptr) return workflows::not_found("There is no such paper.");
    return file(context, tx, *link);
}

Result<Location> use_mail_link(const Context& context, db::WriteTx& tx) {
    const auto link = link_of(context, tx);
    if (!link || tx.now() >= link->not_after) return no_longer();
    tx.act_as({link->person, ""});
    return kind_of(*link)->act(context, tx, *link);
}

}  // namespace pages
}  // namespace server
