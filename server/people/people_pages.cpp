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
#include "server/people/words.hpp"
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
    if (key.empty()) return words::the_service;
    const auto person = people.find(key);
    return person == people.end() ? key : person->second.post;
}

void add_seats(web::BlockPage& page, db::ReadTx& tx, const std::string& person) {
    const auto seats = db::list_seats_of(tx, person);
    if (seats.empty()) {
        page.heading(words::board_memberships).paragraph(words::this_post_is_not_a_member);
        return;
    }
    auto& table =
        page.table(words::board_memberships,
                   {{words::board_label}, {words::role}, {words::start_date}, {words::end_date}});
    const auto boards = db::boards_by_code(tx);
    for (const auto& seat : seats) {
        const auto& board = boards.at(seat.board);
        const auto day = [](const std::optional<workflows::Day>& on, std::string_view none) {
            return on ? workflows::long_date(*on) : std::string(none);
        };
        templates::add_table_row(
            table, {Cell{board.name, web::href(routes::board, board.slug), CellKind::row_head},
                    Cell{std::string(workflows::to_words(seat.role))},
                    Cell{day(seat.from_day, words::start_date_not_known)},
                    Cell{day(seat.to_day, words::not_set)}});
    }
}

void add_former(web::BlockPage& page, db::ReadTx& tx, const std::string& person) {
    const auto holders = db::list_former_holders(tx, person);
    if (holders.empty()) return;
    auto& table =
        page.table(words::previous_postholders,
                   {{words::until}, {words::held_by}, {words::email_address}, {words::changed_by}});
    std::set<std::string> keys;
    for (const auto& former : holders)
        keys.insert(former.changed_by);
    const auto people = db::find_people(tx, keys);
    for (const auto& former : holders) {
        templates::add_table_row(table, {Cell{local_day(former.at), "", CellKind::row_head},
                                         Cell{or_none(former.holder, words::not_recorded)},
                                         Cell{former.email}, Cell{who(people, former.changed_by)}});
    }
}

// A message is stored as the bytes to be sent: its address cannot be changed any more.
void add_misdirected(web::BlockPage& page, db::ReadTx& tx, const Person& person) {
    const auto rows = db::list_outbox_elsewhere(tx, person.key, person.email);
    if (rows.empty()) return;
    page.warning(words::some_emails_are_still_queued);
    auto& table = page.table(words::queued_for_the_previous_address,
                             {{words::subject}, {words::to}, {words::status}});
    for (const auto& row : rows) {
        templates::add_table_row(table,
                                 {Cell{row.subject, "", CellKind::row_head}, Cell{row.recipient},
                                  Cell{std::string(workflows::to_text(row.state))}});
    }
}

void add_audit(web::BlockPage& page, db::ReadTx& tx, const std::string& person) {
    const auto rows = db::list_audit(tx, "person:" + person, audit_rows_max);
    if (rows.empty()) return;
    std::set<std::string> keys;
    for (const auto& row : rows)
        keys.insert(row.actor);
    const auto people = db::find_people(tx, keys);
    auto& table = page.table(words::history, {{words::when}, {words::by}, {words::what}});
    for (const auto& row : rows) {
        templates::add_table_row(table, {Cell{local_day(row.at), "", CellKind::row_head},
                                         Cell{who(people, row.actor)}, Cell{row.note.detail}});
    }
}

}  // namespace

Result<net::Response> show_people(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::people);
    page.layout().alternates.push_back(
        {"application/json", words::people_as_data, web::href(routes::people_json)});
    page.layout().wide = true;
    page.lead(words::people_are_listed_by_post);
    page.button(words::add_a_post, web::href(routes::new_person));
    page.link(words::shared_membership, web::href(routes::seats));
    if (base::may(context.viewer, workflows::Action::edit_membership))
        page.link(words::standing_invitations_and_board_groups, web::href(routes::invitations));
    auto boards = boards_by_person(tx, context.today(tx));
    auto& table = page.table(words::posts, {{words::post_label},
                                            {words::held_by},
                                            {words::organisation},
                                            {words::email_address},
                                            {words::boards}});
    for (const auto& person : db::list_people(tx)) {
        templates::add_table_row(
            table, {Cell{person.post, web::href(routes::person, person.key), CellKind::row_head},
                    Cell{or_none(person.holder, words::not_recorded)}, Cell{person.organisation},
                    Cell{person.email}, Cell{or_none(joined(boards[person.key]), words::none)}});
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
    page.crumb(words::people, web::href(routes::people));
    if (context.request.query_value("sessions") == "ended") {
        page.inset(words::signed_out_and_emails_go_to(person->email));
    }
    if (context.request.query_value("links") == "ended") {
        page.inset(words::links_in_earlier_emails_to_this_post_no);
    }
    add_misdirected(page, tx, *person);
    page.summary({{words::held_by, or_none(person->holder, words::not_recorded)},
                  {words::organisation, person->organisation},
                  {words::email_address, person->email},
                  {words::administrator, person->administrator ? words::yes : words::no}});
    if (workflows::allowed(workflows::Action::edit_person, context.relations)) {
        page.button(words::edit_this_post, web::href(routes::person_edit, person->key));
    }
    add_seats(page, tx, person->key);
    add_former(page, tx, person->key);
    add_audit(page, tx, person->key);
    return page.finish();
}

}  // namespace server::people
