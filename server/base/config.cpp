#include "server/base/config.hpp"

namespace server::base {

bool Config::secure_cookies_possible() const {
    return base_url.starts_with("https://") || base_url.starts_with("http://127.0.0.1") ||
           base_url.starts_with("http://localhost") || base_url.starts_with("http://[::1]");
}

}  // namespace server::base
