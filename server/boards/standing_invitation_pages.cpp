// Posts that are asked to every meeting of a board, and the groups that the timetable names:
// listed, added to and ended by administrators.
#include <set>

#include "db/boards.hpp"
#include "db/groups.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/handlers.hpp"
#include "server/boards/standing_invitation_commands.hpp"
#include "server/web/acting.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"

namespace server::boards {
namespace {

using templates::Cell;
using templates::CellKind;
using templates::Choice;
using workflows::Board;

constexpr std::size_t reason_bytes_max = 200;
constexpr std::size_t group_bytes_max = 60;

std::vector<Choice> board_choices(db::ReadTx& tx) {
    std::vector<Choice> choices{{.value = "", .label = "Choose a board"}};
    for (const auto& board : db::list_boards(tx))
        choices.push_back({.value = board.code, .label = board.name + " (" + board.code + ")"});
    return choices;
}

std::vector<Choice> person_choices(db::ReadTx& tx) {
    std::vector<Choice> choices{{.value = "", .label = "Choose a post"}};
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
        return workflows::invalid(
            name, "Shorten this to at most " + std::to_string(bytes_max) + " letters");
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
    return workflows::not_found("There is no such invitation.");
}

void add_invitations(db::ReadTx& tx, web::BlockPage& page) {
    const auto invitations = db::list_standing_invitations(tx);
    if (invitations.empty()) {
        page.paragraph("No post is invited to all meetings of a board on which it does not sit.");
        return;
    }
    auto& table = page.table("Standing invitations",
                             {{"Post"}, {"Board"}, {"Reason"}, {"Last day"}, {"Change"}});
    std::set<std::string> keys;
    for (const auto& one : invitations)
        keys.insert(one.person);
    const auto boards = db::boards_by_code(tx);
    const auto people = db::find_people(tx, keys);
    for (const auto& one : invitations) {
        const auto& board = boards.at(one.board);
        const auto& person = people.at(one.person);
        const auto last = workflows::parse_day(one.to_day);
        templates::add_table_row(
            table,
            {Cell{post_words(person), web::href(routes::person, person.key), CellKind::row_head},
             Cell{board.name, board_href(board)}, Cell{one.reason},
             Cell{last ? workflows::long_date(*last) : std::string("Not set")},
             Cell{"Change or end: " + person.post + ", " + board.code,
                  web::href(routes::invitation, board.slug, person.key)}});
    }
}

void add_invitation_form(const web::Context& context, db::ReadTx& tx, web::BlockPage& page) {
    page.heading("Invite a post to all meetings of a board");
    auto& form =
        page.form(web::form_facts(context, web::href(routes::invitations), "Add invitation"));
    form.add("fields", templates::select_field(web::typed_field(context, {"board", "Board"}),
                                               board_choices(tx)));
    form.add("fields", templates::select_field(web::typed_field(context, {"person", "Post"}),
                                               person_choices(tx)));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"reason", "Reason", "", "Such as: working arrangements"})));
}

}  // namespace

Result<net::Response> show_invitations(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Standing invitations");
    page.crumb("People", web::href(routes::people));
    page.paragraph(
        "A post with a standing invitation gets the invitations and the papers of every meeting "
        "of the board, and has no seat on it.");
    add_invitations(tx, page);
    add_invitation_form(context, tx, page);
    page.link("Groups of boards", web::href(routes::groups));
    return page.finish();
}

Result<web::Location> add_invitation(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    db::StandingInvitation invitation{form.get("board"), form.get("person"), ""};
    if (auto ok = check_invited(tx, invitation.board, invitation.person); !ok) return ok.error();
    const auto reason = read_words(form, "reason", reason_bytes_max, "Enter a reason");
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
    web::BlockPage page(context, "Change a standing invitation");
    page.crumb("Standing invitations", web::href(routes::invitations));
    page.summary({{"Post", post_words(invited->person)}, {"Board", invited->board.name}});
    auto facts = web::form_facts(context, invited->href(), "Save");
    facts.cancel_href = web::href(routes::invitations);
    auto& form = page.form(facts);
    form.add("fields",
             templates::hidden_field("version",
                                     context.typed("version", std::to_string(invitation.version))));
    form.add("fields", templates::text_field(
                           web::typed_field(context, {"reason", "Reason", invitation.reason})));
    form.add(
        "fields",
        web::date_entry(context, {"to_day", "Last day", invitation.to_day,
                                  "It holds for meetings up to this day. Leave it empty while it "
                                  "has no end"}));
    return page.finish();
}

Result<web::Location> edit_invitation(const web::Context& context, db::WriteTx& tx) {
    const auto invited = load_invited(context, tx);
    if (!invited) return invited.error();
    auto invitation = invited->invitation;
    invitation.version = web::version_of(context.form());
    const auto reason = read_words(context.form(), "reason", reason_bytes_max, "Enter a reason");
    if (!reason) return reason.error();
    invitation.reason = *reason;
    const auto last = web::read_date(context.form(), "to_day");
    if (!last) return last.error();
    invitation.to_day = *last ? workflows::iso(**last) : "";
    if (auto saved = edit_invitation(web::acting(context, tx), tx, EditInvitation{invitation});
        !saved)
        return saved.error();
    return web::href(routes::invitations) + "?done=saved";
}

Result<net::Response> show_groups(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Groups of boards");
    page.crumb("People", web::href(routes::people))
        .crumb("Standing invitations", web::href(routes::invitations));
    page.paragraph(
        "The reporting timetable names some boards together. What it asks of a group, it asks of "
        "each board in it.");
    for (const auto& member : db::list_groups(tx)) {
        page.paragraph(member.group + ": " + member.board);
        auto facts = web::form_facts(context, web::href(routes::groups_remove),
                                     "Take " + member.board + " out of " + member.group);
        facts.button = templates::FormButton::warning;
        auto& form = page.form(facts);
        form.add("fields", templates::hidden_field("group", member.group));
        form.add("fields", templates::hidden_field("board", member.board));
    }
    page.heading("Put a board into a group");
    auto& form = page.form(web::form_facts(context, web::href(routes::groups), "Add to group"));
    form.add("fields",
             templates::text_field(web::typed_field(context, {"group", "Group", "",
                                                              "As the timetable names it, such as: "
                                                              "JMGs"})));
    form.add("fields", templates::select_field(web::typed_field(context, {"board", "Board"}),
                                               board_choices(tx)));
    return page.finish();
}

Result<web::Location> add_group_member(const web::Context& context, db::WriteTx& tx) {
    const auto group =
        read_words(context.form(), "group", group_bytes_max, "Enter the name of the group");
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
