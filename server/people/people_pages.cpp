// The posts of the county: who holds each, at which mailbox, on which boards. For secretariats.
#include <boost/json.hpp>
#include <map>
#include <set>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/outbox.hpp"
#include "db/people.hpp"
#include "server/people/handlers.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/roles.hpp"
#include "workflows/text/words.hpp"

namespace server::people {
namespace {

using templates::Cell;
using templates::CellKind;
using workflows::Person;

constexpr int audit_rows_max = 50;

// Codes of the boards on which each post sits today, each once.
std::map<std::string, std::vector<std::string>> boards_by_person(db::ReadTx& tx,
                                                                 workflows::Day today) {
    std::map<std::string, std::vector<std::string>> boards;
    for (const auto& seat : db::seats_on(tx, today)) {
        auto& codes = boards[seat.person];
        if (codes.empty() || codes.back() != seat.board) codes.push_back(seat.board);
    }
    return boards;
}

using workflows::text::joined;

std::string or_none(const std::string& text, std::string_view none) {
    return text.empty() ? std::string(none) : text;
}

std::string local_day(workflows::Instant at) {
    const auto local = workflows::to_local(at, workflows::county_zone);
    return workflows::long_date(local.day) + ", " + workflows::spoken_time(local.time);
}

std::string who(const std::map<std::string, Person>& people, const std::string& key) {
    if (key.empty()) return "The program";
    const auto person = people.find(key);
    return person == people.end() ? key : person->second.post;
}

void add_seats(web::BlockPage& page, db::ReadTx& tx, const std::string& person) {
    const auto seats = db::list_seats_of(tx, person);
    if (seats.empty()) {
        page.heading("Seats").paragraph("This post sits on no board.");
        return;
    }
    auto& table = page.table("Seats", {{"Board"}, {"Role"}, {"From"}, {"Last day"}});
    const auto boards = db::boards_by_code(tx);
    for (const auto& seat : seats) {
        const auto& board = boards.at(seat.board);
        const auto role = workflows::from_text<workflows::Role>(seat.role);
        const auto day = [](const std::string& text, std::string_view none) {
            const auto parsed = workflows::parse_day(text);
            return parsed ? workflows::long_date(*parsed) : std::string(none);
        };
        templates::add_table_row(
            table, {Cell{board.name, web::href(routes::board, board.slug), CellKind::row_head},
                    Cell{std::string(workflows::to_words(role.value()))},
                    Cell{day(seat.from_day, "Since before the records")},
                    Cell{day(seat.to_day, "Not set")}});
    }
}

void add_former(web::BlockPage& page, db::ReadTx& tx, const std::string& person) {
    const auto holders = db::list_former_holders(tx, person);
    if (holders.empty()) return;
    auto& table = page.table("Before", {{"Until"}, {"Held by"}, {"Mailbox"}, {"Changed by"}});
    std::set<std::string> keys;
    for (const auto& former : holders)
        keys.insert(former.changed_by);
    const auto people = db::find_people(tx, keys);
    for (const auto& former : holders) {
        templates::add_table_row(table, {Cell{local_day(former.at), "", CellKind::row_head},
                                         Cell{or_none(former.holder, "Not recorded")},
                                         Cell{former.email}, Cell{who(people, former.changed_by)}});
    }
}

// A message is stored as the bytes to be sent: its address cannot be changed any more.
void add_misdirected(web::BlockPage& page, db::ReadTx& tx, const Person& person) {
    const auto rows = db::list_outbox_elsewhere(tx, person.key, person.email);
    if (rows.empty()) return;
    page.warning(
        "Mail made before the mailbox changed is still queued to the old address. It is "
        "not sent to the new one by itself. Hold it on the mail page if nobody should "
        "read it there, and tell the new holder what it says.");
    auto& table = page.table("Queued to another address", {{"Subject"}, {"To"}, {"State"}});
    for (const auto& row : rows) {
        templates::add_table_row(table, {Cell{row.subject, "", CellKind::row_head},
                                         Cell{row.recipient}, Cell{row.state}});
    }
}

void add_audit(web::BlockPage& page, db::ReadTx& tx, const std::string& person) {
    const auto rows = db::list_audit(tx, "person:" + person, audit_rows_max);
    if (rows.empty()) return;
    std::set<std::string> keys;
    for (const auto& row : rows)
        keys.insert(row.actor);
    const auto people = db::find_people(tx, keys);
    auto& table = page.table("What was done", {{"When"}, {"By"}, {"What"}});
    for (const auto& row : rows) {
        templates::add_table_row(table, {Cell{local_day(row.at), "", CellKind::row_head},
                                         Cell{who(people, row.actor)}, Cell{row.note.detail}});
    }
}

}  // namespace

Result<net::Response> show_people(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "People");
    page.layout().alternates.push_back(
        {"application/json", "People as data", web::href(routes::people_json)});
    page.layout().wide = true;
    page.lead("Everybody is here as the post they hold. The post stays when its holder changes.");
    page.button("Add a post", web::href(routes::new_person));
    page.link("Who sits on which boards together", web::href(routes::seats));
    if (context.viewer.administrator)
        page.link("Standing invitations and groups of boards", web::href(routes::invitations));
    auto boards = boards_by_person(tx, context.today(tx));
    auto& table =
        page.table("Posts", {{"Post"}, {"Held by"}, {"Organisation"}, {"Mailbox"}, {"Boards"}});
    for (const auto& person : db::list_people(tx)) {
        templates::add_table_row(
            table, {Cell{person.post, web::href(routes::person, person.key), CellKind::row_head},
                    Cell{or_none(person.holder, "Not recorded")}, Cell{person.organisation},
                    Cell{person.email}, Cell{or_none(joined(boards[person.key]), "None")}});
    }
    return page.finish();
}

Result<net::Response> people_json(const web::Context& context, db::ReadTx& tx) {
    auto boards = boards_by_person(tx, context.today(tx));
    boost::json::array data;
    for (const auto& person : db::list_people(tx)) {
        boost::json::array codes;
        for (const auto& code : boards[person.key])
            codes.emplace_back(code);
        data.push_back(boost::json::object{{"key", person.key},
                                           {"post", person.post},
                                           {"holder", person.holder},
                                           {"organisation", person.organisation},
                                           {"email", person.email},
                                           {"boards", std::move(codes)},
                                           {"href", web::href(routes::person, person.key)}});
    }
    boost::json::object json;
    json["meta"] = boost::json::object{{"count", data.size()}};
    json["data"] = std::move(data);
    json["links"] = boost::json::object{{"self", web::href(routes::people_json)}};
    return web::json_response(boost::json::serialize(json));
}

Result<net::Response> show_person(const web::Context& context, db::ReadTx& tx) {
    const auto person = db::load_person(tx, context.param("person"));
    if (!person) return person.error();
    web::BlockPage page(context, person->post);
    page.crumb("People", web::href(routes::people));
    if (context.request.query_value("sessions") == "ended") {
        page.inset(
            "Whoever was signed in as this post is signed out. Letters made from now on go "
            "to " +
            person->email + ".");
    }
    if (context.request.query_value("links") == "ended") {
        page.inset(
            "The links in earlier letters to this post work no more. What it was asked by them "
            "and has not answered must be asked again: replies to invitations, polls for a date, "
            "themes and written assent.");
    }
    add_misdirected(page, tx, *person);
    page.summary({{"Held by", or_none(person->holder, "Not recorded")},
                  {"Organisation", person->organisation},
                  {"Mailbox", person->email},
                  {"Administrator", person->administrator ? "Yes" : "No"}});
    if (workflows::allowed(workflows::Action::edit_person, context.relations)) {
        page.button("Edit this post", web::href(routes::person_edit, person->key));
    }
    add_seats(page, tx, person->key);
    add_former(page, tx, person->key);
    add_audit(page, tx, person->key);
    return page.finish();
}

}  // namespace server::people
