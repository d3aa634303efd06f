#include "server/web/context.hpp"

#include "server/base/app.hpp"
#include "server/base/secrets.hpp"
#include "server/web/session_cookie.hpp"

namespace server::web {

const std::string& Context::param(std::string_view name) const {
    const auto found = params_.find(name);
    if (found == params_.end()) throw std::logic_error("no path parameter " + std::string(name));
    return found->second;
}

std::string Context::typed(std::string_view field, std::string_view stored) const {
    return error_ ? form_.get(field) : std::string(stored);
}

std::string Context::error_for(std::string_view field) const {
    return error_ && error_->field == field ? error_->message : std::string();
}

std::string Context::form_token() const {
    if (!form_key_) {
        if (viewer.signed_in()) {
            form_key_ = viewer.csrf;
        } else {
            auto visitor = request.cookie(visitor_cookie);
            if (visitor.empty()) {
                visitor = app.ids.secret();
                add_header("Set-Cookie", std::string(visitor_cookie) + "=" + visitor +
                                             "; Path=/; Secure; HttpOnly; SameSite=Lax");
            }
            form_key_ = base::hmac_hex(app.anonymous_form_key, visitor);
        }
    }
    const auto nonce = app.ids.secret();
    return nonce + "." + base::hmac_hex(*form_key_, nonce);
}

workflows::Day Context::today(const db::ReadTx& tx) const {
    return db::county_day(tx);
}

}  // namespace server::web
