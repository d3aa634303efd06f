// Posts that are asked to every meeting of a board, and the groups that the timetable names:
// listed, added to and ended by administrators.
#include <set>

#include "db/boards.hpp"
#include "db/groups.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/handlers.hpp"
#include "server/boards/member_words.hpp"
#include "server/boards/standing_invitation_commands.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"
#include "server/web/who_acts.hpp"

namespace server::boards {
namespace {

using templates::Cell;
using templates::CellKind;
using templates::Choice;
using workflows::Board;

constexpr std::size_t reason_bytes_max = 200;
constexpr std::size_t group_bytes_max = 60;

std::vector<Choice> board_choices(db::ReadTx& tx) {
    std::vector<Choice> choices{{.value = "", .label = member_words::select_a_board}};
    for (const auto& board : db::list_boards(tx))
        choices.push_back({.value = board.code, .label = board.name + " (" + board.code + ")"});
    return choices;
}

std::vector<Choice> person_choices(db::ReadTx& tx) {
    std::vector<Choice> choices{{.value = "", .label = member_words::select_a_post}};
    for (const auto& person : db::list_people(tx))
        choices.push_back({.value = person.key, .label = post_words(person)});
    return choices;
}

Result<std::string> read_words(const web::Form& form, const std::string& name,
                               std::size_t bytes_max, const std::string& missing) {
    auto text = form.get(name);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return workflows::invalid(name, missing);
    }
    if (text.size() > bytes_max) {
        return workflows::invalid(name, member_words::characters_or_fewer(bytes_max));
    }
    return text;
}

struct Invited {
    db::StandingInvitation invitation;
    Board board;
    workflows::Person person;
    std::string href() const { return web::href(routes::invitation, board.slug, person.key); }
};

Result<Invited> load_invited(const web::Context& context, db::ReadTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    const auto person = db::find_person(tx, context.param("person"));
    if (board && person) {
        for (auto& one : db::list_standing_invitations(tx)) {
            if (one.board == board->code && one.person == person->key)
                return Invited{std::move(one), *board, *person};
        }
    }
    return workflows::not_found(member_words::we_cannot_find_this_invitation);
}

void add_invitations(db::ReadTx& tx, web::BlockPage& page) {
    const auto invitations = db::list_standing_invitations(tx);
    if (invitations.empty()) {
        page.paragraph(member_words::there_are_no_standing_invitations);
        return;
    }
    auto& table = page.table(member_words::standing_invitations, {{member_words::post_label},
                                                                  {member_words::board_label},
                                                                  {member_words::reason_label},
                                                                  {member_words::end_date},
                                                                  {member_words::edit}});
    std::set<std::string> keys;
    for (const auto& one : invitations)
        keys.insert(one.person);
    const auto boards = db::boards_by_code(tx);
    const auto people = db::find_people(tx, keys);
    for (const auto& one : invitations) {
        const auto& board = boards.at(one.board);
        const auto& person = people.at(one.person);
        templates::add_table_row(
            table,
            {Cell{post_words(person), web::href(routes::person, person.key), CellKind::row_head},
             Cell{board.name, board_href(board)}, Cell{one.reason},
             Cell{one.to_day ? workflows::long_date(*one.to_day)
                             : std::string(member_words::not_set)},
             Cell{member_words::change_or_end(person.post, board.code),
                  web::href(routes::invitation, board.slug, person.key)}});
    }
}

void add_invitation_form(const web::Context& context, db::ReadTx& tx, web::BlockPage& page) {
    page.heading(member_words::invite_a_post_to_all);
    auto& form = page.form(
        web::form_facts(context, web::href(routes::invitations), member_words::add_invitation));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"board", member_words::board_label}),
                           board_choices(tx)));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"person", member_words::post_label}),
                           person_choices(tx)));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"reason", member_words::reason_label, "",
                                     member_words::for_example_working_arrangements})));
}

}  // namespace

Result<net::Response> show_invitations(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, member_words::standing_invitations);
    page.crumb(member_words::people_label, web::href(routes::people));
    page.paragraph(member_words::a_post_with_a_standing_invitation);
    add_invitations(tx, page);
    add_invitation_form(context, tx, page);
    page.link(member_words::board_groups, web::href(routes::groups));
    return page.finish();
}

Result<web::Location> add_invitation(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    db::StandingInvitation invitation{form.get("board"), form.get("person"), ""};
    if (auto ok = check_invited(tx, invitation.board, invitation.person); !ok) return ok.error();
    const auto reason = read_words(form, "reason", reason_bytes_max, member_words::enter_a_reason);
    if (!reason) return reason.error();
    invitation.reason = *reason;
    if (auto added = add_invitation(web::acting(context, tx), tx, AddInvitation{invitation});
        !added)
        return added.error();
    return web::href(routes::invitations) + "?done=added";
}

Result<net::Response> show_invitation(const web::Context& context, db::ReadTx& tx) {
    const auto invited = load_invited(context, tx);
    if (!invited) return invited.error();
    const auto& invitation = invited->invitation;
    web::BlockPage page(context, member_words::change_a_standing_invitation);
    page.crumb(member_words::standing_invitations, web::href(routes::invitations));
    page.summary({{member_words::post_label, post_words(invited->person)},
                  {member_words::board_label, invited->board.name}});
    auto facts = web::form_facts(context, invited->href(), member_words::save);
    facts.cancel_href = web::href(routes::invitations);
    auto& form = page.form(facts);
    form.add("fields",
             templates::hidden_field("version",
                                     context.typed("version", std::to_string(invitation.version))));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"reason", member_words::reason_label, invitation.reason})));
    form.add("fields", web::date_entry(context, {"to_day", member_words::end_date,
                                                 workflows::iso(invitation.to_day),
                                                 member_words::the_invitation_covers_meetings_up}));
    return page.finish();
}

Result<web::Location> edit_invitation(const web::Context& context, db::WriteTx& tx) {
    const auto invited = load_invited(context, tx);
    if (!invited) return invited.error();
    auto invitation = invited->invitation;
    invitation.version = web::version_of(context.form());
    const auto reason =
        read_words(context.form(), "reason", reason_bytes_max, member_words::enter_a_reason);
    if (!reason) return reason.error();
    invitation.reason = *reason;
    const auto last = web::read_date(context.form(), "to_day");
    if (!last) return last.error();
    invitation.to_day = *last;
    if (auto saved = edit_invitation(web::acting(context, tx), tx, EditInvitation{invitation});
        !saved)
        return saved.error();
    return web::href(routes::invitations) + "?done=saved";
}

Result<net::Response> show_groups(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, member_words::board_groups);
    page.crumb(member_words::people_label, web::href(routes::people))
        .crumb(member_words::standing_invitations, web::href(routes::invitations));
    page.paragraph(member_words::the_reporting_timetable_treats_some_boards);
    for (const auto& member : db::list_groups(tx)) {
        page.paragraph(member.group + ": " + member.board);
        auto facts = web::form_facts(context, web::href(routes::groups_remove),
                                     member_words::remove_from_group(member.board, member.group));
        facts.button = templates::FormButton::warning;
        auto& form = page.form(facts);
        form.add("fields", templates::hidden_field("group", member.group));
        form.add("fields", templates::hidden_field("board", member.board));
    }
    page.heading(member_words::add_a_board_to_a_group);
    auto& form =
        page.form(web::form_facts(context, web::href(routes::groups), member_words::add_to_group));
    form.add("fields", templates::text_field(
                           web::typed_field(context, {"group", member_words::group_label, "",
                                                      member_words::as_named_in_the_timetable})));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"board", member_words::board_label}),
                           board_choices(tx)));
    return page.finish();
}

Result<web::Location> add_group_member(const web::Context& context, db::WriteTx& tx) {
    const auto group = read_words(context.form(), "group", group_bytes_max,
                                  member_words::enter_the_name_of_the_group);
    if (!group) return group.error();
    const workflows::GroupMember member{*group, context.form().get("board")};
    if (auto added = add_group_member(web::acting(context, tx), tx, AddGroupMember{member}); !added)
        return added.error();
    return web::href(routes::groups) + "?done=added";
}

Result<web::Location> remove_group_member(const web::Context& context, db::WriteTx& tx) {
    const workflows::GroupMember member{context.form().get("group"), context.form().get("board")};
    if (auto gone = remove_group_member(web::acting(context, tx), tx, RemoveGroupMember{member});
        !gone)
        return gone.error();
    return web::href(routes::groups) + "?done=removed";
}

}  // namespace server::boards
