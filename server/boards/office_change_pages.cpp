// A chair or host secretariat that passes to another post on a day: planned, listed, undone.
#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/member_words.hpp"
#include "server/boards/office_change_commands.hpp"
#include "server/boards/seat_facts.hpp"
#include "server/boards/seat_pages.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::boards {
namespace {

using workflows::Board;

std::string seat_words(const db::Seat& seat) {
    return post_words(seat.person) + " (" + std::string(workflows::to_words(seat.membership.role)) +
           ")";
}

// The seats of today and to come that hold an office.
std::vector<db::Seat> offices(db::ReadTx& tx, const Board& board, workflows::Day today) {
    auto seats = db::list_memberships(tx, board.code);
    std::erase_if(seats, [&](const auto& seat) {
        const bool over = seat.membership.ends_before(today);
        return over || !office_of(seat.membership);
    });
    return seats;
}

std::vector<templates::Choice> person_choices(db::ReadTx& tx) {
    std::vector<templates::Choice> choices{{.value = "", .label = member_words::select_a_post}};
    for (const auto& person : db::list_people(tx))
        choices.push_back({.value = person.key, .label = post_words(person)});
    return choices;
}

std::string day_of(const db::OfficeHandOver& planned) {
    return workflows::iso(planned.on);
}

// One form for each that is planned; what it takes back is named by its fields.
void add_planned(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
                 const Board& board) {
    const auto tomorrow = context.today(tx) + std::chrono::days(1);
    for (const auto& words : hand_over_words(tx, board.code, context.today(tx)))
        page.inset(words);
    for (const auto& planned : db::list_hand_overs(tx, board.code, tomorrow)) {
        auto facts =
            web::form_facts(context, web::href(routes::board_hand_over_undo, board.slug),
                            member_words::cancel_handover_on(workflows::long_date(planned.on)));
        facts.button = templates::FormButton::warning;
        auto& form = page.form(facts);
        form.add("fields", templates::hidden_field("office", workflows::to_text(planned.office)));
        form.add("fields", templates::hidden_field("on_day", day_of(planned)));
        form.add("fields", templates::hidden_field("from_person", planned.from_person));
    }
}

void add_form(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
              const Board& board) {
    page.heading(member_words::schedule_a_handover);
    auto facts = web::form_facts(context, web::href(routes::board_hand_over, board.slug),
                                 member_words::schedule_handover);
    facts.cancel_href = web::href(routes::board_members, board.slug);
    auto& form = page.form(facts);
    std::vector<templates::Choice> seats;
    for (const auto& seat : offices(tx, board, context.today(tx)))
        seats.push_back({seat.membership.id, seat_words(seat)});
    form.add(
        "fields",
        templates::radios_field(
            web::typed_field(context, {"from_seat", member_words::current_postholder}), seats));
    const auto to = web::typed_field(context, {"to_person", member_words::new_postholder});
    form.add("fields", templates::select_field(to, person_choices(tx)));
    form.add("fields",
             web::date_entry(context, {"on", member_words::date_the_new_postholder_starts, "",
                                       member_words::the_current_postholders_term_ends}));
}

}  // namespace

Result<net::Response> show_hand_over(const web::Context& context, db::ReadTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(member_words::we_cannot_find_this_board);
    web::BlockPage page(context, member_words::chair_and_secretariat_of(board->name));
    page.crumb(member_words::boards, web::href(routes::boards))
        .crumb(board->name, board_href(*board));
    page.crumb(member_words::members, web::href(routes::board_members, board->slug));
    page.paragraph(member_words::a_rotating_chair_or_host_secretariat);
    add_planned(context, tx, page, *board);
    add_form(context, tx, page, *board);
    return page.finish();
}

Result<web::Location> post_hand_over(const web::Context& context, db::WriteTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(member_words::we_cannot_find_this_board);
    const auto& form = context.form();
    const auto seat = find_office_seat(tx, board->code, form.get("from_seat"));
    if (!seat) return seat.error();
    const auto on = web::read_date(form, "on");
    if (!on) return on.error();
    const PlanHandOver command{board->code, seat->id, form.get("to_person"), *on};
    if (auto planned = plan_hand_over(web::acting(context, tx), tx, command); !planned)
        return planned.error();
    return web::href(routes::board_hand_over, board->slug) + "?done=saved";
}

Result<web::Location> undo_hand_over(const web::Context& context, db::WriteTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(member_words::we_cannot_find_this_board);
    const auto& form = context.form();
    const TakeBackHandOver command{board->code, form.get("office"), form.get("from_person"),
                                   form.get("on_day")};
    if (auto undone = take_back_hand_over(web::acting(context, tx), tx, command); !undone)
        return undone.error();
    return web::href(routes::board_hand_over, board->slug) + "?done=saved";
}

}  // namespace server::boards
