// Is the process up; can it read its database.
#include "db/identity.hpp"
#include "server/overview/handlers.hpp"
#include "server/web/page.hpp"

namespace server::overview {

Result<net::Response> show_health(const web::Context&, db::ReadTx&) {
    auto response = web::text_response("ok\n", "text/plain; charset=utf-8");
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

// That there is a ReadTx says that the schema is ours and a reader is free.
Result<net::Response> show_readiness(const web::Context&, db::ReadTx& tx) {
    db::setting(tx, "county_name");
    auto response = web::text_response("ready\n", "text/plain; charset=utf-8");
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

}  // namespace server::overview
