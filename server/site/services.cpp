// Everything that the rooms bring, as App takes it.
#include "server/access/session_activity.hpp"
#include "server/access/signed_in_viewer.hpp"
#include "server/letters/reminder_watch.hpp"
#include "server/site/site.hpp"
#include "server/web/page_cache.hpp"

namespace server::site {

base::Services services(std::span<const web::Route> demo_routes) {
    const auto cache = std::make_shared<web::PageCache>();
    return {.site = std::make_shared<const web::Site>(web::Site{.routes = routes(),
                                                                .demo_routes = demo_routes,
                                                                .subjects = subjects(),
                                                                .boards_present = boards_present(),
                                                                .links = links(),
                                                                .deadlines = deadlines(),
                                                                .followers = followers(),
                                                                .identify = access::identify}),
            .cache = cache,
            .activity = std::make_shared<access::SessionActivity>(),
            .reminder_watch = std::make_shared<letters::ReminderWatch>(),
            .committed = [cache](const auto& tags) { cache->forget(tags); }};
}

}  // namespace server::site
