// A chair or host secretariat that passes to another post on a day: planned, listed, undone.
#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/member_words.hpp"
#include "server/boards/seat_facts.hpp"
#include "server/boards/seat_pages.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/page.hpp"

namespace server::boards {
namespace {

using workflows::Board;
using workflows::Office;

std::string seat_words(const db::Seat& seat) {
    const auto role = workflows::from_text<workflows::Role>(seat.membership.role);
    return post_words(seat.person) + " (" + std::string(workflows::to_words(role.value())) + ")";
}

std::optional<Office> office_of(const workflows::Membership& seat) {
    for (const auto& office : workflows::names<Office>)
        if (seat.role == workflows::to_text(workflows::role_of(office.value))) return office.value;
    return std::nullopt;
}

// The seats of today and to come that hold an office.
std::vector<db::Seat> offices(db::ReadTx& tx, const Board& board, workflows::Day today) {
    auto seats = db::list_memberships(tx, board.code);
    std::erase_if(seats, [&](const auto& seat) {
        const bool over =
            !seat.membership.to_day.empty() && seat.membership.to_day < workflows::iso(today);
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
            web::form_facts(context, board_href(board) + "/hand-over/undo",
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
    auto facts =
        web::form_facts(context, board_href(board) + "/hand-over", member_words::schedule_handover);
    facts.cancel_href = board_href(board) + "/members";
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
    page.crumb(member_words::boards, "/boards").crumb(board->name, board_href(*board));
    page.crumb(member_words::members, board_href(*board) + "/members");
    page.paragraph(member_words::a_rotating_chair_or_host_secretariat);
    add_planned(context, tx, page, *board);
    add_form(context, tx, page, *board);
    return page.finish();
}

Result<web::Location> post_hand_over(const web::Context& context, db::WriteTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(member_words::we_cannot_find_this_board);
    const auto& form = context.form();
    const auto seat = db::find_membership(tx, form.get("from_seat"));
    const auto office = seat && seat->board == board->code ? office_of(*seat) : std::nullopt;
    if (!office)
        return workflows::invalid("from_seat", member_words::select_the_current_postholder);
    const auto on = web::read_date(form, "on");
    if (!on) return on.error();
    if (!*on || **on <= context.today(tx))
        return workflows::invalid("on", member_words::enter_a_date_in_the_future);
    if (!seat->to_day.empty() && seat->to_day < workflows::iso(**on - std::chrono::days(1)))
        return workflows::invalid("on", member_words::the_current_postholders_term_ends_before);
    if (form.get("to_person").empty())
        return workflows::invalid("to_person", member_words::select_the_new_postholder);
    const auto planned = db::plan_hand_over(tx, *seat, *office, form.get("to_person"), **on);
    if (!planned) return planned.error();
    db::append_audit(tx, {"office.hand_over", "person:" + planned->to_person, board->code,
                          member_words::office_from_on(workflows::to_words(*office),
                                                       planned->from_person, day_of(*planned))});
    return board_href(*board) + "/hand-over?done=saved";
}

Result<web::Location> undo_hand_over(const web::Context& context, db::WriteTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(member_words::we_cannot_find_this_board);
    const auto tomorrow = context.today(tx) + std::chrono::days(1);
    const auto& form = context.form();
    for (const auto& planned : db::list_hand_overs(tx, board->code, tomorrow)) {
        const bool meant = day_of(planned) == form.get("on_day") &&
                           planned.from_person == form.get("from_person") &&
                           workflows::to_text(planned.office) == form.get("office");
        if (!meant) continue;
        if (auto undone = db::undo_hand_over(tx, planned); !undone) return undone.error();
        db::append_audit(
            tx, {"office.hand_over_undone", "person:" + planned.to_person, board->code,
                 member_words::office_on(workflows::to_words(planned.office), day_of(planned))});
        return board_href(*board) + "/hand-over?done=saved";
    }
    return workflows::refused(member_words::we_cannot_find_this_scheduled_handover);
}

}  // namespace server::boards
