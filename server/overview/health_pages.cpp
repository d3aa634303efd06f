// Is the process up; can it read its database.
#include "db/identity.hpp"
#include "server/web/page.hpp"
#include "server/overview/handlers.hpp"

namespace server::pages {

Result<Response> show_health(const Context&, db::ReadTx&) {
    auto response = text_response("ok\n", "text/plain; charset=utf-8");
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

// That there is a ReadTx says that the schema is ours and a reader is free.
Result<Response> show_readiness(const Context&, db::ReadTx& tx) {
    db::setting(tx, "county_name");
    auto response = text_response("ready\n", "text/plain; charset=utf-8");
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

}  // namespace server::pages
