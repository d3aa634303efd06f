// Responses between boards: what one's own boards owe and what they wait for, overdue first.
#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "db/boards.hpp"
#include "server/responses/handlers.hpp"
#include "server/responses/response_commands.hpp"
#include "server/responses/response_parts.hpp"
#include "server/responses/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::responses {
namespace {

using templates::View;
using workflows::ResponseState;

// ?show= takes these beside the states.
constexpr std::string_view show_open = "open";
constexpr std::string_view show_overdue = "overdue";

struct Filter {
    std::string show;   // "", "open", "overdue" or the text of a state
    std::string board;  // code: the one that asks or the one that owes
    std::vector<templates::ErrorLink> errors;

    bool any() const { return !show.empty() || !board.empty(); }
    bool keeps(const workflows::BoardResponse& r, workflows::Day today) const {
        if (!board.empty() && r.asking_board != board && r.owing_board != board) return false;
        if (show.empty()) return true;
        if (show == show_open) return !workflows::is_settled(r.state);
        if (show == show_overdue) return workflows::is_overdue(r, today);
        return show == workflows::to_text(r.state);
    }
};

// Neither part of a filter holds while the other names nothing: half an answer would look like a
// whole one.
Filter read_filter(db::ReadTx& tx, const net::Request& request) {
    Filter filter;
    filter.show = request.query_value("show");
    const bool known = filter.show.empty() || filter.show == show_open ||
                       filter.show == show_overdue ||
                       workflows::from_text<ResponseState>(filter.show).has_value();
    if (!known) filter.errors.push_back({words::no_such_state, "#show"});
    if (const auto text = request.query_value("board"); !text.empty()) {
        auto board = db::find_board_by_slug(tx, text);
        if (!board) board = db::find_board(tx, text);
        if (board) filter.board = board->code;
        if (!board) filter.errors.push_back({words::no_such_board, "#board"});
    }
    if (filter.errors.empty()) return filter;
    return {{}, {}, std::move(filter.errors)};
}

struct OwnResponses {
    std::vector<db::ResponseRow> owed;      // by a board of the viewer
    std::vector<db::ResponseRow> awaited;   // by a board of the viewer, whoever's move it is
    std::vector<db::ResponseRow> answered;  // by a board of the viewer, and not confirmed
    std::vector<db::ResponseRow> finished;  // either
};

OwnResponses load_own(const web::Context& context, db::ReadTx& tx, const Filter& filter) {
    const auto boards = base::own_boards(context.viewer);
    const auto today = context.today(tx);
    OwnResponses own;
    const auto sort_out = [&](db::ResponseRow row, std::vector<db::ResponseRow>& open) {
        if (!filter.keeps(row.response, today)) return;
        const bool settled = workflows::is_settled(row.response.state);
        (settled ? own.finished : open).push_back(std::move(row));
    };
    // One between two boards of the viewer stands under what is owed, then under what came back.
    const auto is_here = [&](const db::ResponseRow& row, bool asked) {
        const bool both = row.delivered_on && boards.contains(row.response.asking_board) &&
                          boards.contains(row.response.owing_board);
        const bool first = workflows::is_owed(row.response.state);
        return !both || asked != first;
    };
    for (const auto& board : boards) {
        for (auto& row : db::list_responses_owed_by(tx, board)) {
            const bool owed = workflows::is_owed(row.response.state);
            if (is_here(row, false)) sort_out(std::move(row), owed ? own.owed : own.answered);
        }
        for (auto& row : db::list_responses_asked_by(tx, board)) {
            if (is_here(row, true)) sort_out(std::move(row), own.awaited);
        }
    }
    const auto by_day = [&](const auto& a, const auto& b) {
        const auto late_a = workflows::is_overdue(a.response, today);
        const auto late_b = workflows::is_overdue(b.response, today);
        if (late_a != late_b) return late_a;
        return a.response.due.value_or(workflows::Day::max()) <
               b.response.due.value_or(workflows::Day::max());
    };
    std::stable_sort(own.owed.begin(), own.owed.end(), by_day);
    std::stable_sort(own.awaited.begin(), own.awaited.end(), by_day);
    return own;
}

std::vector<db::ResponseRow> in_one(OwnResponses own) {
    auto rows = std::move(own.owed);
    std::move(own.awaited.begin(), own.awaited.end(), std::back_inserter(rows));
    std::move(own.answered.begin(), own.answered.end(), std::back_inserter(rows));
    std::move(own.finished.begin(), own.finished.end(), std::back_inserter(rows));
    return rows;
}

void add_choice(View& view, const char* list, std::string_view value, std::string_view name,
                bool chosen) {
    view.add(list).set("value", value).set("name", name).flag("chosen", chosen);
}

void add_filter(View& view, db::ReadTx& tx, const Filter& filter) {
    for (const auto& board : db::list_boards(tx))
        add_choice(view, "boards", board.slug, board.name, board.code == filter.board);
    add_choice(view, "states", show_open, words::all_open, filter.show == show_open);
    add_choice(view, "states", show_overdue, words::overdue, filter.show == show_overdue);
    for (const auto& state : workflows::names<ResponseState>)
        add_choice(view, "states", state.text, workflows::text::capitalised(state.words),
                   filter.show == state.text);
}

}  // namespace

Result<net::Response> show_responses(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    const auto filter = read_filter(tx, context.request);
    const auto own = load_own(context, tx, filter);
    View view;
    view.list("boards").list("states").list("tables");
    add_filter(view, tx, filter);
    add_response_table(view, words::due_from_you, own.owed, today);
    add_response_table(view, words::due_to_you, own.awaited, today);
    add_response_table(view, words::sent_by_you, own.answered, today);
    add_response_table(view, words::finished, own.finished, today);
    const bool none = view.find("tables")->rows.empty();
    view.flag("none_fits", none && filter.any()).flag("nothing_yet", none && !filter.any());
    auto layout = web::layout_facts(context, words::responses_between_boards);
    layout.breadcrumbs = {{words::joint_working, web::href(routes::between_boards)}};
    layout.errors = filter.errors;
    layout.alternates.push_back(
        {"application/json", words::responses_json, web::href(routes::responses_json)});
    layout.alternates.push_back(
        {"text/csv", words::responses_csv, web::href(routes::responses_csv)});
    return web::html_response(context, "pages/responses.html", layout, view);
}

Result<net::Response> show_responses_json(const web::Context& context, db::ReadTx& tx) {
    const auto filter = read_filter(tx, context.request);
    const auto today = context.today(tx);
    boost::json::object out;
    out["responses"] = responses_json(tx, in_one(load_own(context, tx, filter)), today);
    if (!filter.errors.empty()) {
        auto& errors = out["errors"].emplace_array();
        for (const auto& error : filter.errors)
            errors.push_back(boost::json::string(error.text));
    }
    return web::json_response(boost::json::serialize(out));
}

Result<net::Response> show_responses_csv(const web::Context& context, db::ReadTx& tx) {
    const auto filter = read_filter(tx, context.request);
    return web::text_response(
        responses_csv(in_one(load_own(context, tx, filter)), context.today(tx)),
        "text/csv; charset=utf-8");
}

}  // namespace server::responses
