#include "tests/harness/county_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tests {
namespace {

// What `more` says goes before what `fields` say.
Fields with_more(Fields fields, const Fields& more) {
    for (const auto& value : more) {
        std::erase_if(fields, [&](const auto& field) { return field.first == value.first; });
        fields.push_back(value);
    }
    return fields;
}

std::string letter(TestApp& app, const std::string& id) {
    return rows(app, "outbox_letter", {{"message", id}}).value("bytes");
}

// Quoted-printable: soft line breaks part an address.
std::string without_soft_breaks(std::string bytes) {
    for (auto at = bytes.find("=\r\n"); at != std::string::npos; at = bytes.find("=\r\n"))
        bytes.erase(at, 3);
    return bytes;
}

}  // namespace

std::string slug_of(TestApp& app, const std::string& board) {
    return rows(app, "board", {{"code", board}}).value("slug");
}

std::string seat_of(TestApp& app, const std::string& board, const std::string& person,
                    const std::string& role) {
    Fields where{{"board", board}, {"person", person}};
    if (!role.empty()) where.emplace_back("role", role);
    return rows(app, "membership", where).value("id");
}

std::string holder_of(TestApp& app, const std::string& board, const std::string& role) {
    return rows(app, "membership", {{"board", board}, {"role", role}}).value("person");
}

void add_seat(TestApp& app, const std::string& id, const std::string& board,
              const std::string& person, const std::string& role, const Fields& more) {
    add_row(app, "membership",
            with_more({{"id", id}, {"board", board}, {"person", person}, {"role", role}}, more));
}

void end_seats(TestApp& app, const std::string& last_day, const Fields& where) {
    rows(app, "membership", where).set({{"to_day", last_day}});
}

void make_administrator(TestApp& app, const std::string& person) {
    rows(app, "person", {{"key", person}}).set({{"administrator", "1"}});
}

std::string meeting_on(TestApp& app, const std::string& board, const std::string& day) {
    return rows(app, "meeting", {{"board", board}, {"planned", day}}).value("id");
}

std::string meeting_after(TestApp& app, const std::string& board, const std::string& day) {
    const auto days = rows(app, "meeting", {{"board", board}, {"planned >", day}}).each("planned");
    return days.empty() ? "" : meeting_on(app, board, days.front());
}

void add_meeting(TestApp& app, const std::string& id, const std::string& board,
                 const std::string& day, const Fields& more) {
    add_row(app, "meeting", with_more({{"id", id}, {"board", board}, {"planned", day}}, more));
}

void cancel_meetings(TestApp& app, const Fields& where) {
    rows(app, "meeting", where).set({{"state", "cancelled"}});
}

std::string item_titled(TestApp& app, const std::string& title) {
    return rows(app, "agenda_item", {{"title", title}}).value("id");
}

std::string paper_titled(TestApp& app, const std::string& title) {
    return rows(app, "paper", {{"title", title}}).value("id");
}

void put_item(TestApp& app, const std::string& id, const std::string& meeting,
              const std::string& title, const Fields& more) {
    add_row(app, "agenda_item",
            with_more({{"id", id}, {"meeting", meeting}, {"title", title}}, more));
}

void add_request(TestApp& app, const std::string& id, const std::string& asking,
                 const std::string& asked, const Fields& more) {
    add_row(app, "agenda_request",
            with_more({{"id", id}, {"asking_board", asking}, {"asked_board", asked}}, more));
}

void add_obligation(TestApp& app, const std::string& id, const std::string& report,
                    const std::string& board, const Fields& more) {
    add_row(app, "obligation", with_more({{"id", id}, {"report", report}, {"board", board}}, more));
}

void add_circulation(TestApp& app, const std::string& id, const std::string& document,
                     const std::string& owner, const Fields& more) {
    add_row(app, "circulation",
            with_more({{"id", id}, {"document", document}, {"owner", owner}}, more));
}

void add_stop(TestApp& app, const std::string& id, const std::string& circulation,
              const std::string& board, const std::string& meeting, const Fields& more) {
    add_row(app, "circulation_stop",
            with_more(
                {{"id", id}, {"circulation", circulation}, {"board", board}, {"meeting", meeting}},
                more));
}

std::string stop_of(TestApp& app, const std::string& board) {
    return rows(app, "circulation_stop", {{"board", board}}).value("id");
}

std::string circulation_page(TestApp& app) {
    return "/circulations/" + rows(app, "circulation").value("id");
}

Rows steps_of(TestApp& app, const std::string& kind, const std::string& id, const Fields& where) {
    Fields all{{"kind", kind}};
    if (!id.empty()) all.emplace_back("case_id", id);
    return {app, "case_event", with_more(all, where)};
}

int count_mail(TestApp& app, const std::string& kind, const Fields& about) {
    return rows(app, "outbox", kind.empty() ? about : with_more({{"template", kind}}, about))
        .count();
}

std::string recipients(TestApp& app, const std::string& kind, const Fields& about) {
    auto people = rows(app, "outbox", kind.empty() ? about : with_more({{"template", kind}}, about))
                      .list("person");
    std::erase(people, ',');
    return people;
}

std::string newest_mail(TestApp& app) {
    const auto newest = rows(app, "outbox").newest("id");
    return newest.empty() ? "0" : newest;
}

std::string newest_subject(TestApp& app, const std::string& kind) {
    return rows(app, "outbox", {{"template", kind}}).newest("subject");
}

std::string newest_letter(TestApp& app, const Fields& about) {
    return letter(app, rows(app, "outbox", about).newest("id"));
}

std::string link_in_letter(TestApp& app, const Fields& about) {
    const auto ids = rows(app, "outbox", about).each("id");
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        const auto bytes = without_soft_breaks(letter(app, *id));
        const auto at = bytes.find("/r/");
        if (at == std::string::npos) continue;
        return bytes.substr(at, bytes.find_first_of("/?\r\n \"<", at + 3) - at);
    }
    ADD_FAILURE() << "no letter with a link";
    return {};
}

int count_letters_with(TestApp& app, const std::string& text, const Fields& about) {
    const auto holds = "%" + text + "%";
    int count = 0;
    for (const auto& id : rows(app, "outbox", about).each("id")) {
        const auto subjects = rows(app, "outbox", {{"id", id}, {"subject LIKE", holds}}).count();
        const auto texts =
            rows(app, "outbox_letter", {{"message", id}, {"bytes LIKE", holds}}).count();
        if (subjects + texts > 0) ++count;
    }
    return count;
}

int count_audit(TestApp& app, const std::string& action, const Fields& where) {
    return rows(app, "audit", with_more({{"action", action}}, where)).count();
}

std::string newest_audit(TestApp& app, const std::string& columns, const Fields& where) {
    return rows(app, "audit", where).newest(columns);
}

}  // namespace tests
