// Adding a post, and changing who holds one and at which mailbox it is read.
#include "db/identity.hpp"
#include "db/people.hpp"
#include "db/report_owners.hpp"
#include "mail/address.hpp"
#include "server/base/app.hpp"
#include "server/people/handlers.hpp"
#include "server/people/people_commands.hpp"
#include "server/people/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"
#include "server/web/who_acts.hpp"

namespace server::people {
namespace {

using workflows::Person;

constexpr std::size_t text_bytes_max = 200;

// A holder may mend their own name and mailbox; what the post is called is for secretariats.
bool may_rename(const web::Context& context) {
    return workflows::allowed(workflows::Action::rename_post, context.relations);
}

Result<std::string> read_text(const web::Form& form, const std::string& field,
                              std::string_view missing) {
    auto text = form.get(field);
    if (text.find_first_not_of(" \t") == std::string::npos || text.size() > text_bytes_max) {
        return workflows::invalid(field, std::string(missing));
    }
    return text;
}

Result<void> read_post(const web::Form& form, Person& person) {
    auto post = read_text(form, "post", words::enter_the_post_for_example_director);
    if (!post) return post.error();
    auto organisation =
        read_text(form, "organisation", words::enter_the_organisation_use_200_characters);
    if (!organisation) return organisation.error();
    person.post = std::move(*post);
    person.organisation = std::move(*organisation);
    return {};
}

Result<void> read_mailbox(const web::Form& form, Person& person) {
    person.holder = form.get("holder");
    if (person.holder.size() > text_bytes_max) {
        return workflows::invalid("holder", words::name_must_be_200_characters);
    }
    const auto address = mail::Address::parse(db::normal_email(form.get("email")));
    if (!address) {
        return workflows::invalid("email", words::enter_an_email_address_for_example);
    }
    person.email = address->text();
    return {};
}

void add_field(const web::Context& context, templates::View& form, const web::FieldText& text,
               templates::InputType type = templates::InputType::text) {
    auto field = web::typed_field(context, text);
    field.type = type;
    form.add("fields", templates::text_field(field));
}

void add_fields(const web::Context& context, templates::View& form, const Person& person,
                bool with_post) {
    if (with_post) {
        add_field(context, form, {"post", words::post_label, person.post});
        add_field(context, form, {"organisation", words::organisation, person.organisation});
    }
    add_field(context, form,
              {"holder", words::held_by_optional, person.holder,
               words::the_current_postholders_name_only_secretariats});
    add_field(context, form,
              {"email", words::email_address, person.email, words::we_send_emails_and_sign},
              templates::InputType::email);
}

}  // namespace

Result<net::Response> show_new_person(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, words::add_a_post);
    page.crumb(words::people, web::href(routes::people));
    auto facts = web::form_facts(context, web::href(routes::new_person), words::add_post);
    facts.cancel_href = web::href(routes::people);
    add_fields(context, page.form(facts), {}, true);
    return page.finish();
}

Result<web::Location> create_person(const web::Context& context, db::WriteTx& tx) {
    Person person;
    if (auto ok = read_post(context.form(), person); !ok) return ok.error();
    if (auto ok = read_mailbox(context.form(), person); !ok) return ok.error();
    const auto key = add_person(web::acting(context, tx), tx, {person});
    if (!key) return key.error();
    return web::href(routes::person, *key) + "?done=added";
}

Result<net::Response> show_person_edit(const web::Context& context, db::ReadTx& tx) {
    const auto person = db::load_person(tx, context.param("person"));
    if (!person) return person.error();
    web::BlockPage page(context, words::edit_post(person->post));
    const bool reader = workflows::allowed(workflows::Action::read_people, context.relations);
    auto facts = web::form_facts(context, web::href(routes::person_edit, person->key), words::save);
    if (reader) {
        page.crumb(words::people, web::href(routes::people))
            .crumb(person->post, web::href(routes::person, person->key));
        facts.cancel_href = web::href(routes::person, person->key);
    }
    if (context.request.query_value("links") == "ended") page.inset(words::links_in_earlier_emails);
    auto& form = page.form(facts);
    form.add("fields", templates::hidden_field(
                           "version", context.typed("version", std::to_string(person->version))));
    add_fields(context, form, *person, may_rename(context));
    return page.finish();
}

Result<web::Location> edit_person(const web::Context& context, db::WriteTx& tx) {
    const auto before = db::load_person(tx, context.param("person"));
    if (!before) return before.error();
    auto person = *before;
    if (may_rename(context)) {
        if (auto ok = read_post(context.form(), person); !ok) return ok.error();
    }
    if (auto ok = read_mailbox(context.form(), person); !ok) return ok.error();
    person.version = web::version_of(context.form());
    const auto edited = edit_person(context.app, web::acting(context, tx), tx, {person});
    if (!edited) return edited.error();
    const bool moved = edited->moved;
    const std::string said = edited->links_ended ? "&links=ended" : "";
    if (!workflows::allowed(workflows::Action::read_people, context.relations)) {
        return moved ? web::href(routes::sign_in)
                     : web::href(routes::person_edit, person.key) + "?done=saved" + said;
    }
    return web::href(routes::person, person.key) + "?done=saved" +
           (moved ? "&sessions=ended" : "") + said;
}

}  // namespace server::people
