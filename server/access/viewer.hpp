// Who is asking: the session behind a request's cookie.
#pragma once

#include "server/base/app.hpp"
#include "server/web/context.hpp"

namespace server {

inline constexpr const char* session_cookie = "__Host-sid";
inline constexpr const char* visitor_cookie = "__Host-pre";

/// Nobody when there is no cookie or its session has ended.
Viewer identify(App& app, db::ReadTx& tx, const Request& request);
/// A session that ended while its page lay open: there is a cookie, and no session.
bool session_expired(const Request& request, const Viewer& viewer);

/// Opens a session: inserts it and gives the Set-Cookie value. Secretariats and administrators:
/// 8 hours idle, 12 in all; others 30 days. The cookie outlives the session by a week.
std::string open_session(App& app, db::WriteTx& tx, const std::string& person);
std::string ended_session_cookie();

}  // namespace server
