// Rows as structs that Boost.Describe knows: from the one list of fields come the columns of the
// SELECT, what reads them, and the arguments of an INSERT or UPDATE.
#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "db/stored.hpp"

namespace db {

/// Where a field is not the column of its own name: another column, or an expression.
struct From {
    std::string_view field;
    std::string_view source;
};

/// Specialised beside a described struct.
template <class Row>
inline constexpr std::array<From, 0> columns_from{};

struct Column {
    std::string part;    // field of the outermost struct that holds it
    std::string field;   // its own
    std::string source;  // column or expression
    Value::Kind kind = Value::Kind::text;
    /// What a parameter for it is called: the column, or the field when it is an expression.
    const std::string& parameter() const;
};

/// In the order of the fields. A field that is a described struct stands for its own.
struct Columns {
    std::vector<Column> list;
};

/// `{columns}` for all columns, `{a.columns}` for those of the table `a`, `{a.field}` for those of
/// a field that is a struct. Throws std::logic_error at anything else in braces.
std::string with_columns(const std::string& text, const Columns& columns);

namespace detail {

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;

template <class Row>
using Fields = boost::describe::describe_members<Row, boost::describe::mod_public>;

template <class Row>
std::string_view source_of(std::string_view field) {
    for (const From& from : columns_from<Row>)
        if (from.field == field) return from.source;
    return field;
}

template <class Row>
void add_columns(std::vector<Column>& list, std::string_view part = {}) {
    boost::mp11::mp_for_each<Fields<Row>>([&](auto field) {
        using T = std::remove_cvref_t<decltype(std::declval<Row&>().*field.pointer)>;
        const std::string_view name = field.name;
        const auto outer = part.empty() ? name : part;
        if constexpr (Described<T>)
            add_columns<T>(list, outer);
        else
            list.push_back({std::string(outer), std::string(name),
                            std::string(source_of<Row>(name)), Stored<T>::kind});
    });
}

/// Each field that is a column, with its number.
template <class Row, class Do>
void for_each_column(Row& row, std::size_t& number, const Do& act) {
    boost::mp11::mp_for_each<Fields<std::remove_const_t<Row>>>([&](auto field) {
        auto& value = row.*field.pointer;
        if constexpr (Described<std::remove_cvref_t<decltype(value)>>)
            for_each_column(value, number, act);
        else
            act(value, number++);
    });
}

/// A pair or an array: a few columns by their place.
template <class T>
concept Positional = requires {
    std::tuple_size<T>::value;
};

template <class Row, class Do>
void for_each_place(Row& row, const Do& act) {
    std::size_t number = 0;
    std::apply([&](auto&... value) { (act(value, number++), ...); }, row);
}

}  // namespace detail

/// Of a described struct, of a pair or an array, or the one column of a single value.
template <class Row>
const Columns& columns_of() {
    static const Columns columns = [] {
        Columns all;
        if constexpr (detail::Described<Row>)
            detail::add_columns<Row>(all.list);
        else if constexpr (detail::Positional<Row>)
            std::apply(
                [&](const auto&... value) {
                    (all.list.push_back(
                         {"", "", "", Stored<std::remove_cvref_t<decltype(value)>>::kind}),
                     ...);
                },
                Row{});
        else
            all.list.push_back({"", "", "", Stored<Row>::kind});
        return all;
    }();
    return columns;
}

/// `cells` are as many as there are columns.
template <class Row>
Row read_row(const std::vector<Value>& cells) {
    Row row{};
    const auto take = [&](auto& field, std::size_t at) {
        field = Stored<std::remove_cvref_t<decltype(field)>>::from(cells[at]);
    };
    std::size_t number = 0;
    if constexpr (detail::Described<Row>)
        detail::for_each_column(row, number, take);
    else if constexpr (detail::Positional<Row>)
        detail::for_each_place(row, take);
    else
        take(row, number);
    return row;
}

}  // namespace db
