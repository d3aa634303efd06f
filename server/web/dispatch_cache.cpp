// Pages that are kept: whole for visitors, without their frame for who is signed in.
#include "server/base/secrets.hpp"
#include "server/web/dispatch.hpp"
#include "server/web/page.hpp"
#include "server/web/session_cookie.hpp"

namespace server::web {

bool Dispatcher::may_keep(const Context& context, const net::Response& response) const {
    return context.cache_tags_ && context.request.target == context.request.path &&
           response.status == 200 && context.headers_.empty() &&
           app_.config.mode != base::Mode::demo;
}

PageCache::Entry Dispatcher::new_entry(const Context& context, std::string body) const {
    PageCache::Entry entry;
    entry.body = std::make_shared<const std::string>(std::move(body));
    entry.tags = *context.cache_tags_;
    // Pages say "today" and "next" by the county's day, which in summer begins at 23:00 UTC.
    const auto today = workflows::to_local(app_.clock.now(), workflows::county_zone).day;
    entry.not_after =
        workflows::to_instant(today + std::chrono::days(1), {0, 0}, workflows::county_zone).value();
    return entry;
}

void Dispatcher::keep_page(const Context& context, net::Response& response,
                           std::uint64_t changes) const {
    const bool anonymous = context.request.cookie(session_cookie).empty();
    if (!anonymous || !may_keep(context, response)) return;
    auto entry = new_entry(context, std::move(response.body));
    entry.content_type = response.content_type;
    entry.etag = "\"" + base::sha256_hex(*entry.body).substr(0, 32) + "\"";
    response = cached_response(entry, context.request);
    app_.cache->put(context.request.target, std::move(entry), changes);
}

void Dispatcher::keep_body(const Context& context, const net::Response& response,
                           std::uint64_t changes) const {
    if (!context.kept_body_ || !may_keep(context, response)) return;
    auto entry = new_entry(context, std::move(context.kept_body_->second));
    entry.frame = std::move(context.kept_body_->first);
    const auto key = body_key(context.request.target, context.relations);
    app_.cache->put(key, std::move(entry), changes);
}

// Only after the policy has allowed the action and with the relations of this moment: who lost a
// seat asks under another key.
std::optional<net::Response> Dispatcher::find_body(const Context& context) const {
    if (!context.viewer.signed_in()) return std::nullopt;
    const auto key = body_key(context.request.target, context.relations);
    const auto kept = app_.cache->entry(key, app_.clock.now());
    if (!kept) return std::nullopt;
    return kept_response(context, kept->frame, *kept->body);
}

}  // namespace server::web
