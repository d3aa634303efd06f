// The public list of boards and the page of each: what the register says of them.
#include <algorithm>
#include <boost/json.hpp>

#include "db/boards.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/seat_facts.hpp"
#include "server/boards/seats_parts.hpp"
#include "server/meetings/meeting_rows.hpp"
#include "server/overview/board_words.hpp"
#include "server/overview/handlers.hpp"
#include "server/planning/cadence_pages.hpp"
#include "server/themes/theme_pages.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/roles.hpp"

namespace server::overview {
namespace {

using workflows::Board;

// Any board's row, meeting or office can show on the list, which has them all.
std::vector<std::string> tags_of_all(db::ReadTx& tx) {
    std::vector<std::string> tags{"people"};
    for (const auto& board : db::list_boards(tx))
        meetings::add_tags_of_board(tags, board.code);
    return tags;
}

void cache_list(const web::Context& context, db::ReadTx& tx) {
    if (!context.viewer.signed_in()) context.cache_publicly(tags_of_all(tx));
}

// The page of a board names its neighbours too.
void cache_board(const web::Context& context, db::ReadTx& tx, const Board& board) {
    if (context.viewer.signed_in()) return;
    std::vector<std::string> tags{"people", "themes"};
    meetings::add_tags_of_board(tags, board.code);
    for (const auto& other : db::list_boards(tx)) {
        const bool near = other.parent == board.code || other.succeeded_by == board.code ||
                          board.parent == other.code || board.succeeded_by == other.code;
        if (near) meetings::add_tags_of_board(tags, other.code);
    }
    context.cache_publicly(std::move(tags));
}

std::string date_key(const std::optional<db::MeetingRow>& meeting) {
    return meeting ? meeting->planned.key() : "";
}

void add_board_row(templates::View& family, const boards::BoardEntry& entry) {
    auto& row = family.add("boards");
    row.set("name", entry.board.name).set("href", boards::board_href(entry.board));
    row.set("code", entry.board.code);
    row.set("next_iso", date_key(entry.next));
    row.set("next", entry.succeeded
                        ? board_words::none
                        : boards::meeting_words(entry.next, board_words::no_meeting_scheduled));
    row.set("next_href", entry.next ? web::href(routes::meeting, entry.next->id) : "");
    row.set("held_in", boards::held_in_words(entry.board));
    row.set("succession", boards::succession_words(entry));
    row.set("successor_href", entry.successor ? boards::board_href(*entry.successor) : "");
}

boost::json::value date_json(const std::optional<db::MeetingRow>& meeting) {
    if (!meeting) return nullptr;
    return boost::json::object{{"date", meeting->planned.key()},
                               {"text", meeting->planned.words()},
                               {"state", workflows::to_text(meeting->state)},
                               {"href", web::href(routes::meeting, meeting->id)}};
}

boost::json::object board_object(const boards::BoardEntry& entry) {
    const auto& board = entry.board;
    boost::json::object json{{"code", board.code},
                             {"name", board.name},
                             {"href", boards::board_href(board)},
                             {"parent", board.parent},
                             {"statutory", board.statutory},
                             {"statute", board.statute},
                             {"meetings_per_year", board.meetings_per_year},
                             {"held_in", workflows::to_text(board.held_in)},
                             {"website", boards::website_href(board.website)},
                             {"next_meeting", date_json(entry.next)},
                             {"last_meeting", date_json(entry.last)}};
    json["succeeded_by"] = board.succeeded_by;
    json["succeeded_on"] = workflows::iso(board.succeeded_on);
    return json;
}

std::string serialized(boost::json::object json, const web::Context& context) {
    json["links"] = boost::json::object{{"self", context.request.path}};
    return boost::json::serialize(json);
}

// Posts, never who holds them nor how to write to them.
std::vector<std::string> posts(db::ReadTx& tx, const Board& board, workflows::Role role,
                               workflows::Day day) {
    std::vector<std::string> words;
    for (const auto& seat : boards::seats_with_role(tx, board.code, role, day))
        words.push_back(boards::post_words(seat.person));
    return words;
}

std::string joined(const std::vector<std::string>& parts, std::string_view none) {
    std::string text;
    for (const auto& part : parts)
        text += (text.empty() ? "" : "; ") + part;
    return text.empty() ? std::string(none) : text;
}

void add_offices(templates::View& view, db::ReadTx& tx, const Board& board, workflows::Day day) {
    using workflows::Role;
    const auto add = [&](const std::string& label, Role role, bool always) {
        const auto held_by = posts(tx, board, role, day);
        if (held_by.empty() && !always) return;
        templates::add_summary(view, {label, joined(held_by, board_words::not_known), "", ""});
    };
    add(board.chairs > 1 ? board_words::chairs : board_words::chair, Role::chair, true);
    add(board_words::vice_chair, Role::vice_chair, false);
    add(board_words::lead_member, Role::lead_member, true);
    add(board_words::lead_officer, Role::lead_officer, true);
    add(board_words::secretariat, Role::secretariat, false);
}

std::string statute_words(const Board& board) {
    if (board.statute.empty())
        return board.statutory ? board_words::statutory_label : board_words::not_statutory;
    return board.statutory ? board.statute : board_words::not_statutory_under(board.statute);
}

void add_register(templates::View& view, db::ReadTx& tx, const Board& board) {
    const auto add = [&](std::string label, std::string value, std::string href) {
        templates::add_summary(view, {std::move(label), std::move(value), std::move(href), ""});
    };
    add(board_words::statute_label, statute_words(board), "");
    add(board_words::meetings, boards::frequency_words(board), "");
    add(board_words::held, boards::held_in_words(board), "");
    if (const auto parent = db::find_board(tx, board.parent)) {
        add(board_words::reports_to, parent->name, boards::board_href(*parent));
    }
    if (!board.website.empty())
        add(board_words::website, board.website, boards::website_href(board.website));
}

void add_links(templates::View& view, const std::vector<Board>& boards, std::string_view list) {
    view.list(list);
    for (const auto& board : boards)
        view.add(list).set("text", board.name).set("href", boards::board_href(board));
}

void add_neighbours(templates::View& view, db::ReadTx& tx, const Board& board) {
    std::vector<Board> children;
    std::vector<Board> predecessors;
    for (const auto& other : db::list_boards(tx)) {
        if (other.parent == board.code) children.push_back(other);
        if (other.succeeded_by == board.code) predecessors.push_back(other);
    }
    add_links(view, children, "children");
    view.flag("has_children", !children.empty());
    add_links(view, predecessors, "predecessors");
    view.flag("has_predecessors", !predecessors.empty());
    std::vector<std::string> groups;
    for (const auto& member : db::list_groups(tx)) {
        if (member.board == board.code) groups.push_back(member.group);
    }
    view.set("groups", joined(groups, ""));
}

void add_meeting(templates::View& view, std::string_view key,
                 const std::optional<db::MeetingRow>& meeting) {
    if (!meeting) {
        view.no_section(key);
        return;
    }
    auto& section = view.section(key);
    section.set("words", boards::meeting_words(meeting, "")).set("iso", meeting->planned.key());
    section.set("meeting_href", web::href(routes::meeting, meeting->id));
}

// Who sits here is for the boards themselves; the public sees the offices.
void add_members(templates::View& view, db::ReadTx& tx, const web::Context& context,
                 const std::string& board) {
    view.list("members").flag("has_members", context.viewer.signed_in());
    if (!context.viewer.signed_in()) return;
    for (const auto& seat : boards::board_seats(tx, board, context.today(tx))) {
        auto& row = view.add("members");
        row.set("post", boards::post_words(seat.person))
            .set("role", workflows::to_words(seat.membership.role));
        row.set("label", seat.membership.label);
        row.set("represents", boards::represents_words(seat.person, seat.detail));
        row.set("standing", workflows::to_words(boards::standing_of(seat.membership, seat.detail)));
    }
}

// What a board is to be able to decide, and who holds it next, is for everybody.
void add_votes_and_offices(templates::View& view, db::ReadTx& tx, const Board& board,
                           workflows::Day today) {
    const auto quorum = boards::board_quorum(tx, board.code, today);
    templates::add_summary(
        view, {board_words::quorum, workflows::quorum_words(quorum.needed, quorum.voters), "", ""});
    for (const auto& words : boards::hand_over_words(tx, board.code, today))
        templates::add_summary(view, {board_words::next_change, words, "", ""});
}

}  // namespace

Result<net::Response> show_boards(const web::Context& context, db::ReadTx& tx) {
    cache_list(context, tx);
    auto layout = web::layout_facts(context, board_words::boards_label);
    layout.alternates.push_back(
        {"application/json", board_words::boards_json, web::href(routes::boards_json)});
    templates::View view;
    view.list("families");
    for (const auto& family : boards::board_families(tx, context.today(tx))) {
        auto& section = view.add("families");
        section.set("family", family.name).list("boards");
        for (const auto& entry : family.boards)
            add_board_row(section, entry);
    }
    return web::html_response(context, "pages/boards.html", layout, view);
}

Result<net::Response> boards_json(const web::Context& context, db::ReadTx& tx) {
    cache_list(context, tx);
    boost::json::array data;
    for (const auto& [code, entry] : boards::board_entries(tx, context.today(tx)))
        data.push_back(board_object(entry));
    boost::json::object json;
    json["meta"] = boost::json::object{{"count", data.size()}};
    json["data"] = std::move(data);
    return web::json_response(serialized(std::move(json), context));
}

Result<net::Response> show_board(const web::Context& context, db::ReadTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(board_words::we_cannot_find_this_board);
    cache_board(context, tx, *board);
    const auto today = context.today(tx);
    const auto entry = boards::board_entry(tx, *board, today);
    const auto base = boards::board_href(*board);
    auto layout = web::layout_facts(context, board->name);
    layout.breadcrumbs = {{board_words::boards_label, web::href(routes::boards)}};
    layout.alternates = {{"application/json", board_words::board_as_data(board->name),
                          web::href(routes::board_json, board->slug)},
                         {"text/calendar", board_words::meetings_of(board->name),
                          web::href(routes::board_meetings_ics, board->slug)}};
    templates::View view;
    view.set("name", board->name).set("code", board->code).set("base", base);
    view.set("succession", boards::succession_words(entry));
    view.set("successor_href", entry.successor ? boards::board_href(*entry.successor) : "");
    view.set("successor_name", entry.successor ? entry.successor->name : "");
    view.list("summary");
    add_offices(view, tx, *board, today);
    add_register(view, tx, *board);
    add_votes_and_offices(view, tx, *board, today);
    add_neighbours(view, tx, *board);
    add_meeting(view, "next", entry.next);
    add_meeting(view, "last", entry.last);
    add_members(view, tx, context, board->code);
    boards::add_elsewhere(context, tx, *board, view);
    themes::add_themes_of_board(tx, *board, today, view);
    planning::add_lamps(context, tx, *board, view);
    const bool editor = workflows::allowed(workflows::Action::edit_board, context.relations);
    view.flag("may_edit", editor);
    return web::html_response(context, "pages/board.html", layout, view);
}

Result<net::Response> board_json(const web::Context& context, db::ReadTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(board_words::we_cannot_find_this_board);
    cache_board(context, tx, *board);
    const auto today = context.today(tx);
    auto json = board_object(boards::board_entry(tx, *board, today));
    boost::json::array chairs;
    for (const auto& post : posts(tx, *board, workflows::Role::chair, today))
        chairs.emplace_back(post);
    json["chairs"] = std::move(chairs);
    const auto quorum = boards::board_quorum(tx, board->code, today);
    json["quorum"] = boost::json::object{{"needed", quorum.needed}, {"voters", quorum.voters}};
    if (context.viewer.signed_in())
        json["members"] = boards::seats_json(boards::board_seats(tx, board->code, today));
    json["meetings_calendar"] = web::href(routes::board_meetings_ics, board->slug);
    return web::json_response(serialized(std::move(json), context));
}

}  // namespace server::overview
