#include "server/web/href.hpp"

#include <stdexcept>

#include "workflows/text/percent.hpp"

namespace server::web {
namespace {

// What a segment of a path may hold as it is, and a value of a query (RFC 3986, 3.3 and 2.3).
constexpr std::string_view kept_in_path = "-._~!$&'()*+,;=:@";

}  // namespace

std::string detail::fill(const Address& address, std::span<const std::string> values) {
    std::string path;
    auto rest = address.pattern;
    std::size_t next = 0;
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        if (next == values.size())
            throw std::logic_error("too few values for " + std::string(address.pattern));
        path += rest.substr(0, open);
        path += workflows::text::percent_encode(values[next++], kept_in_path);
        rest.remove_prefix(rest.find('}') + 1);
    }
    if (next != values.size())
        throw std::logic_error("too many values for " + std::string(address.pattern));
    path += rest;
    return path;
}

std::string_view stem(const Address& address) {
    return address.pattern.substr(0, address.pattern.find('{'));
}

std::string_view ending(const Address& address) {
    const auto close = address.pattern.rfind('}');
    return close == std::string_view::npos ? std::string_view() : address.pattern.substr(close + 1);
}

}  // namespace server::web
