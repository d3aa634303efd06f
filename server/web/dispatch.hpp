// From a request to a response: route, viewer, policy, transaction, handler, answer.
#pragma once

#include <cstdint>
#include <string>

#include "server/base/app.hpp"
#include "server/web/context.hpp"
#include "server/web/page_cache.hpp"
#include "server/web/route.hpp"
#include "server/web/router.hpp"

namespace server::web {

/// Called on worker threads, several at a time. Answers every request; what a handler throws is
/// logged with a reference and answered with 500, its transaction rolled back.
class Dispatcher {
  public:
    explicit Dispatcher(base::App& app);
    net::Response handle(const net::Request& request);

    /// How many bytes of multipart body the request with this head may send: nothing where nothing
    /// is uploaded or the cookie names no session, and what a form may have when the session has
    /// run out but is still on record, so that its text is given back. Worker thread.
    std::uint64_t upload_allowance(const net::Request& request);

  private:
    net::Response answer(const net::Request& request);
    net::Response answer_page(const net::Request& request, const Match& match);
    net::Response answer_form(const net::Request& request, const Match& match);
    net::Response run_page(const Context& context, db::ReadTx& tx, PageHandler handler);
    net::Response show_refused(Context& context, const Route& route, const Error& error);
    Result<Location> take_step(Context& context, base::Viewer& viewer, const Route& route);
    Result<Location> run_step(Context& context, base::Viewer& viewer, const Route& route,
                              const Step& step);
    std::optional<net::Response> deny(const Context& context, const Route& route) const;
    net::Response error_response(const Context& context, const Error& error) const;
    net::Response plain_error(const net::Request& request, int status,
                              const base::Viewer& viewer = {}) const;
    bool may_keep(const Context& context, const net::Response& response) const;
    PageCache::Entry new_entry(const Context& context, std::string body) const;
    void keep_page(const Context& context, net::Response& response, std::uint64_t changes) const;
    void keep_body(const Context& context, const net::Response& response,
                   std::uint64_t changes) const;
    std::optional<net::Response> find_body(const Context& context) const;
    std::optional<Match> find(Verb verb, const std::string& path) const;

    base::App& app_;
};

int status_of(workflows::Code code);

}  // namespace server::web
