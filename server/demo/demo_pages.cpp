#include "server/demo/demo_pages.hpp"

#include <algorithm>

#include "db/lookups.hpp"
#include "server/access/signed_in_viewer.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/base/app.hpp"
#include "server/demo/received_mail.hpp"
#include "server/demo/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/session_cookie.hpp"

namespace server::demo {
namespace {

// Names of Maildir files hold only these; a path that holds more is not one of ours.
bool is_file_name(const std::string& name) {
    return !name.empty() && name.find_first_of("/\\") == std::string::npos && name != "..";
}

// A dot in an address begins a suffix (server/web/router.hpp), and Maildir names are full of dots.
std::string replaced(std::string text, char from, char to) {
    std::replace(text.begin(), text.end(), from, to);
    return text;
}
std::string path_name_of(const std::string& file) {
    return replaced(file, '.', '~');
}
std::string file_name_of(const std::string& path) {
    return replaced(path, '~', '.');
}

Result<ReceivedMail> load(const web::Context& context) {
    const auto& name = context.param("message");
    if (is_file_name(name)) {
        auto mail = read_mail(context.app.config.demo_maildir, file_name_of(name));
        if (!mail.name.empty()) return mail;
    }
    return workflows::not_found(words::we_cannot_find_this_email);
}

std::string text_of(const ReceivedMail& mail) {
    const auto* part = mail.part("text/plain");
    return part != nullptr ? part->content : "";
}

Result<net::Response> part_response(const web::Context& context, const char* media_type) {
    auto mail = load(context);
    if (!mail) return mail.error();
    const auto* part = mail->part(media_type);
    if (part == nullptr) return workflows::not_found(words::this_email_has_no_such_part);
    auto response = web::text_response(part->content, std::string(media_type) + "; charset=utf-8");
    // Letters carry their styles in place, as mail readers need; nothing else is let in.
    response.headers.emplace_back("Content-Security-Policy",
                                  "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return response;
}

}  // namespace

Result<web::Location> act_as(const web::Context& context, db::WriteTx& tx) {
    const auto person = context.form().get("person");
    if (person.empty()) {
        context.add_header("Set-Cookie", web::ended_session_cookie());
        return web::href(routes::front_page);
    }
    if (!db::person_exists(tx, person)) return workflows::invalid("person", words::select_a_person);
    context.add_header("Set-Cookie", access::open_session(context.app, tx, person));
    tx.touch("session");
    return web::href(routes::to_do);
}

Result<net::Response> show_outbox(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, words::emails_received);
    page.paragraph(words::what_the_mail_server_received);
    auto& table = page.table(words::newest_first, {{.text = words::subject}, {.text = words::to}});
    for (const auto& mail : list_mail(context.app.config.demo_maildir)) {
        templates::add_table_row(
            table, {{.text = mail.subject,
                     .href = web::href(routes::demo_outbox_message, path_name_of(mail.name))},
                    {.text = mail.to}});
    }
    return page.finish();
}

Result<net::Response> show_message(const web::Context& context, db::ReadTx&) {
    auto mail = load(context);
    if (!mail) return mail.error();
    auto layout = web::layout_facts(context, mail->subject);
    layout.breadcrumbs = {{words::emails_received, web::href(routes::demo_outbox)}};
    templates::View view;
    view.set("heading", mail->subject).set("text", text_of(*mail));
    view.list("summary").list("links");
    templates::add_summary(view, {.label = words::from, .value = mail->from});
    templates::add_summary(view, {.label = words::to, .value = mail->to});
    templates::add_summary(view, {.label = words::date, .value = mail->date});
    for (const auto& part : mail->parts) {
        if (part.file_name.empty()) continue;
        templates::add_summary(
            view, {.label = words::attachment,
                   .value = part.file_name + " (" +
                            agenda::size_words(static_cast<long long>(part.content.size())) + ")"});
    }
    const auto link = [&](const char* text, const web::Address& page, const char* media_type) {
        if (media_type != nullptr && mail->part(media_type) == nullptr) return;
        view.add("links").set("text", text).set("href", web::href(page, path_name_of(mail->name)));
    };
    link(words::as_html, routes::demo_outbox_message_html, "text/html");
    link(words::calendar_entry, routes::demo_outbox_message_calendar, "text/calendar");
    link(words::source, routes::demo_outbox_message_source, nullptr);
    return web::html_response(context, "pages/demo_message.html", layout, view);
}

Result<net::Response> show_message_html(const web::Context& context, db::ReadTx&) {
    return part_response(context, "text/html");
}

Result<net::Response> show_message_calendar(const web::Context& context, db::ReadTx&) {
    auto response = part_response(context, "text/calendar");
    if (response) response->content_type = "text/plain; charset=utf-8";
    return response;
}

Result<net::Response> show_message_source(const web::Context& context, db::ReadTx&) {
    auto mail = load(context);
    if (!mail) return mail.error();
    return web::text_response(mail->source, "text/plain; charset=utf-8");
}

}  // namespace server::demo
