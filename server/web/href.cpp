#include "server/web/href.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/rfc/pchars.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <stdexcept>

namespace server::web {

std::string detail::fill(const Address& address, std::span<const std::string_view> values) {
    std::string path;
    auto rest = address.pattern;
    std::size_t next = 0;
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        if (next == values.size())
            throw std::logic_error("too few values for " + std::string(address.pattern));
        path += rest.substr(0, open);
        path += boost::urls::encode(values[next++], boost::urls::pchars);
        rest.remove_prefix(rest.find('}') + 1);
    }
    if (next != values.size())
        throw std::logic_error("too many values for " + std::string(address.pattern));
    path += rest;
    return path;
}

std::string with_query(
    std::string path, std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
    char mark = '?';
    for (const auto& [name, value] : fields) {
        if (value.empty()) continue;
        path += mark;
        path += name;
        path += '=';
        path += boost::urls::encode(value, boost::urls::unreserved_chars);
        mark = '&';
    }
    return path;
}

}  // namespace server::web
