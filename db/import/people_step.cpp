// Imports posts, memberships and standing invitations.
#include <algorithm>

#include "db/import/steps.hpp"
#include "db/import/words.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "db/seat_details.hpp"
#include "workflows/core/roles.hpp"

namespace db {
namespace {

using workflows::Membership;
using workflows::Person;
using Outcome = Importing::Outcome;

Person read_person(Fields& fields) {
    Person person;
    person.key = fields.key("key");
    person.post = fields.required("post");
    person.organisation = fields.text("organisation");
    person.email = normal_email(fields.email("email"));
    person.holder = fields.text("holder");
    return person;
}

// A file without holders says nothing about them.
bool says_the_same(const Person& stored, const Person& told) {
    return stored.post == told.post && stored.organisation == told.organisation &&
           stored.email == told.email && (told.holder.empty() || stored.holder == told.holder);
}

// Codes to sign in go to the mailbox alone: of two posts at one the second could never sign in.
bool has_own_mailbox(Importing& importing, Fields& fields, const Person& person) {
    const auto others = find_people_by_email(importing.tx, person.email);
    if (others.empty()) return true;
    fields.wrong("email", import_words::email_address_taken(others.front().key));
    return false;
}

Membership read_membership(Importing& importing, Fields& fields) {
    Membership membership;
    membership.board = board_named(importing, fields, "board");
    membership.person = person_named(importing, fields, "person");
    membership.role = fields.choice<workflows::Role>("role");
    membership.label = fields.text("label");
    membership.from_day = fields.optional_day("from");
    membership.to_day = fields.optional_day("to");
    return membership;
}

SeatDetail read_detail(Fields& fields) {
    SeatDetail detail{fields.text("organisation"), {}, fields.text("on_behalf_of"), 0};
    if (!fields.text("standing").empty())
        detail.standing = fields.choice<workflows::Standing>("standing");
    return detail;
}

std::string key_of(const Membership& m) {
    return m.board + "|" + m.person + "|" + std::string(workflows::to_text(m.role)) + "|" +
           workflows::iso(m.from_day);
}

std::string column_of(const std::string& field) {
    return field == "to_day" ? "to" : field;
}

void add_membership(Importing& importing, Fields& fields, const Membership& membership,
                    const SeatDetail& detail) {
    for (const auto& stored : list_seats_of(importing.tx, membership.person)) {
        if (key_of(stored) != key_of(membership)) continue;
        // A file without these columns says nothing about them.
        const bool says = !detail.says_as({});
        const bool same = stored.label == membership.label && stored.to_day == membership.to_day &&
                          (!says || find_seat_detail(importing.tx, stored.id).says_as(detail));
        importing.count(ImportKind::memberships, same ? Outcome::unchanged : Outcome::kept);
        return;
    }
    const auto added = insert_membership(importing.tx, membership);
    if (!added) {
        fields.wrong(column_of(added.error().field), {added.error().message});
        return;
    }
    if (!detail.says_as({})) save_seat_detail(importing.tx, *added, detail).value();
    importing.count(ImportKind::memberships, Outcome::added);
}

}  // namespace

std::string person_named(Importing& importing, Fields& fields, std::string_view column) {
    auto key = fields.required(column);
    if (!key.empty() && !importing.people.known(key))
        fields.wrong(column, import_words::no_post(key));
    return key;
}

void import_people(Importing& importing, const std::vector<ImportRow>& rows) {
    for (const auto& person : list_people(importing.tx))
        importing.people.make_ready(person.key);
    for (const auto& row : rows)
        importing.people.declare(Fields(row, importing.report).text("key"));
    Once once;
    for (const auto& row : rows) {
        Fields fields(row, importing.report);
        const auto person = read_person(fields);
        if (!once.first(fields, "key", person.key) || !fields.good()) continue;
        if (const auto stored = find_person(importing.tx, person.key)) {
            importing.count(ImportKind::people,
                            says_the_same(*stored, person) ? Outcome::unchanged : Outcome::kept);
            continue;
        }
        if (!has_own_mailbox(importing, fields, person)) continue;
        insert_person(importing.tx, person).value();
        importing.people.make_ready(person.key);
        importing.count(ImportKind::people, Outcome::added);
    }
}

void import_memberships(Importing& importing, const std::vector<ImportRow>& rows) {
    Once once;
    for (const auto& row : rows) {
        Fields fields(row, importing.report);
        const auto membership = read_membership(importing, fields);
        const auto detail = read_detail(fields);
        if (!once.first(fields, "role", key_of(membership)) || !fields.good() ||
            !importing.boards.ready(membership.board) || !importing.people.ready(membership.person))
            continue;
        add_membership(importing, fields, membership, detail);
    }
}

void import_invitations(Importing& importing, const std::vector<ImportRow>& rows) {
    const auto stored = list_standing_invitations(importing.tx);
    Once once;
    for (const auto& row : rows) {
        Fields fields(row, importing.report);
        const StandingInvitation invitation{board_named(importing, fields, "board"),
                                            person_named(importing, fields, "person"),
                                            fields.text("reason")};
        if (!once.first(fields, "person", invitation.board + "|" + invitation.person) ||
            !fields.good() || !importing.boards.ready(invitation.board) ||
            !importing.people.ready(invitation.person))
            continue;
        const auto known = std::find_if(stored.begin(), stored.end(), [&](const auto& other) {
            return other.board == invitation.board && other.person == invitation.person;
        });
        if (known == stored.end()) insert_standing_invitation(importing.tx, invitation).value();
        importing.count(ImportKind::invitations, known == stored.end() ? Outcome::added
                                                 : known->reason == invitation.reason
                                                     ? Outcome::unchanged
                                                     : Outcome::kept);
    }
}

}  // namespace db
