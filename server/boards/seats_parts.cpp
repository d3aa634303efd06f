// Who sits where: the boards by the boards, with the posts that sit on both of a chosen pair.
#include "server/boards/seats_parts.hpp"

#include <set>

#include "db/boards.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/handlers.hpp"
#include "server/boards/member_words.hpp"
#include "server/boards/shared_seats.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::boards {
namespace {

using templates::Cell;
using templates::CellKind;
using templates::View;
using workflows::Board;
using workflows::Day;

/// Chairs see who sits where; the pages of people are for those who keep them.
bool may_read_people(const web::Context& context) {
    return workflows::allowed(workflows::Action::read_people, context.relations);
}

std::string pair_href(const std::string& board, const std::string& other) {
    return web::href(routes::seats) + "?board=" + board + "&other=" + other;
}

std::string counts_words(const std::vector<BoardPair>& pairs, Day day) {
    std::set<std::string> people;
    for (const auto& pair : pairs) {
        for (const auto& post : pair.posts)
            people.insert(post.person.key);
    }
    return member_words::shared_membership_on(workflows::long_date(day), people.size(),
                                              pairs.size());
}

// What a page can hold as a square; a larger county has a row for each board.
constexpr std::size_t matrix_boards_max = 60;

void add_rows(View& view, const std::vector<Board>& boards, const std::vector<BoardPair>& pairs) {
    std::map<std::string, std::size_t> shared;
    for (const auto& pair : pairs) {
        ++shared[pair.board];
        ++shared[pair.other];
    }
    auto& table = templates::table_section(
        view.section("by_board"), member_words::number_of_boards_sharing_a_member,
        {{.text = member_words::board_label}, {.text = member_words::shares_members_with}});
    for (const auto& board : boards) {
        const auto count = shared[board.code];
        templates::add_table_row(
            table, {Cell{board.name, board_href(board), CellKind::row_head},
                    Cell{count == 0 ? member_words::none
                                    : workflows::text::counted(count, "board", "boards")}});
    }
}

void add_matrix(View& view, const std::vector<Board>& boards, const std::vector<BoardPair>& pairs) {
    view.no_section("by_board");
    view.flag("matrix", boards.size() <= matrix_boards_max).list("boards");
    if (boards.size() > matrix_boards_max) return add_rows(view, boards, pairs);
    std::map<std::pair<std::string, std::string>, std::size_t> counts;
    for (const auto& pair : pairs) {
        counts[{pair.board, pair.other}] = pair.posts.size();
        counts[{pair.other, pair.board}] = pair.posts.size();
    }
    for (const auto& board : boards) {
        View& row = view.add("boards");
        row.set("code", board.code).set("name", board.name).set("href", board_href(board));
        row.list("cells");
        for (const auto& other : boards) {
            const auto found = counts.find({board.code, other.code});
            const bool shared = found != counts.end();
            row.add("cells")
                .flag("same", board.code == other.code)
                .set("other", other.code)
                .set("count", shared ? std::to_string(found->second) : "")
                .set("pair_href", shared ? pair_href(board.code, other.code) : "");
        }
    }
}

void add_invitees(View& view, const Board& board, const Board& other,
                  const std::vector<SharedInvitee>& invitees) {
    view.flag("has_invitees", !invitees.empty()).list("invitees");
    view.set("here_code", board.code).set("there_code", other.code);
    for (const auto& one : invitees)
        view.add("invitees")
            .set("post", post_words(one.person))
            .set("here", one.here)
            .set("there", one.there);
}

void add_pair(const web::Context& context, View& view, const Board& board, const Board& other,
              const std::vector<SharedPost>& posts) {
    view.set("pair", member_words::both_boards(board.name, other.name));
    if (posts.empty()) {
        view.no_section("table");
        return;
    }
    auto& table = templates::table_section(view, member_words::members_of_both_boards,
                                           {{member_words::post_label},
                                            {member_words::on_board(board.code)},
                                            {member_words::on_board(other.code)}});
    const bool links = may_read_people(context);
    for (const auto& post : posts)
        templates::add_table_row(
            table,
            {Cell{post_words(post.person), links ? web::href(routes::person, post.person.key) : "",
                  CellKind::row_head},
             Cell{seats_words(post.here)}, Cell{seats_words(post.there)}});
}

// The pair that the address names: both boards, or none.
Result<void> add_chosen_pair(const web::Context& context, db::ReadTx& tx, const SharedSeats& seats,
                             View& view) {
    const auto first = context.request.query_value("board");
    const auto second = context.request.query_value("other");
    if (first.empty() && second.empty()) {
        view.flag("has_invitees", false);
        view.set("pair", "").no_section("table");
        return {};
    }
    const auto board = db::load_board(tx, first);
    if (!board) return board.error();
    const auto other = db::load_board(tx, second);
    if (!other) return other.error();
    add_invitees(view, *board, *other,
                 seats.invited_to_both(board->code, other->code, context.today(tx)));
    add_pair(context, view, *board, *other,
             seats.on_both(board->code, other->code, context.today(tx)));
    return {};
}

}  // namespace

Result<net::Response> show_seats(const web::Context& context, db::ReadTx& tx) {
    const SharedSeats seats(tx);
    const auto today = context.today(tx);
    const auto pairs = seats.pairs(today);
    View view;
    if (const auto added = add_chosen_pair(context, tx, seats, view); !added) return added.error();
    view.set("counts", counts_words(pairs, today));
    add_matrix(view, seats.boards(today), pairs);
    auto layout = web::layout_facts(context, member_words::shared_membership);
    layout.wide = true;
    layout.breadcrumbs = {
        may_read_people(context)
            ? templates::Crumb{member_words::people_label, web::href(routes::people)}
            : templates::Crumb{member_words::joint_working, web::href(routes::between_boards)}};
    layout.alternates.push_back(
        {"application/json", member_words::shared_membership_json, web::href(routes::seats_json)});
    return web::html_response(context, "pages/seats.html", layout, view);
}

Result<net::Response> show_seats_json(const web::Context& context, db::ReadTx& tx) {
    return web::json_response(shared_seats_json(SharedSeats(tx), context.today(tx)));
}

Result<net::Response> show_seats_csv(const web::Context& context, db::ReadTx& tx) {
    return web::text_response(shared_seats_csv(SharedSeats(tx), context.today(tx)),
                              "text/csv; charset=utf-8");
}

bool may_read_seats(const web::Context& context) {
    return workflows::allowed(workflows::Action::read_clashes, context.relations);
}

void add_elsewhere(const web::Context& context, db::ReadTx& tx, const Board& board, View& view) {
    view.list("elsewhere");
    if (may_read_seats(context)) {
        for (const auto& pair : SharedSeats(tx).pairs_of(board.code, context.today(tx))) {
            for (const auto& post : pair.posts)
                view.add("elsewhere")
                    .set("other", pair.other)
                    .set("pair_href", pair_href(pair.board, pair.other))
                    .set("post", post_words(post.person))
                    .set("here", seats_words(post.here))
                    .set("there", seats_words(post.there));
        }
    }
    view.flag("has_elsewhere", !view.find("elsewhere")->rows.empty());
}

}  // namespace server::boards
