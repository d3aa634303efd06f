#include "server/requests/request_list_pages.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <set>

#include "db/boards.hpp"
#include "server/requests/handlers.hpp"
#include "server/requests/request_commands.hpp"
#include "server/requests/request_parts.hpp"
#include "server/requests/words.hpp"
#include "server/web/figures.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::requests {
namespace {

using templates::View;
using workflows::RequestState;

// What ?state= and ?board= ask for. A value that names nothing is said and filters nothing.
struct Filter {
    std::optional<RequestState> state;
    std::string board;  // code: the board that asks or the one that is asked
    std::vector<templates::ErrorLink> errors;

    bool any() const { return state || !board.empty(); }
    bool keeps(const workflows::AgendaRequest& request) const {
        const bool of_board =
            board.empty() || request.from_board == board || request.to_board == board;
        return of_board && (!state || request.state == *state);
    }
};

// Boards go by slug in addresses; their printed codes are taken too. Neither part of a filter
// holds while the other names nothing: half an answer would look like a whole one.
Filter read_filter(db::ReadTx& tx, const net::Request& request) {
    Filter filter;
    if (const auto text = request.query_value("state"); !text.empty()) {
        filter.state = workflows::from_text<RequestState>(text);
        if (!filter.state) filter.errors.push_back({words::no_such_state, "#state"});
    }
    if (const auto text = request.query_value("board"); !text.empty()) {
        auto board = db::find_board_by_slug(tx, text);
        if (!board) board = db::find_board(tx, text);
        if (board) filter.board = board->code;
        if (!board) filter.errors.push_back({words::no_such_board, "#board"});
    }
    if (filter.errors.empty()) return filter;
    return {{}, {}, std::move(filter.errors)};
}

void sort_out(OwnRequests& own, const std::set<std::string>& boards, db::RequestRow row) {
    const auto& r = row.request;
    const auto move = workflows::whose_move(r);
    const bool asks = boards.count(r.from_board) != 0;
    const bool asked = boards.count(r.to_board) != 0;
    if (!move) {
        own.finished.push_back(std::move(row));
    } else if (*move == workflows::Side::asking ? asks : asked) {
        own.waiting.push_back(std::move(row));
    } else {
        (asked ? own.in : own.out).push_back(std::move(row));
    }
}

OwnRequests load_own(const web::Context& context, db::ReadTx& tx, const Filter& filter) {
    const auto boards = base::own_boards(context.viewer);
    std::vector<db::RequestRow> all;
    for (const auto& board : boards) {
        auto to = db::list_requests_to(tx, board);
        std::move(to.begin(), to.end(), std::back_inserter(all));
        for (auto& row : db::list_requests_from(tx, board)) {
            // One between two boards of the viewer is in both lists.
            if (boards.count(row.request.to_board) == 0) all.push_back(std::move(row));
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        if (a.request.state != b.request.state) return a.request.state < b.request.state;
        return a.created_at < b.created_at;
    });
    OwnRequests own;
    for (auto& row : all) {
        if (filter.keeps(row.request)) sort_out(own, boards, std::move(row));
    }
    return own;
}

void add_requests(View& view, std::string_view caption, const std::vector<db::RequestRow>& rows,
                  workflows::Day today) {
    if (rows.empty()) return;
    auto& table = templates::table_section(view.add("tables"), caption,
                                           {{.text = words::title},
                                            {.text = words::from_and_to},
                                            {.text = words::status},
                                            {.text = words::next},
                                            {.text = words::deadline},
                                            {.text = words::sent}});
    for (const auto& row : rows) {
        const auto& r = row.request;
        const bool overdue = workflows::is_overdue(r, today);
        const auto colour = overdue ? templates::TagColour::red : request_colour(r.state);
        templates::add_table_row(
            table, {{.text = r.title,
                     .href = web::href(routes::request, row.id),
                     .kind = templates::CellKind::row_head},
                    {.text = r.from_board + " to " + r.to_board + ": " +
                             std::string(workflows::to_words(r.kind))},
                    {.text = request_state_words(r.state) + (overdue ? ", overdue" : ""),
                     .tag = templates::tag_class(colour)},
                    {.text = waiting_words(r)},
                    {.text = deadline_words(r, today)},
                    {.text = age_words(row, today)}});
    }
}

// The filter as the page was asked for it, for its files; what names nothing filters nothing there
// either.
std::string query_of(const net::Request& request) {
    const auto at = request.target.find('?');
    return at == std::string::npos ? std::string() : request.target.substr(at);
}

void add_filter(View& view, db::ReadTx& tx, const Filter& filter) {
    for (const auto& board : db::list_boards(tx)) {
        auto& choice = view.add("boards");
        choice.set("value", board.slug).set("name", board.name);
        choice.flag("chosen", board.code == filter.board);
    }
    for (const auto& state : workflows::names<RequestState>) {
        auto& choice = view.add("states");
        choice.set("value", state.text).set("name", workflows::text::capitalised(state.words));
        choice.flag("chosen", filter.state == state.value);
    }
}

}  // namespace

Result<net::Response> show_requests(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    const auto filter = read_filter(tx, context.request);
    const auto own = load_own(context, tx, filter);
    View view;
    view.list("boards").list("states").list("tables");
    add_filter(view, tx, filter);
    add_requests(view, words::with_you, own.waiting, today);
    add_requests(view, words::received, own.in, today);
    add_requests(view, words::made, own.out, today);
    add_requests(view, words::finished, own.finished, today);
    const bool none = view.find("tables")->rows.empty();
    view.flag("none_fits", none && filter.any()).flag("nothing_yet", none && !filter.any());
    view.set_html("figure_html", ages_figure(context, own, today, query_of(context.request)));
    auto layout = web::layout_facts(context, words::requests_between_boards);
    layout.errors = filter.errors;
    layout.alternates.push_back(
        {"application/json", words::requests_as_data, web::href(routes::requests_json)});
    return web::html_response(context, "pages/requests.html", layout, view);
}

Result<net::Response> show_requests_json(const web::Context& context, db::ReadTx& tx) {
    const auto filter = read_filter(tx, context.request);
    const auto own = load_own(context, tx, filter);
    const auto today = context.today(tx);
    boost::json::object out;
    std::vector<db::RequestRow> rows;
    for (const auto* list : {&own.waiting, &own.in, &own.out, &own.finished})
        rows.insert(rows.end(), list->begin(), list->end());
    out["requests"] = requests_json(tx, rows, today);
    if (!filter.errors.empty()) {
        auto& errors = out["errors"].emplace_array();
        for (const auto& error : filter.errors)
            errors.push_back(boost::json::string(error.text));
    }
    return web::json_response(boost::json::serialize(out));
}

Result<net::Response> show_requests_svg(const web::Context& context, db::ReadTx& tx) {
    const auto own = load_own(context, tx, read_filter(tx, context.request));
    const auto plot = request_ages(own, context.today(tx), Links::left_out);
    return web::svg_response(context, templates::figures::draw(plot), ages_finding(plot),
                             "requests");
}

Result<net::Response> show_requests_csv(const web::Context& context, db::ReadTx& tx) {
    const auto own = load_own(context, tx, read_filter(tx, context.request));
    return web::text_response(requests_csv(own, context.today(tx)), "text/csv; charset=utf-8");
}

}  // namespace server::requests
