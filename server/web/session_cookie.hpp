// The cookies by which a browser is known again: of who signed in, and of a visitor with a form.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "server/base/viewer.hpp"
#include "server/net/request.hpp"

namespace server::web {

inline constexpr const char* session_cookie = "__Host-sid";
inline constexpr const char* visitor_cookie = "__Host-pre";

/// A session that ended while its page lay open: there is a cookie, and no session.
bool session_expired(const net::Request& request, const base::Viewer& viewer);
std::string ended_session_cookie();
/// The Set-Cookie value of a session; an empty token ends it.
std::string session_cookie_with(std::string_view token, std::chrono::seconds life);

}  // namespace server::web
