// What a handler knows: the request, who asks, how they stand to what it is about, the services.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "db/database.hpp"
#include "server/base/result.hpp"
#include "server/base/viewer.hpp"
#include "server/net/request.hpp"
#include "server/web/form.hpp"
#include "server/web/multipart.hpp"
#include "templates/layout.hpp"
#include "templates/view.hpp"
#include "workflows/core/policy.hpp"
#include "workflows/core/result.hpp"

namespace server::base {
struct App;  // server/base/app.hpp
}  // namespace server::base

namespace server::web {

/// Where a POST goes next: always answered with 303.
using Location = std::string;

/// Made by the dispatcher alone, after the policy allowed the action: a handler that holds one
/// need not ask again whether the viewer may be here.
class Context {
  public:
    base::App& app;
    const net::Request& request;
    const base::Viewer& viewer;
    workflows::Relations relations;  // to the subject of the route
    workflows::Level level() const { return workflows::reading_level(relations); }

    /// A path parameter of the route: param("meeting").
    const std::string& param(std::string_view name) const;
    const std::map<std::string, std::string, std::less<>>& params() const { return params_; }
    /// The submitted form (POST), or the one that was refused and is shown again (GET after it).
    const Form& form() const { return form_; }
    const MultipartForm* files() const { return files_ ? &*files_ : nullptr; }

    /// What a field shows: what was typed when the form came back refused, else `stored`.
    std::string typed(std::string_view field, std::string_view stored) const;
    /// The refusal to show above the form, if any.
    const std::optional<Error>& error() const { return error_; }
    /// The message for one field, or empty.
    std::string error_for(std::string_view field) const;

    /// A token for a form of this page: against cross-site posts and for one effect per form.
    std::string form_token() const;

    /// Says that anybody gets this page alike, and what it depends on ("meeting:ID", "board:HWB").
    void cache_publicly(std::vector<std::string> tags) const { cache_tags_ = std::move(tags); }
    /// Says that who is signed in gets the body of this page as everybody with the same
    /// `relations` does: it looks at nothing else of `viewer`. The frame is made anew each time.
    void cache_by_standing(std::vector<std::string> tags) const {
        cache_tags_ = std::move(tags);
        by_standing_ = true;
    }
    bool keeps_body() const { return by_standing_ && viewer.signed_in(); }
    void keep_body(templates::LayoutFacts frame, std::string body_html) const {
        kept_body_ = {std::move(frame), std::move(body_html)};
    }
    void add_header(std::string name, std::string value) const {
        headers_.emplace_back(std::move(name), std::move(value));
    }
    /// The civil day of `tx` in the county (Europe/London).
    workflows::Day today(const db::ReadTx& tx) const;

  private:
    friend class Dispatcher;
    Context(base::App& app_, const net::Request& request_, const base::Viewer& viewer_)
        : app(app_), request(request_), viewer(viewer_) {}

    std::map<std::string, std::string, std::less<>> params_;
    Form form_;
    std::optional<MultipartForm> files_;
    std::optional<Error> error_;
    std::string nonce_;
    std::string body_hash_;
    mutable std::optional<std::string> form_key_;
    mutable std::optional<std::vector<std::string>> cache_tags_;
    mutable bool by_standing_ = false;
    mutable std::optional<std::pair<templates::LayoutFacts, std::string>> kept_body_;
    mutable std::vector<std::pair<std::string, std::string>> headers_;
};

}  // namespace server::web
