#include "server/people/people_commands.hpp"

#include <algorithm>
#include <set>

#include "db/audit.hpp"
#include "db/case_log.hpp"
#include "db/identity.hpp"
#include "db/lookups.hpp"
#include "db/mail_links.hpp"
#include "db/people.hpp"
#include "db/reach.hpp"
#include "db/report_owners.hpp"
#include "db/timetable_settings.hpp"
#include "server/letters/letter.hpp"
#include "server/people/words.hpp"

namespace server::people {
namespace {

using workflows::Person;

constexpr std::size_t key_bytes_max = 60;

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

// What the person who acts may do by their own post and seats.
struct Standing {
    bool administrator = false;
    std::set<std::string> secretariat_of;  // codes of boards
};

Standing standing_of(const base::Acting& acting, db::ReadTx& tx) {
    Standing standing;
    const auto person = db::find_person(tx, acting.person);
    if (!person) return standing;
    standing.administrator = person->administrator;
    for (auto& seat : db::seats_today(tx, person->key, workflows::iso(acting.today)))
        if (seat.role == workflows::Role::secretariat)
            standing.secretariat_of.insert(std::move(seat.board));
    return standing;
}

// Otherwise a secretariat could read the sign-in code of somebody with more rights than its own.
Result<void> check_administrator(const Standing& standing, const Person& before,
                                 const Person& after) {
    const bool guarded = before.administrator && before.email != after.email;
    if (!guarded || standing.administrator) return {};
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
std::set<std::string> boards_within_reach(db::ReadTx& tx, const std::string& person,
                                          workflows::Day today) {
    auto boards = db::boards_naming(tx, person, workflows::iso(today));
    for (const auto& report : db::list_report_settings(tx)) {
        if (report.author != person) continue;
        for (auto& owner : db::owners_of_report(tx, report.report, workflows::year_of(today)))
            boards.insert(std::move(owner));
    }
    return boards;
}

// The mailbox opens all that the post may read. So it is moved by those who answer for all of that:
// the holder, an administrator, the secretariat of every board within its reach, or of one that the
// post has chaired for a while (a chair's address must be mendable).
Result<void> check_reach(const base::Acting& acting, const Standing& standing, db::ReadTx& tx,
                         const Person& before, const Person& after) {
    if (before.email == after.email || standing.administrator || acting.person == before.key) {
        return {};
    }
    for (const auto& seat : db::seats_today(tx, before.key, workflows::iso(acting.today))) {
        const bool own = standing.secretariat_of.contains(seat.board);
        if (own && seat.role == workflows::Role::chair &&
            !seated_lately(tx, before.key, seat.board))
            return {};
    }
    for (const auto& board : boards_within_reach(tx, before.key, acting.today)) {
        if (standing.secretariat_of.contains(board)) continue;
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

Result<void> check_mailbox(const base::Acting& acting, db::ReadTx& tx, const Person& before,
                           const Person& after) {
    const auto standing = standing_of(acting, tx);
    if (auto ok = check_administrator(standing, before, after); !ok) return ok;
    if (auto ok = check_reach(acting, standing, tx, before, after); !ok) return ok;
    return check_own_mailbox(tx, before.email, after);
}

// To the mailbox that was: who reads it learns that it was moved, and whom to ask.
void tell_old_mailbox(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                      const Person& before) {
    letters::Letter letter;
    letter.kind = "mailbox_changed";
    letter.subject_id = before.key;
    letter.revision = app.ids.id();
    letter.fill = [&](templates::View& view, const Person&) {
        view.set("changed_by", acting.post);
    };
    letters::queue_letter(app, tx, letter, {before});
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

Result<std::string> add_person(const base::Acting&, db::WriteTx& tx, AddPerson command) {
    auto& person = command.person;
    person.key = free_key(tx, person.post);
    if (auto ok = check_own_mailbox(tx, "", person); !ok) return ok.error();
    if (auto ok = db::insert_person(tx, person); !ok) return ok.error();
    db::append_audit(tx, {"person.add", "person:" + person.key, "", words::added(person.post)});
    return person.key;
}

Result<PersonEdited> edit_person(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                 const EditPerson& command) {
    const auto& person = command.person;
    const auto before = db::load_person(tx, person.key);
    if (!before) return before.error();
    if (auto ok = check_mailbox(acting, tx, *before, person); !ok) return ok.error();
    if (auto saved = db::save_person(tx, person); !saved) return saved.error();
    const bool moved = before->email != person.email;
    if (moved) {
        db::end_sessions_of(tx, person.key);
        tell_old_mailbox(app, acting, tx, *before);
    }
    // Letters stay with whoever read the mailbox then, and a link in one needs no other proof.
    const bool passed_on = moved || before->holder != person.holder;
    const auto links = passed_on ? db::revoke_mail_links_of(tx, person.key) : 0;
    const auto changes = changes_in_words(*before, person);
    db::append_audit(tx, {"person.edit", "person:" + person.key, "",
                          links > 0 ? words::changed_and_links_ended(changes, links) : changes});
    return PersonEdited{moved, links > 0};
}

}  // namespace server::people
