// Looks up fields, cookies and query values of a request.
#include "server/net/request.hpp"

#include <algorithm>

namespace server::net {

const std::string* NameValues::find(std::string_view name) const {
    const auto found =
        std::ranges::find_if(pairs_, [name](const Pair& pair) { return pair.first == name; });
    return found == pairs_.end() ? nullptr : &found->second;
}

std::size_t NameValues::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(pairs_, [name](const Pair& pair) { return pair.first == name; }));
}

std::string Request::header(std::string_view name) const {
    const std::string* value = headers.find(name);
    return value == nullptr ? std::string() : *value;
}

std::string Request::query_value(std::string_view name) const {
    const std::string* value = query.find(name);
    return value == nullptr ? std::string() : *value;
}

// RFC 6265, 5.4: one field, "a=1; b=2". HTTP/2 proxies may split it, so all are searched.
std::string Request::cookie(std::string_view name) const {
    for (const auto& [field, line] : headers) {
        if (field != "cookie") continue;
        std::string_view rest = line;
        while (!rest.empty()) {
            const std::size_t end = rest.find(';');
            std::string_view one = rest.substr(0, end);
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
            one.remove_prefix(std::min(one.find_first_not_of(" \t"), one.size()));
            if (one.size() > name.size() && one[name.size()] == '=' && one.starts_with(name))
                return std::string(one.substr(name.size() + 1));
        }
    }
    return {};
}

}  // namespace server::net
