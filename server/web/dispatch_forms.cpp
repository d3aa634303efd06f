// Forms: each has one effect, whoever clicks twice.
#include "db/identity.hpp"
#include "server/web/boundary.hpp"
#include "server/web/dispatch.hpp"
#include "server/web/present_boards.hpp"
#include "server/web/secret_paths.hpp"
#include "server/web/session_cookie.hpp"
#include "server/web/site.hpp"
#include "server/web/words.hpp"

namespace server::web {
namespace {

// Who signs in again, or answers by the link of a letter, comes with the cookie of the session that
// ended: it says nothing about them.
bool needs_no_session(workflows::Action action) {
    return action == workflows::Action::sign_in || action == workflows::Action::use_mail_link ||
           action == workflows::Action::read_demo;
}

}  // namespace

net::Response Dispatcher::answer_form(const net::Request& request, const Match& match) {
    const Route& route = *match.route;
    base::Viewer viewer;
    std::optional<Context> context;
    // Before the transaction: an upload takes a while to read, and readers are few.
    Form form;
    std::optional<MultipartForm> files;
    const auto unreadable = read_submitted(request, form, files);
    {
        auto tx = app_.database.begin_read();
        viewer = app_.site->identify(app_, *tx, request);
        context.emplace(Context(app_, request, viewer));
        context->params_ = match.params;
        const auto relations = standing(*app_.site, *tx, viewer, route.subject, match.params);
        context->form_ = std::move(form);
        context->files_ = std::move(files);
        if (unreadable) return error_response(*context, *unreadable);
        if (session_expired(request, viewer) && !needs_no_session(route.action)) {
            auto expired = expired_page(*context, kept_text(context->form_));
            expired.headers.emplace_back("Set-Cookie", ended_session_cookie());
            return expired;
        }
        if (!relations) return plain_error(request, 404, viewer);
        context->relations = *relations;
        if (!is_own_form(app_, request, viewer, context->form_)) {
            return foreign_form_page(*context, kept_text(context->form_));
        }
        if (auto denied = deny(*context, route)) return std::move(*denied);
        const auto token = context->form_.get(templates::csrf_field_name);
        context->nonce_ = token.substr(0, token.find('.'));
    }
    context->body_hash_ = body_hash(request, context->form_, context->files_);
    {
        const auto tx = app_.database.begin_read();
        if (const auto earlier = db::find_submission(*tx, context->nonce_)) {
            const auto location = with_secret(*context, earlier->location);
            if (earlier->body_hash == context->body_hash_) return redirect(location);
            return used_form_page(*context, location, kept_text(context->form_));
        }
    }
    auto result = take_step(*context, viewer, route);
    if (!result) return show_refused(*context, route, result.error());
    auto response = redirect(*result);
    for (auto& header : context->headers_)
        response.headers.push_back(header);
    return response;
}

Result<Location> Dispatcher::take_step(Context& context, base::Viewer& viewer, const Route& route) {
    if (route.upload == nullptr) return run_step(context, viewer, route, route.post);
    const auto step = route.upload(context);
    if (!step) return step.error();
    return run_step(context, viewer, route, *step);
}

// Once more inside the transaction: between the look and the leap a seat or the session may have
// ended, and a double click may have been answered. `viewer` is the one that `context` refers to.
Result<Location> Dispatcher::run_step(Context& context, base::Viewer& viewer, const Route& route,
                                      const Step& step) {
    auto tx = app_.database.begin_write({context.viewer.person, ""});
    if (const auto earlier = db::find_submission(*tx, context.nonce_)) {
        if (earlier->body_hash == context.body_hash_)
            return with_secret(context, earlier->location);
        return Error{workflows::Code::conflict,
                     words::you_have_already_sent_this_form_with_different, ""};
    }
    auto present = stand_again(context, *tx, route.action, route.subject);
    if (!present) return present.error();
    viewer = std::move(present->viewer);
    context.relations = present->relations;
    if (auto there = check_boards_present(context, *tx, route.address); !there)
        return there.error();
    auto result = step(context, *tx);
    if (!result) return result;
    db::insert_submission(*tx, context.nonce_, context.body_hash_,
                          without_secret(context, *result));
    tx->commit();
    return result;
}

net::Response Dispatcher::show_refused(Context& context, const Route& route, const Error& error) {
    if (route.form_page == nullptr || error.code == workflows::Code::not_found) {
        return error_response(context, error);
    }
    auto tx = app_.database.begin_read();
    // The form is for those who still may.
    const auto present = stand_again(context, *tx, route.action, route.subject);
    if (!present) {
        tx.reset();
        return error_response(context, error);
    }
    context.relations = present->relations;
    context.error_ = error;
    auto response = run_page(context, *tx, route.form_page);
    if (response.status == 200) response.status = status_of(error.code);
    add_caching(context.viewer, response);
    return response;
}

}  // namespace server::web
