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
#include "server/boards/seat_facts.hpp"
#include "server/boards/seat_queries.hpp"
#include "server/web/acting.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"

namespace server::boards {
namespace {

using workflows::Standing;

std::string members_href(const LoadedSeat& seat) {
    return web::href(routes::board_members, seat.board.slug);
}

Result<std::string> read_short(const web::Form& form, const std::string& field) {
    auto text = form.get(field);
    if (text.size() <= db::seat_text_bytes_max) return text;
    return workflows::invalid(field, "Shorten this to at most 200 letters");
}

// The answer that leaves the standing to what the role gives.
constexpr const char* of_role = "role";

}  // namespace

void add_seat_fields(const web::Context& context, templates::View& form,
                     const db::SeatDetail& stored) {
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"organisation", "Organisation it is for (optional)",
                                     stored.organisation, "Empty: the organisation of the post"})));
    const auto standing =
        stored.standing ? std::string(workflows::to_text(*stored.standing)) : std::string(of_role);
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context, {"standing", "What the seat gives", standing}),
                 {{of_role, "As the role has it",
                   "Chairs and members vote; lead officers and the secretariat attend and speak"},
                  {"votes", "A vote"},
                  {"speaks", "Attends and speaks, without a vote"},
                  {"observes", "Observes"}}));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"on_behalf_of", "On behalf of (optional)", stored.on_behalf_of,
                                     "Such as: the other district councils"})));
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
        return workflows::invalid("standing", "Choose what the seat gives");
    return detail;
}

Result<net::Response> show_seat_edit(const web::Context& context, db::ReadTx& tx) {
    const auto seat = load_seat(tx, context.param("membership"));
    if (!seat) return seat.error();
    const auto detail = db::find_seat_detail(tx, seat->membership.id);
    web::BlockPage page(context, "Change a seat on the " + seat->board.name);
    page.crumb("Boards", web::href(routes::boards))
        .crumb(seat->board.name, board_href(seat->board));
    page.crumb("Members", members_href(*seat));
    page.summary({{"Post", post_words(seat->person)}, {"Role", role_words(seat->membership)}});
    auto facts =
        web::form_facts(context, web::href(routes::membership_edit, seat->membership.id), "Save");
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
    if (!board) return workflows::not_found("There is no such board.");
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
