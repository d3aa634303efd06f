#include "server/web/secret_paths.hpp"

namespace server::web {
namespace {

constexpr std::string_view secret_parameter = "token";
constexpr std::string_view mark = "{token}";  // no path of ours holds a brace

Location replaced(Location location, std::string_view what, std::string_view by) {
    const auto at = location.find(what);
    if (at != Location::npos) location.replace(at, what.size(), by);
    return location;
}

std::string secret_of(const Context& context) {
    const auto found = context.params().find(secret_parameter);
    return found == context.params().end() ? std::string() : found->second;
}

}  // namespace

Location without_secret(const Context& context, Location location) {
    const auto secret = secret_of(context);
    return secret.empty() ? location : replaced(std::move(location), secret, mark);
}

Location with_secret(const Context& context, Location location) {
    const auto secret = secret_of(context);
    return secret.empty() ? location : replaced(std::move(location), mark, secret);
}

}  // namespace server::web
