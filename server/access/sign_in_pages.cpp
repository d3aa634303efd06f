// Sign-in by an e-mailed code, or by a link that an operator made.
#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include "db/audit.hpp"
#include "db/identity.hpp"
#include "db/people.hpp"
#include "server/access/handlers.hpp"
#include "server/access/signed_in_viewer.hpp"
#include "server/access/words.hpp"
#include "server/base/app.hpp"
#include "server/base/limits.hpp"
#include "server/base/secrets.hpp"
#include "server/letters/letter.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/router.hpp"
#include "server/web/routes.hpp"
#include "server/web/session_cookie.hpp"
#include "server/web/site.hpp"

namespace server::access {
namespace {

// Only addresses of our own pages, so that a link cannot lead a signed-in person elsewhere.
std::string safe_next(const web::Context& context, const std::string& next) {
    const auto printable = [](unsigned char byte) { return byte > 0x20 && byte < 0x7F; };
    const bool plain = next.starts_with('/') && !next.starts_with("//") &&
                       next.find_first_of("\\?#:@") == std::string::npos &&
                       std::all_of(next.begin(), next.end(), printable);
    return plain && web::match_route(context.app.site->routes, web::Verb::page, next)
               ? next
               : web::href(routes::to_do);
}

// The same browser must enter the code: its cookie names the row.
std::string visitor_id(const web::Context& context) {
    return base::sha256_hex("visitor:" + context.request.cookie(web::visitor_cookie));
}

std::string code_hash(const web::Context& context, const std::string& code) {
    return base::hmac_hex(visitor_id(context), code);
}

// One client, as the cap on connections counts them: whoever has an IPv6 address has a whole /64.
std::string client_of(const web::Context& context) {
    boost::system::error_code failed;
    const auto address = boost::asio::ip::make_address(context.request.client_address, failed);
    if (failed || !address.is_v6()) return context.request.client_address;
    return boost::asio::ip::make_network_v6(address.to_v6(), 64).canonical().to_string();
}

Result<void> check_rate(db::WriteTx& tx, const std::string& email, const std::string& client) {
    const auto asked =
        db::count_sign_in_codes(tx, email, client, tx.now() - base::limits::sign_in_window);
    if (asked.email_and_client >= base::limits::sign_in_codes_max ||
        asked.email >= base::limits::sign_in_codes_email_max ||
        asked.client >= base::limits::sign_in_codes_client_max ||
        asked.all >= base::limits::sign_in_codes_all_max) {
        return Error{workflows::Code::too_many, words::you_have_asked_for_too_many, "email"};
    }
    return {};
}

// Somebody is guessing. Who signed in from the same network lately is not that somebody.
bool is_guarded(db::ReadTx& tx, const std::string& email, const std::string& client) {
    const auto tries =
        db::count_wrong_tries(tx, email, tx.now() - base::limits::sign_in_wrong_window);
    return tries > base::limits::sign_in_wrong_max &&
           !db::signed_in_from(tx, email, client, tx.now() - base::limits::sign_in_codes_kept);
}

std::string digits_of(const std::string& text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return digits;
}

}  // namespace

Result<net::Response> show_sign_in(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, words::sign_in);
    if (!context.app.config.secure_cookies_possible()) {
        page.warning(words::you_can_only_sign_in_over);
        return page.finish();
    }
    auto& form =
        page.form(web::form_facts(context, web::href(routes::sign_in), words::continue_word));
    auto field = web::typed_field(
        context, {"email", words::email_address, "", words::we_will_email_you_a_6});
    field.type = templates::InputType::email;
    field.autocomplete = "email";
    field.width = templates::FieldWidth::full;
    form.add("fields", templates::text_field(field));
    form.add("fields", templates::hidden_field(
                           "next", safe_next(context, context.error()
                                                          ? context.form().get("next")
                                                          : context.request.query_value("next"))));
    return page.finish();
}

// The answer is the same for an address that nobody here has.
Result<web::Location> request_code(const web::Context& context, db::WriteTx& tx) {
    const auto email = db::normal_email(context.form().get("email"));
    if (email.find('@') == std::string::npos || email.size() > 254) {
        return workflows::invalid("email", words::enter_an_email_address_for_example);
    }
    const auto client = client_of(context);
    if (const auto rate = check_rate(tx, email, client); !rate) return rate.error();
    const auto code = context.app.ids.code();
    db::SignInCode row;
    row.id = base::sha256_hex(visitor_id(context) + context.app.ids.secret());
    row.email = email;
    row.client = client;
    row.code_hash = code_hash(context, code);
    row.created_at = tx.now();
    row.not_after = tx.now() + base::limits::sign_in_code_life;
    db::insert_sign_in_code(tx, row);
    const auto people = db::find_people_by_email(tx, email);
    if (!people.empty()) letters::queue_sign_in_code(context.app, tx, people.front(), code);
    context.add_header("Set-Cookie", "__Host-code=" + row.id +
                                         "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=900");
    return web::href(routes::sign_in_code) +
           "?next=" + safe_next(context, context.form().get("next"));
}

Result<net::Response> show_code(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, words::check_your_email);
    page.paragraph(words::if_this_address_belongs);
    auto& form =
        page.form(web::form_facts(context, web::href(routes::sign_in_code), words::sign_in));
    auto field = web::typed_field(
        context, {"code", words::code, "", words::the_6_digits_for_example_204_417});
    field.value.clear();
    field.mode = templates::InputMode::numeric;
    field.autocomplete = "one-time-code";
    field.width = templates::FieldWidth::ten;
    form.add("fields", templates::text_field(field));
    form.add("fields", templates::hidden_field(
                           "next", safe_next(context, context.error()
                                                          ? context.form().get("next")
                                                          : context.request.query_value("next"))));
    page.link(words::get_a_new_code, web::href(routes::sign_in));
    return page.finish();
}

Result<web::Location> enter_code(const web::Context& context, db::WriteTx& tx) {
    const auto wrong = workflows::invalid("code", words::incorrect_or_expired_code_enter);
    const auto id = context.request.cookie("__Host-code");
    const auto row = db::find_sign_in_code(tx, id);
    if (!row || row->used || tx.now() >= row->not_after ||
        row->tries >= base::limits::sign_in_tries_max)
        return wrong;
    if (is_guarded(tx, row->email, row->client)) {
        return Error{workflows::Code::too_many, words::too_many_incorrect_codes_have_been, "code"};
    }
    if (!base::equal_secrets(row->code_hash,
                             code_hash(context, digits_of(context.form().get("code"))))) {
        db::count_try(tx, id);
        tx.commit();  // a refusal undoes the rest, and the try must count
        return wrong;
    }
    const auto people = db::find_people_by_email(tx, row->email);
    if (people.empty() || !db::use_sign_in_code(tx, id)) return wrong;
    tx.act_as({people.front().key, ""});
    db::append_audit(tx, {"sign_in", "person:" + people.front().key, "", words::by_emailed_code});
    context.add_header("Set-Cookie", open_session(context.app, tx, people.front().key));
    return safe_next(context, context.form().get("next"));
}

// Only a form: mail scanners open links, and must not use them up.
Result<net::Response> show_sign_in_link(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, words::sign_in);
    page.layout().hidden_from_search = true;
    if (context.error()) {
        page.link(words::sign_in_with_your_email_address, web::href(routes::sign_in));
        return page.finish();
    }
    page.paragraph(words::you_can_use_this_link);
    page.form(web::form_facts(context, web::href(routes::sign_in_link, context.param("token")),
                              words::sign_in));
    return page.finish();
}

Result<web::Location> use_sign_in_link(const web::Context& context, db::WriteTx& tx) {
    const auto person = db::use_sign_in_link(tx, base::sha256_hex(context.param("token")));
    if (!person) {
        return Error{workflows::Code::refused, words::this_link_has_been_used, ""};
    }
    tx.act_as({*person, ""});
    db::append_audit(tx, {"sign_in", "person:" + *person, "", words::by_link});
    context.add_header("Set-Cookie", open_session(context.app, tx, *person));
    return web::href(routes::to_do);
}

Result<web::Location> sign_out(const web::Context& context, db::WriteTx& tx) {
    db::end_session(tx, context.viewer.session);
    context.add_header("Set-Cookie", web::ended_session_cookie());
    context.add_header("Clear-Site-Data", "\"cache\"");
    return web::href(routes::sign_in);
}

}  // namespace server::access
