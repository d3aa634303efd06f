// Addresses of our own pages, made from the patterns of the route table.
#pragma once

#include <array>
#include <initializer_list>
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
std::string fill(const Address& address, std::span<const std::string_view> values);
}

/// The path of one page: the parameters of the pattern in their order, percent-coded. Throws
/// std::logic_error when there are more or fewer values than parameters.
template <class... Values>
std::string href(const Address& address, const Values&... values) {
    const std::array<std::string_view, sizeof...(Values)> texts{std::string_view(values)...};
    return detail::fill(address, texts);
}

/// `path` with a query of the fields that are not empty, percent-coded.
std::string with_query(std::string path,
                       std::initializer_list<std::pair<std::string_view, std::string_view>> fields);

}  // namespace server::web
