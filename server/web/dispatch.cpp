#include "server/web/dispatch.hpp"

#include <algorithm>
#include <exception>

#include "db/board_changes.hpp"
#include "db/boards.hpp"
#include "db/identity.hpp"
#include "server/base/limits.hpp"
#include "server/base/secrets.hpp"
#include "server/web/boundary.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/session_cookie.hpp"
#include "server/web/site.hpp"
#include "server/web/words.hpp"
#include "templates/assets.hpp"
#include "templates/standard_pages.hpp"
#include "workflows/text/percent.hpp"

namespace server::web {
namespace {

using workflows::Code;
using workflows::Denial;

// Pages write the code of a board in capitals, and people type it into the address. The list of
// boards is public, so that this tells nobody anything. Empty for what is no code of a board.
std::string path_by_slug(db::ReadTx& tx, const std::string& path, const std::string& code) {
    const std::string before = web::href(routes::board, code);
    if (code.empty() || !path.starts_with(before)) return {};
    const auto board = db::find_board(tx, code);
    if (!board || board->slug == code) return {};
    return web::href(routes::board, board->slug) + path.substr(before.size());
}

// A board that was given another address is found by those who know the old one, on all its pages.
std::string path_by_old_slug(db::ReadTx& tx, const net::Request& request, const std::string& slug) {
    const std::string before = web::href(routes::board, slug);
    if (slug.empty() || !request.path.starts_with(before)) return {};
    const auto present = db::moved_slug(tx, slug);
    return present ? web::href(routes::board, *present) + request.path.substr(before.size())
                   : std::string();
}

std::string query_escaped(std::string_view text) {
    return workflows::text::percent_encode(text, "/-.");
}

}  // namespace

int status_of(Code code) {
    switch (code) {
        case Code::invalid:
            return 422;
        case Code::not_found:
            return 404;
        case Code::forbidden:
            return 403;
        case Code::conflict:
        case Code::refused:
        case Code::stale:
            return 409;
        case Code::too_many:
            return 429;
        case Code::too_large:
            return 413;
    }
    return 500;
}

Dispatcher::Dispatcher(base::App& app) : app_(app) {}

net::Response Dispatcher::handle(const net::Request& request) {
    try {
        return answer(request);
    } catch (const std::exception& failure) {
        const auto reference = app_.ids.id();
        app_.log(base::Severity::error, "request " + reference + " failed: " + failure.what());
        net::Response response;
        response.status = 500;
        response.content_type = "text/plain; charset=utf-8";
        response.headers = {{"Cache-Control", "no-store"}};
        response.body = words::problem_with_the_service(reference) + "\n";
        return response;
    }
}

std::optional<Match> Dispatcher::find(Verb verb, const std::string& path) const {
    if (auto match = match_route(app_.site->routes, verb, path)) return match;
    if (app_.config.mode == base::Mode::demo)
        return match_route(app_.site->demo_routes, verb, path);
    return std::nullopt;
}

std::uint64_t Dispatcher::upload_allowance(const net::Request& request) {
    const auto match = find(Verb::post, request.path);
    const bool takes_files = match && match->route->upload != nullptr;
    const auto token = request.cookie(session_cookie);
    if (!takes_files || token.empty()) return 0;
    const auto tx = app_.database.begin_read();
    if (app_.site->identify(app_, *tx, request).signed_in()) return app_.config.upload_bytes_max;
    // Anybody can make up a cookie, but not one that was given out.
    return db::find_session(*tx, base::sha256_hex(token)) ? base::limits::body_bytes_max : 0;
}

net::Response Dispatcher::answer(const net::Request& request) {
    if (const auto* asset = templates::find_asset(request.path)) {
        return asset_response(*asset, request);
    }
    const Verb verb = request.method == net::Method::post ? Verb::post : Verb::page;
    if (const auto match = find(verb, request.path)) {
        return verb == Verb::post ? answer_form(request, *match) : answer_page(request, *match);
    }
    if (find(verb == Verb::post ? Verb::page : Verb::post, request.path)) {
        auto response = plain_error(request, 405);
        response.headers.emplace_back("Allow", verb == Verb::post ? "GET, HEAD" : "POST");
        return response;
    }
    if (request.path.size() > 1 && request.path.ends_with('/')) {
        return redirect(request.path.substr(0, request.path.size() - 1));
    }
    return plain_error(request, 404);
}

std::optional<net::Response> Dispatcher::deny(const Context& context, const Route& route) const {
    if (workflows::allowed(route.action, context.relations)) return std::nullopt;
    const bool could_sign_in =
        !context.viewer.signed_in() && context.request.method != net::Method::post;
    if (could_sign_in) {
        return redirect(web::href(routes::sign_in) +
                        "?next=" + query_escaped(context.request.path));
    }
    const bool hidden = workflows::policy(route.action).denial == Denial::not_found;
    return plain_error(context.request, hidden ? 404 : 403, context.viewer);
}

net::Response Dispatcher::run_page(const Context& context, db::ReadTx& tx, PageHandler handler) {
    auto result = handler(context, tx);
    if (!result) return error_response(context, result.error());
    auto response = std::move(*result);
    for (auto& header : context.headers_)
        response.headers.push_back(header);
    return response;
}

net::Response Dispatcher::answer_page(const net::Request& request, const Match& match) {
    const auto changes = app_.cache->changes();
    auto tx = app_.database.begin_read();
    const auto viewer = app_.site->identify(app_, *tx, request);
    Context context(app_, request, viewer);
    context.params_ = match.params;
    const auto relations = standing(*app_.site, *tx, viewer, match.route->subject, match.params);
    if (!relations) {
        if (match.route->subject != Subject::board) return plain_error(request, 404, viewer);
        const auto& slug = context.param("board");
        const auto moved = path_by_old_slug(*tx, request, slug);
        if (!moved.empty()) return moved_for_good(moved);
        const auto path = path_by_slug(*tx, request.path, slug);
        return path.empty() ? plain_error(request, 404, viewer) : redirect(path);
    }
    context.relations = *relations;
    if (auto denied = deny(context, *match.route)) return std::move(*denied);
    auto response = find_body(context);
    if (!response) {
        response = run_page(context, *tx, match.route->page);
        keep_page(context, *response, changes);
        keep_body(context, *response, changes);
    }
    add_caching(viewer, *response);
    return std::move(*response);
}

// One spelling of each address: a stranger can make up any number of queries and escapes.
net::Response Dispatcher::error_response(const Context& context, const Error& error) const {
    const int status = status_of(error.code);
    if (is_machine_address(context.request.path))
        return machine_error(context.request.path, status, error.message);
    auto facts = templates::error_wording(status);
    // Who only looked has changed nothing, and nobody came before them.
    const bool looked = context.request.method != net::Method::post;
    if (status == 409 && (looked || error.code == Code::refused))
        facts.heading = looked ? words::not_available_yet : words::you_cannot_do;
    if (!error.message.empty()) facts.paragraphs = {error.message};
    facts.kept_text = kept_text(context.form_);
    return error_page(context, status, facts);
}

net::Response Dispatcher::plain_error(const net::Request& request, int status,
                                      const base::Viewer& viewer) const {
    if (is_machine_address(request.path))
        return machine_error(request.path, status, templates::error_wording(status).heading);
    Context context(app_, request, viewer);
    context.relations = base::general_standing(viewer);
    return error_page(context, status, templates::error_wording(status));
}

}  // namespace server::web
