// Who sits on a board: seats begin and end on a day, and past ones stay listed.
#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/handlers.hpp"
#include "server/boards/member_commands.hpp"
#include "server/boards/seat_facts.hpp"
#include "server/boards/seat_pages.hpp"
#include "server/boards/seat_queries.hpp"
#include "server/web/acting.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"
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
    auto& table = page.table("Members now and to come", {{"Post"},
                                                         {"Role"},
                                                         {"Represents"},
                                                         {"In meetings"},
                                                         {"From"},
                                                         {"Last day"},
                                                         {"Change"},
                                                         {"End"}});
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
             Cell{day_words(membership.from_day, "Since before the records")},
             Cell{day_words(membership.to_day, "Not set")},
             Cell{"Change this seat: " + which, web::href(routes::membership_edit, membership.id)},
             Cell{"End this seat: " + which, web::href(routes::membership_end, membership.id)}});
    }
}

void add_past(web::BlockPage& page, const std::vector<db::Seat>& seats, workflows::Day today) {
    std::vector<const db::Seat*> past;
    for (const auto& seat : seats) {
        if (is_past(seat.membership, today)) past.push_back(&seat);
    }
    if (past.empty()) {
        page.heading("Past members").paragraph("No seat on this board has ended yet.");
        return;
    }
    auto& table = page.table("Past members", {{"Post"}, {"Role"}, {"From"}, {"Last day"}});
    for (const auto* seat : past) {
        templates::add_table_row(
            table, {Cell{post_words(seat->person), web::href(routes::person, seat->person.key),
                         CellKind::row_head},
                    Cell{labelled_role_words(seat->membership)},
                    Cell{day_words(seat->membership.from_day, "Since before the records")},
                    Cell{day_words(seat->membership.to_day, "")}});
    }
}

std::vector<templates::Choice> person_choices(db::ReadTx& tx, const std::string& chosen) {
    std::vector<templates::Choice> choices{{"", "Choose a post", "", chosen.empty()}};
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
    page.heading("Add a member");
    auto& form = page.form(web::form_facts(context, members_href(board), "Add member"));
    const auto person = web::typed_field(context, {"person", "Post", "",
                                                   "A post that is not in the list is added "
                                                   "under People first"});
    form.add("fields", templates::select_field(person, person_choices(tx, person.value)));
    form.add("fields", templates::radios_field(
                           web::typed_field(context, {"role", "Role", "member"}), role_choices()));
    form.add("fields",
             templates::text_field(web::typed_field(
                 context, {"label", "Label (optional)", "",
                           "Shown beside the role, such as: for the district councils"})));
    add_seat_fields(context, form, {});
    form.add("fields",
             web::date_entry(context, {"from_day", "First day", workflows::iso(context.today(tx)),
                                       "For example, 15 11 2018"}));
}

void add_quorum(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
                const Board& board) {
    const auto quorum = board_quorum(tx, board.code, context.today(tx));
    page.heading("Quorum");
    page.paragraph(workflows::quorum_words(quorum.needed, quorum.voters));
    const auto warning = workflows::quorum_warning(quorum.needed, quorum.voters);
    if (!warning.empty()) page.warning(warning);
    auto& form = page.form(
        web::form_facts(context, web::href(routes::board_quorum, board.slug), "Save quorum"));
    auto field =
        web::typed_field(context, {"quorum", "Voting members that a meeting needs",
                                   std::to_string(quorum.needed), "0 while it is not known"});
    field.mode = templates::InputMode::numeric;
    field.width = templates::FieldWidth::two;
    form.add("fields", templates::text_field(field));
}

Result<Membership> read_membership(const web::Form& form) {
    Membership membership;
    membership.person = form.get("person");
    if (membership.person.empty()) return workflows::invalid("person", "Choose a post");
    const auto role = workflows::from_text<workflows::Role>(form.get("role"));
    if (!role) return workflows::invalid("role", "Choose a role");
    membership.role = *role;
    membership.label = form.get("label");
    if (membership.label.size() > label_bytes_max) {
        return workflows::invalid("label", "Shorten the label to at most 100 letters");
    }
    const auto from = web::read_date(form, "from_day");
    if (!from) return from.error();
    if (!*from) return workflows::invalid("from_day", "Enter the first day of the membership");
    membership.from_day = **from;
    return membership;
}

}  // namespace

Result<net::Response> show_members(const web::Context& context, db::ReadTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found("There is no such board.");
    web::BlockPage page(context, "Members of the " + board->name);
    page.layout().wide = true;
    page.crumb("Boards", web::href(routes::boards)).crumb(board->name, board_href(*board));
    const auto seats = db::list_memberships(tx, board->code);
    add_present(page, seats, db::details_of_board(tx, board->code), context.today(tx));
    page.link("Rotating chair and host secretariat",
              web::href(routes::board_hand_over, board->slug));
    add_quorum(context, tx, page, *board);
    add_form(context, tx, page, *board);
    add_past(page, seats, context.today(tx));
    return page.finish();
}

Result<web::Location> add_member(const web::Context& context, db::WriteTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found("There is no such board.");
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
    web::BlockPage page(context, "End a seat on the " + ending->board.name);
    page.crumb("Boards", web::href(routes::boards))
        .crumb(ending->board.name, board_href(ending->board));
    page.crumb("Members", members_href(ending->board));
    page.summary({{"Post", post_words(ending->person)},
                  {"Role", labelled_role_words(ending->membership)},
                  {"From", day_words(ending->membership.from_day, "Since before the records")}});
    auto facts = web::form_facts(context, web::href(routes::membership_end, ending->membership.id),
                                 "End seat");
    facts.cancel_href = members_href(ending->board);
    auto& form = page.form(facts);
    form.add("fields",
             templates::hidden_field(
                 "version", context.typed("version", std::to_string(ending->membership.version))));
    form.add("fields",
             web::date_entry(context, {"to_day", "Last day", workflows::iso(context.today(tx)),
                                       "The seat counts up to the end of this day"}));
    return page.finish();
}

Result<web::Location> end_membership(const web::Context& context, db::WriteTx& tx) {
    const auto ending = load_seat(tx, context.param("membership"));
    if (!ending) return ending.error();
    const auto last = web::read_date(context.form(), "to_day");
    if (!last) return last.error();
    if (!*last) return workflows::invalid("to_day", "Enter the last day of the membership");
    const EndMembership command{ending->membership.id, **last, web::version_of(context.form())};
    if (auto saved = end_membership(web::acting(context, tx), tx, command); !saved)
        return saved.error();
    return members_href(ending->board) + "?done=saved";
}

}  // namespace server::boards
