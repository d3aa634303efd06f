// user link, user administrator.
#include "db/audit.hpp"
#include "db/identity.hpp"
#include "db/people.hpp"
#include "server/base/limits.hpp"
#include "server/base/secrets.hpp"
#include "server/command_line/cli.hpp"
#include "server/command_line/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::command_line {
namespace {

std::optional<workflows::Person> person_at(base::App& app, const std::string& email,
                                           Output output) {
    const auto people = db::find_people_by_email(*app.database.begin_read(), email);
    if (people.empty()) {
        output.err << words::no_post_has_address(email);
        return std::nullopt;
    }
    return people.front();
}

}  // namespace

Exit make_user_link(base::App& app, const Options& options, Output output) {
    const auto person = person_at(app, options.email, output);
    if (!person) return Exit::not_found;
    if (options.dry_run) {
        output.out << words::link_would_be_printed(person->post, person->key);
        return Exit::ok;
    }
    const auto token = app.ids.secret();
    auto tx = app.database.begin_write();
    db::insert_sign_in_link(*tx, base::sha256_hex(token), person->key,
                            tx->now() + base::limits::sign_in_link_life);
    db::append_audit(*tx, {"user.link", "person:" + person->key, "", "sign-in address printed"});
    tx->commit();
    output.out << app.config.base_url << web::href(routes::sign_in_link, token) << '\n';
    return Exit::ok;
}

Exit make_administrator(base::App& app, const Options& options, Output output) {
    auto person = person_at(app, options.email, output);
    if (!person) return Exit::not_found;
    person->administrator = true;
    output.out << words::is_administrator(person->post, person->key);
    if (options.dry_run) return Exit::ok;
    auto tx = app.database.begin_write();
    if (const auto saved = db::save_person(*tx, *person); !saved) {
        output.err << saved.error().message << '\n';
        return Exit::conflict;
    }
    db::append_audit(*tx, {"user.administrator", "person:" + person->key, "", ""});
    tx->commit();
    return Exit::ok;
}

}  // namespace server::command_line
