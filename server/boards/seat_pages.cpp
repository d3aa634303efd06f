// What a seat gives: for which organisation, with a vote or without, on behalf of whom; and how
// many votes the board needs.
#include "server/boards/seat_pages.hpp"

#include <charconv>

#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/boards/board_commands.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/member_commands.hpp"
#include "server/boards/member_words.hpp"
#include "server/boards/seat_facts.hpp"
#include "server/boards/seat_queries.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"
#include "server/web/who_acts.hpp"

namespace server::boards {
namespace {

using workflows::Standing;

std::string members_href(const LoadedSeat& seat) {
    return web::href(routes::board_members, seat.board.slug);
}

Result<std::string> read_short(const web::Form& form, const std::string& field) {
    auto text = form.get(field);
    if (text.size() <= db::seat_text_bytes_max) return text;
    return workflows::invalid(field, member_words::use_200_characters_or_fewer);
}

// The answer that leaves the standing to what the role gives.
constexpr const char* of_role = "role";

}  // namespace

void add_seat_fields(const web::Context& context, templates::View& form,
                     const db::SeatDetail& stored) {
    form.add("fields",
             templates::text_field(web::typed_field(
                 context, {"organisation", member_words::organisation_represented_optional,
                           stored.organisation, member_words::leave_blank_if})));
    const auto standing =
        stored.standing ? std::string(workflows::to_text(*stored.standing)) : std::string(of_role);
    form.add("fields", templates::radios_field(
                           web::typed_field(
                               context, {"standing", member_words::rights_at_meetings, standing}),
                           {{of_role, member_words::same_as_the_role,
                             member_words::chairs_and_members_vote_lead_officers},
                            {"votes", member_words::votes_label},
                            {"speaks", member_words::attends_and_speaks_but_does},
                            {"observes", member_words::observes}}));
    form.add("fields",
             templates::text_field(web::typed_field(
                 context, {"on_behalf_of", member_words::on_behalf_of_optional, stored.on_behalf_of,
                           member_words::for_example_the_other_district_councils})));
}

Result<db::SeatDetail> read_seat_fields(const web::Form& form) {
    db::SeatDetail detail;
    const auto organisation = read_short(form, "organisation");
    if (!organisation) return organisation.error();
    detail.organisation = *organisation;
    const auto on_behalf_of = read_short(form, "on_behalf_of");
    if (!on_behalf_of) return on_behalf_of.error();
    detail.on_behalf_of = *on_behalf_of;
    const auto standing = form.get("standing");
    detail.standing = workflows::from_text<Standing>(standing);
    if (!detail.standing && !standing.empty() && standing != of_role)
        return workflows::invalid("standing", member_words::select_rights_at_meetings);
    return detail;
}

Result<net::Response> show_seat_edit(const web::Context& context, db::ReadTx& tx) {
    const auto seat = load_seat(tx, context.param("membership"));
    if (!seat) return seat.error();
    const auto detail = db::find_seat_detail(tx, seat->membership.id);
    web::BlockPage page(context, member_words::change_membership_of(seat->board.name));
    page.crumb(member_words::boards, web::href(routes::boards))
        .crumb(seat->board.name, board_href(seat->board));
    page.crumb(member_words::members, members_href(*seat));
    page.summary({{member_words::post_label, post_words(seat->person)},
                  {member_words::role_label, role_words(seat->membership)}});
    auto facts = web::form_facts(context, web::href(routes::membership_edit, seat->membership.id),
                                 member_words::save);
    facts.cancel_href = members_href(*seat);
    auto& form = page.form(facts);
    form.add("fields", templates::hidden_field(
                           "version", context.typed("version", std::to_string(detail.version))));
    add_seat_fields(context, form, detail);
    return page.finish();
}

Result<web::Location> edit_seat(const web::Context& context, db::WriteTx& tx) {
    const auto seat = load_seat(tx, context.param("membership"));
    if (!seat) return seat.error();
    auto detail = read_seat_fields(context.form());
    if (!detail) return detail.error();
    detail->version = web::version_of(context.form());
    const EditSeat command{seat->membership.id, *detail};
    if (auto saved = edit_seat(web::acting(context, tx), tx, command); !saved) return saved.error();
    return members_href(*seat) + "?done=saved";
}

Result<web::Location> edit_quorum(const web::Context& context, db::WriteTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(member_words::we_cannot_find_this_board);
    const auto text = context.form().get("quorum");
    int number = -1;
    const auto* end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, number);
    if (failure != std::errc() || stopped != end) number = -1;  // set_quorum() has the words
    const auto done =
        set_quorum(web::acting(context, tx), tx, {.board = board->code, .votes = number});
    if (!done) return done.error();
    return web::href(routes::board_members, board->slug) + "?done=saved";
}

}  // namespace server::boards
