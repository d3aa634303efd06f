#include "server/web/session_cookie.hpp"

namespace server::web {

bool session_expired(const net::Request& request, const base::Viewer& viewer) {
    return !viewer.signed_in() && !request.cookie(session_cookie).empty();
}

std::string session_cookie_with(std::string_view token, std::chrono::seconds life) {
    return std::string(session_cookie) + "=" + std::string(token) +
           "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(life.count());
}

std::string ended_session_cookie() {
    return session_cookie_with("", std::chrono::seconds(0));
}

}  // namespace server::web
