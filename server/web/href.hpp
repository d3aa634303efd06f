// Addresses of our own pages, made from the patterns of the route table.
#pragma once

#include <array>
#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace server::web {

/// The address of one kind of page: its pattern as the route table has it, "/meetings/{meeting}".
struct Address {
    std::string_view pattern;
};

namespace detail {
std::string fill(const Address& address, std::span<const std::string> values);

template <class Value>
std::string parameter(const Value& value) {
    if constexpr (std::integral<Value>) {
        return std::to_string(value);
    } else {
        return std::string(value);
    }
}
}  // namespace detail

/// The path of one page: the parameters of the pattern in their order, texts or numbers,
/// percent-coded. Throws std::logic_error when there are more or fewer values than parameters.
template <class... Values>
std::string href(const Address& address, const Values&... values) {
    const std::array<std::string, sizeof...(Values)> texts{detail::parameter(values)...};
    return detail::fill(address, texts);
}

/// The pattern before its first parameter, "/items/", and after its last, "/papers". Of an address
/// without parameters the whole pattern, and nothing.
std::string_view stem(const Address& address);
std::string_view ending(const Address& address);

}  // namespace server::web
