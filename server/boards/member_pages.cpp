// Who sits on a board: seats begin and end on a day, and past ones stay listed.
#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/handlers.hpp"
#include "server/boards/member_commands.hpp"
#include "server/boards/member_words.hpp"
#include "server/boards/seat_facts.hpp"
#include "server/boards/seat_pages.hpp"
#include "server/boards/seat_queries.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/core/roles.hpp"

namespace server::boards {
namespace {

using templates::Cell;
using templates::CellKind;
using workflows::Board;
using workflows::Membership;

constexpr std::size_t label_bytes_max = 100;

std::string members_href(const Board& board) {
    return web::href(routes::board_members, board.slug);
}

std::string day_words(const std::optional<workflows::Day>& day, std::string_view none) {
    return day ? workflows::long_date(*day) : std::string(none);
}

bool is_past(const Membership& membership, workflows::Day today) {
    return membership.ends_before(today);
}

void add_present(web::BlockPage& page, const std::vector<db::Seat>& seats,
                 const db::SeatDetails& details, workflows::Day today) {
    auto& table =
        page.table(member_words::current_and_future_members, {{member_words::post_label},
                                                              {member_words::role_label},
                                                              {member_words::represents_label},
                                                              {member_words::at_meetings},
                                                              {member_words::start_date},
                                                              {member_words::end_date},
                                                              {member_words::edit},
                                                              {member_words::end}});
    for (const auto& [membership, person] : seats) {
        if (is_past(membership, today)) continue;
        const auto found = details.find(membership.id);
        const auto detail = found == details.end() ? db::SeatDetail() : found->second;
        const auto which = person.post + ", " + labelled_role_words(membership);
        templates::add_table_row(
            table,
            {Cell{post_words(person), web::href(routes::person, person.key), CellKind::row_head},
             Cell{labelled_role_words(membership)}, Cell{represents_words(person, detail)},
             Cell{std::string(workflows::to_words(standing_of(membership, detail)))},
             Cell{day_words(membership.from_day, member_words::start_date_not_known)},
             Cell{day_words(membership.to_day, member_words::not_set)},
             Cell{member_words::change_membership_named(which),
                  web::href(routes::membership_edit, membership.id)},
             Cell{member_words::end_membership_named(which),
                  web::href(routes::membership_end, membership.id)}});
    }
}

void add_past(web::BlockPage& page, const std::vector<db::Seat>& seats, workflows::Day today) {
    std::vector<const db::Seat*> past;
    for (const auto& seat : seats) {
        if (is_past(seat.membership, today)) past.push_back(&seat);
    }
    if (past.empty()) {
        page.heading(member_words::past_members)
            .paragraph(member_words::no_memberships_of_this_board);
        return;
    }
    auto& table = page.table(member_words::past_members, {{member_words::post_label},
                                                          {member_words::role_label},
                                                          {member_words::start_date},
                                                          {member_words::end_date}});
    for (const auto* seat : past) {
        templates::add_table_row(
            table, {Cell{post_words(seat->person), web::href(routes::person, seat->person.key),
                         CellKind::row_head},
                    Cell{labelled_role_words(seat->membership)},
                    Cell{day_words(seat->membership.from_day, member_words::start_date_not_known)},
                    Cell{day_words(seat->membership.to_day, "")}});
    }
}

std::vector<templates::Choice> person_choices(db::ReadTx& tx, const std::string& chosen) {
    std::vector<templates::Choice> choices{{"", member_words::select_a_post, "", chosen.empty()}};
    for (const auto& person : db::list_people(tx))
        choices.push_back({person.key, post_words(person), "", person.key == chosen});
    return choices;
}

std::vector<templates::Choice> role_choices() {
    std::vector<templates::Choice> choices;
    for (const auto& role : workflows::names<workflows::Role>)
        choices.push_back({std::string(role.text), std::string(role.words)});
    return choices;
}

void add_form(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
              const Board& board) {
    page.heading(member_words::add_a_member);
    auto& form = page.form(web::form_facts(context, members_href(board), member_words::add_member));
    const auto person = web::typed_field(context, {"person", member_words::post_label, "",
                                                   member_words::to_add_someone_new_add_them});
    form.add("fields", templates::select_field(person, person_choices(tx, person.value)));
    form.add("fields", templates::radios_field(
                           web::typed_field(context, {"role", member_words::role_label, "member"}),
                           role_choices()));
    form.add("fields", templates::text_field(
                           web::typed_field(context, {"label", member_words::label_optional, "",
                                                      member_words::shown_next_to_the_role})));
    add_seat_fields(context, form, {});
    form.add("fields", web::date_entry(context, {"from_day", member_words::start_date,
                                                 workflows::iso(context.today(tx)), ""}));
}

void add_quorum(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
                const Board& board) {
    const auto quorum = board_quorum(tx, board.code, context.today(tx));
    page.heading(member_words::quorum);
    page.paragraph(workflows::quorum_words(quorum.needed, quorum.voters));
    const auto warning = workflows::quorum_warning(quorum.needed, quorum.voters);
    if (!warning.empty()) page.warning(warning);
    auto& form = page.form(web::form_facts(context, web::href(routes::board_quorum, board.slug),
                                           member_words::save_quorum));
    auto field = web::typed_field(
        context, {"quorum", member_words::voting_members_needed_at_a_meeting,
                  std::to_string(quorum.needed), member_words::enter_0_if_not_known});
    field.mode = templates::InputMode::numeric;
    field.width = templates::FieldWidth::two;
    form.add("fields", templates::text_field(field));
}

Result<Membership> read_membership(const web::Form& form) {
    Membership membership;
    membership.person = form.get("person");
    if (membership.person.empty()) return workflows::invalid("person", member_words::select_a_post);
    const auto role = workflows::from_text<workflows::Role>(form.get("role"));
    if (!role) return workflows::invalid("role", member_words::select_a_role);
    membership.role = *role;
    membership.label = form.get("label");
    if (membership.label.size() > label_bytes_max) {
        return workflows::invalid("label", member_words::label_must_be_100_characters);
    }
    const auto from = web::read_date(form, "from_day");
    if (!from) return from.error();
    if (!*from) return workflows::invalid("from_day", member_words::enter_the_start_date);
    membership.from_day = **from;
    return membership;
}

}  // namespace

Result<net::Response> show_members(const web::Context& context, db::ReadTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(member_words::we_cannot_find_this_board);
    web::BlockPage page(context, member_words::members_of(board->name));
    page.layout().wide = true;
    page.crumb(member_words::boards, web::href(routes::boards))
        .crumb(board->name, board_href(*board));
    const auto seats = db::list_memberships(tx, board->code);
    add_present(page, seats, db::details_of_board(tx, board->code), context.today(tx));
    page.link(member_words::rotating_chair_and_host_secretariat,
              web::href(routes::board_hand_over, board->slug));
    add_quorum(context, tx, page, *board);
    add_form(context, tx, page, *board);
    add_past(page, seats, context.today(tx));
    return page.finish();
}

Result<web::Location> add_member(const web::Context& context, db::WriteTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(member_words::we_cannot_find_this_board);
    auto membership = read_membership(context.form());
    if (!membership) return membership.error();
    membership->board = board->code;
    const auto detail = read_seat_fields(context.form());
    if (!detail) return detail.error();
    const AddMember command{*std::move(membership), *detail};
    if (auto added = add_member(web::acting(context, tx), tx, command); !added)
        return added.error();
    return members_href(*board) + "?done=added";
}

Result<net::Response> show_membership_end(const web::Context& context, db::ReadTx& tx) {
    const auto ending = load_seat(tx, context.param("membership"));
    if (!ending) return ending.error();
    web::BlockPage page(context, member_words::end_membership_of(ending->board.name));
    page.crumb(member_words::boards, web::href(routes::boards))
        .crumb(ending->board.name, board_href(ending->board));
    page.crumb(member_words::members, members_href(ending->board));
    page.summary({{member_words::post_label, post_words(ending->person)},
                  {member_words::role_label, labelled_role_words(ending->membership)},
                  {member_words::start_date,
                   day_words(ending->membership.from_day, member_words::start_date_not_known)}});
    auto facts = web::form_facts(context, web::href(routes::membership_end, ending->membership.id),
                                 member_words::end_membership);
    facts.cancel_href = members_href(ending->board);
    auto& form = page.form(facts);
    form.add("fields",
             templates::hidden_field(
                 "version", context.typed("version", std::to_string(ending->membership.version))));
    form.add("fields",
             web::date_entry(context,
                             {"to_day", member_words::end_date, workflows::iso(context.today(tx)),
                              member_words::the_membership_lasts_until_the_end}));
    return page.finish();
}

Result<web::Location> end_membership(const web::Context& context, db::WriteTx& tx) {
    const auto ending = load_seat(tx, context.param("membership"));
    if (!ending) return ending.error();
    const auto last = web::read_date(context.form(), "to_day");
    if (!last) return last.error();
    if (!*last) return workflows::invalid("to_day", member_words::enter_the_end_date);
    const EndMembership command{ending->membership.id, **last, web::version_of(context.form())};
    if (auto saved = end_membership(web::acting(context, tx), tx, command); !saved)
        return saved.error();
    return members_href(ending->board) + "?done=saved";
}

}  // namespace server::boards
