// Who is asking: the session behind a request's cookie.
#pragma once

#include "server/base/app.hpp"
#include "server/web/context.hpp"

namespace server::access {

/// Nobody when there is no cookie or its session has ended.
base::Viewer identify(base::App& app, db::ReadTx& tx, const net::Request& request);

/// Opens a session: inserts it and gives the Set-Cookie value. Secretariats and administrators:
/// 8 hours idle, 12 in all; others 30 days. The cookie outlives the session by a week.
std::string open_session(base::App& app, db::WriteTx& tx, const std::string& person);

}  // namespace server::access
