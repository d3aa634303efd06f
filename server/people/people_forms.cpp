// Adding a post, and changing who holds one and at which mailbox it is read.
#include <algorithm>
#include <set>

#include "db/audit.hpp"
#include "db/case_log.hpp"
#include "db/identity.hpp"
#include "db/lookups.hpp"
#include "db/mail_links.hpp"
#include "db/people.hpp"
#include "db/reach.hpp"
#include "db/timetable_settings.hpp"
#include "mail/address.hpp"
#include "server/base/app.hpp"
#include "server/letters/letter.hpp"
#include "server/people/handlers.hpp"
#include "server/people/words.hpp"
#include "server/timetable/obligation_subject.hpp"
#include "server/web/page.hpp"
#include "server/web/versions.hpp"

namespace server::people {
namespace {

using workflows::Person;

constexpr std::size_t text_bytes_max = 200;
constexpr std::size_t key_bytes_max = 60;

// A holder may mend their own name and mailbox; what the post is called is for secretariats.
bool may_rename(const web::Context& context) {
    return context.relations.any_of(workflows::Relation::seat_secretariat |
                                    workflows::Relation::administrator);
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

// "Director of Public Health" to "director-of-public-health".
std::string key_of(const std::string& post) {
    std::string key;
    for (const char c : db::normal_email(post)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) {
            key += c;
        } else if (!key.empty() && key.back() != '-') {
            key += '-';
        }
        if (key.size() == key_bytes_max) break;
    }
    while (!key.empty() && key.back() == '-')
        key.pop_back();
    return key.empty() ? "post" : key;
}

// Two bodies may have posts of one name.
std::string free_key(db::ReadTx& tx, const std::string& post) {
    const auto key = key_of(post);
    auto candidate = key;
    // By a page of its own beside those of people, by the program, or by a post.
    const auto taken = [&] {
        return candidate == "new" || candidate == "seats" || candidate == db::service_actor ||
               db::find_person(tx, candidate);
    };
    for (int number = 2; taken(); ++number)
        candidate = key + "-" + std::to_string(number);
    return candidate;
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

// Otherwise a secretariat could read the sign-in code of somebody with more rights than its own.
Result<void> check_administrator(const web::Context& context, const Person& before,
                                 const Person& after) {
    const bool guarded = before.administrator && before.email != after.email;
    if (!guarded || context.viewer.administrator) return {};
    return workflows::invalid("email", words::this_post_is_an_administrator_only);
}

constexpr std::chrono::days new_seat_age{30};
constexpr int audit_rows_max = 1000;

// A secretariat may seat anybody on its own board; that alone must not open their mailbox.
bool seated_lately(db::ReadTx& tx, const std::string& person, const std::string& board) {
    const auto rows = db::list_audit(tx, "person:" + person, audit_rows_max);
    return std::any_of(rows.begin(), rows.end(), [&](const db::AuditRow& row) {
        return row.note.action == "membership.add" && row.note.board == board &&
               row.at > tx.now() - new_seat_age;
    });
}

// The boards of which the post may read or is told what others may not; whose report it writes
// follows from the timetable.
std::set<std::string> boards_within_reach(const web::Context& context, db::ReadTx& tx,
                                          const std::string& person) {
    const auto today = context.today(tx);
    auto boards = db::boards_naming(tx, person, workflows::iso(today));
    for (const auto& report : db::list_report_settings(tx)) {
        if (report.author != person) continue;
        for (auto& owner :
             timetable::owners_of_report(tx, report.report, workflows::year_of(today)))
            boards.insert(std::move(owner));
    }
    return boards;
}

// The mailbox opens all that the post may read. So it is moved by those who answer for all of that:
// the holder, an administrator, the secretariat of every board within its reach, or of one that the
// post has chaired for a while (a chair's address must be mendable).
Result<void> check_reach(const web::Context& context, db::ReadTx& tx, const Person& before,
                         const Person& after) {
    const auto& viewer = context.viewer;
    if (before.email == after.email || viewer.administrator || viewer.person == before.key) {
        return {};
    }
    for (const auto& seat : db::seats_today(tx, before.key, workflows::iso(context.today(tx)))) {
        const bool own = viewer.has_seat(seat.board, "secretariat");
        if (own && seat.role == "chair" && !seated_lately(tx, before.key, seat.board)) return {};
    }
    for (const auto& board : boards_within_reach(context, tx, before.key)) {
        if (viewer.has_seat(board, "secretariat")) continue;
        return workflows::invalid("email",
                                  words::only_its_secretariat_can_change_the_address(board));
    }
    return {};
}

// Codes go to the mailbox alone: with one for two posts the second could never sign in, and whoever
// reads the one would be the other.
Result<void> check_own_mailbox(db::ReadTx& tx, const std::string& before, const Person& after) {
    if (before == after.email) return {};
    for (const auto& other : db::find_people_by_email(tx, after.email)) {
        if (other.key != after.key) {
            return workflows::conflict("email", words::another_post_already_uses_this_email);
        }
    }
    return {};
}

Result<void> check_mailbox(const web::Context& context, db::ReadTx& tx, const Person& before,
                           const Person& after) {
    if (auto ok = check_administrator(context, before, after); !ok) return ok;
    if (auto ok = check_reach(context, tx, before, after); !ok) return ok;
    return check_own_mailbox(tx, before.email, after);
}

// To the mailbox that was: who reads it learns that it was moved, and whom to ask.
void tell_old_mailbox(const web::Context& context, db::WriteTx& tx, const Person& before) {
    letters::Letter letter;
    letter.kind = "mailbox_changed";
    letter.subject_id = before.key;
    letter.revision = context.app.ids.id();
    letter.fill = [&](templates::View& view, const Person&) {
        view.set("changed_by", context.viewer.post);
    };
    letters::queue_letter(context.app, tx, letter, {before});
}

std::string changes_in_words(const Person& before, const Person& after) {
    std::vector<std::string> parts;
    const auto add = [&](bool changed, std::string_view what) {
        if (changed) parts.emplace_back(what);
    };
    add(before.post != after.post, words::part_post);
    add(before.organisation != after.organisation, words::part_organisation);
    add(before.holder != after.holder, words::part_holder);
    add(before.email != after.email, words::part_email_address);
    return words::changed(parts);
}

}  // namespace

Result<net::Response> show_new_person(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, words::add_a_post);
    page.crumb(words::people, "/people");
    auto facts = web::form_facts(context, "/people/new", words::add_post);
    facts.cancel_href = "/people";
    add_fields(context, page.form(facts), {}, true);
    return page.finish();
}

Result<web::Location> create_person(const web::Context& context, db::WriteTx& tx) {
    Person person;
    if (auto ok = read_post(context.form(), person); !ok) return ok.error();
    if (auto ok = read_mailbox(context.form(), person); !ok) return ok.error();
    person.key = free_key(tx, person.post);
    if (auto ok = check_own_mailbox(tx, "", person); !ok) return ok.error();
    if (auto ok = db::insert_person(tx, person); !ok) return ok.error();
    db::append_audit(tx, {"person.add", "person:" + person.key, "", words::added(person.post)});
    return "/people/" + person.key + "?done=added";
}

Result<net::Response> show_person_edit(const web::Context& context, db::ReadTx& tx) {
    const auto person = db::load_person(tx, context.param("person"));
    if (!person) return person.error();
    web::BlockPage page(context, words::edit_post(person->post));
    const bool reader = workflows::allowed(workflows::Action::read_people, context.relations);
    auto facts = web::form_facts(context, "/people/" + person->key + "/edit", words::save);
    if (reader) {
        page.crumb(words::people, "/people").crumb(person->post, "/people/" + person->key);
        facts.cancel_href = "/people/" + person->key;
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
    if (auto ok = check_mailbox(context, tx, *before, person); !ok) return ok.error();
    person.version = web::version_of(context.form());
    if (auto saved = db::save_person(tx, person); !saved) return saved.error();
    const bool moved = before->email != person.email;
    if (moved) {
        db::end_sessions_of(tx, person.key);
        tell_old_mailbox(context, tx, *before);
    }
    // Letters stay with whoever read the mailbox then, and a link in one needs no other proof.
    const bool passed_on = moved || before->holder != person.holder;
    const auto links = passed_on ? db::revoke_mail_links_of(tx, person.key) : 0;
    const auto changes = changes_in_words(*before, person);
    db::append_audit(tx, {"person.edit", "person:" + person.key, "",
                          links > 0 ? words::changed_and_links_ended(changes, links) : changes});
    const std::string said = links > 0 ? "&links=ended" : "";
    if (!workflows::allowed(workflows::Action::read_people, context.relations)) {
        return moved ? "/sign-in" : "/people/" + person.key + "/edit?done=saved" + said;
    }
    return "/people/" + person.key + "?done=saved" + (moved ? "&sessions=ended" : "") + said;
}

}  // namespace server::people
