// From a request to a response: route, viewer, policy, transaction, handler, answer.
#pragma once

#include <cstdint>
#include <string>

#include "server/base/app.hpp"
#include "server/web/context.hpp"
#include "server/web/router.hpp"
#include "server/site/routes.hpp"

namespace server {

/// Called on worker threads, several at a time. Answers every request; what a handler throws is
/// logged with a reference and answered with 500, its transaction rolled back.
class Dispatcher {
  public:
    explicit Dispatcher(App& app);
    Response handle(const Request& request);

    /// How many bytes of multipart body the request with this head may send: nothing where nothing
    /// is uploaded or the cookie names no session, and what a form may have when the session has
    /// run out but is still on record, so that its text is given back. Worker thread.
    std::uint64_t upload_allowance(const Request& request);

  private:
    Response answer(const Request& request);
    Response answer_page(const Request& request, const Match& match);
    Response answer_form(const Request& request, const Match& match);
    Response run_page(const Context& context, db::ReadTx& tx, PageHandler handler);
    Response show_refused(Context& context, const Route& route, const Error& error);
    Result<Location> run_post(Context& context, Viewer& viewer, const Route& route);
    std::optional<Response> deny(const Context& context, const Route& route) const;
    Response error_response(const Context& context, const Error& error) const;
    Response plain_error(const Request& request, int status, const Viewer& viewer = {}) const;
    bool may_keep(const Context& context, const Response& response) const;
    PageCache::Entry new_entry(const Context& context, std::string body) const;
    void keep_page(const Context& context, Response& response, std::uint64_t changes) const;
    void keep_body(const Context& context, const Response& response, std::uint64_t changes) const;
    std::optional<Response> find_body(const Context& context) const;
    std::optional<Match> find(Verb verb, const std::string& path) const;

    App& app_;
};

int status_of(workflows::Code code);

}  // namespace server
