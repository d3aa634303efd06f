// A statement with a name, so that logs and tests can speak of it.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <type_traits>

namespace db {

struct Columns;  // db/described_row.hpp

/// One SQL statement in the portable subset (docs/adr/0003): named parameters `:name`; every column
/// named. Its text may be given in parts, so that statements share a condition or an order.
struct Sql {
    static constexpr std::size_t parts_max = 8;

    const char* name;
    std::array<const char*, parts_max> parts{};
    const Columns& (*columns)() = nullptr;  // of the rows that it gives; null: it gives none

    template <class... Part>
    requires(sizeof...(Part) <= parts_max && (std::is_convertible_v<Part, const char*> &&
                                              ...)) constexpr Sql(const char* statement_name,
                                                                  const Part&... part)
        : name(statement_name), parts{part...} {}
};

/// The parts in one, with the list of columns for each `{columns}`.
std::string text_of(const Sql& sql);

/// Literals made one, for a condition that holds another.
template <std::size_t... Size>
consteval auto joined_sql(const char (&... part)[Size]) {
    std::array<char, (Size + ...) - sizeof...(Size) + 1> whole{};
    std::size_t at = 0;
    const auto add = [&](const char* text, std::size_t size) {
        for (std::size_t i = 0; i + 1 < size; ++i)
            whole[at++] = text[i];
    };
    (add(part, Size), ...);
    return whole;
}

}  // namespace db
