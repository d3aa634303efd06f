// Runs a named statement with its arguments by name; keeps it prepared per session.
#pragma once

#include <concepts>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "db/described_row.hpp"
#include "db/session.hpp"
#include "db/sql.hpp"

namespace db {

/// A statement that gives rows of that type: a struct that Boost.Describe knows, a pair or an
/// array, or a single value. Its columns are in the order of the fields and called like them (a
/// test prepares each and compares); `{columns}` writes them (db/described_row.hpp).
template <class Row>
struct Query : Sql {
    template <class... Part>
    constexpr Query(const char* statement_name, const Part&... part)
        : Sql(statement_name, part...) {
        columns = &columns_of<Row>;
    }
};

/// What a parameter takes. Text must be UTF-8 without NUL: binding throws std::invalid_argument.
struct Argument {
    std::string_view name;
    Value value;

    Argument(std::string_view parameter, Value given) : name(parameter), value(std::move(given)) {}
    template <class T>
    Argument(std::string_view parameter, const T& given) : name(parameter), value(kept(given)) {}

  private:
    template <class T>
    static Value kept(const T& given) {
        if constexpr (std::is_convertible_v<const T&, std::string_view>)
            return text_value(given);
        else
            return Stored<T>::to(given);
    }
};

/// By name and in any order. Each parameter of the statement has one, and each that is named in
/// braces has a parameter: binding throws std::logic_error.
struct Arguments {
    std::vector<Argument> list;
    std::size_t named = 0;  // so many at the front must be used

    Arguments() = default;
    Arguments(std::initializer_list<Argument> arguments)
        : list(arguments), named(arguments.size()) {}
    Arguments& add(const Arguments& more) {
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(named), more.list.begin(),
                    more.list.end());
        named += more.named;
        return *this;
    }
    template <class T>
    Arguments& add(std::string_view name, const T& value) {
        list.emplace(list.begin() + static_cast<std::ptrdiff_t>(named++), name, value);
        return *this;
    }
};

/// Every field of a row under the name of its column, for those parameters that want one; what
/// stands beside it comes first.
template <class Row>
Arguments fields_of(const Row& row, Arguments beside = {}) {
    const auto& columns = columns_of<Row>().list;
    beside.list.reserve(beside.list.size() + columns.size());
    std::size_t number = 0;
    detail::for_each_column(row, number, [&](const auto& field, std::size_t at) {
        beside.list.emplace_back(columns[at].parameter(), field);
    });
    return beside;
}

/// The rows of a running statement, one after the other. Gives the statement back when it is
/// destroyed; when an exception passes, the statement is thrown away: one that is still at a row
/// would keep the snapshot of its session, and whatever that session read afterwards would be of
/// that moment.
class Cursor {
  public:
    Cursor(Session& session, const Sql& sql, const Arguments& arguments);
    ~Cursor();
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;

    /// To the first or next row; false after the last.
    bool next();
    /// One for each column; of the row that next() came to.
    const std::vector<Value>& cells() const;
    /// Runs a statement that gives no rows; the number of rows it changed.
    long long change();

  private:
    struct Prepared;

    Session& session_;
    const Sql& sql_;
    int exceptions_;
    std::unique_ptr<PreparedBase> own_;
    Prepared* prepared_ = nullptr;
    bool executed_ = false;
};

/// Runs a statement that gives no rows; the number of rows it changed.
long long run(Session& session, const Sql& sql, const Arguments& arguments = {});

/// Hands every row to `act(Row)`.
template <class Row, class Do>
void each(Session& session, const Query<Row>& query, const Arguments& arguments, const Do& act) {
    Cursor cursor(session, query, arguments);
    while (cursor.next())
        act(read_row<Row>(cursor.cells()));
}

template <class Row>
std::vector<Row> select(Session& session, const Query<Row>& query,
                        const Arguments& arguments = {}) {
    std::vector<Row> rows;
    Cursor cursor(session, query, arguments);
    while (cursor.next())
        rows.push_back(read_row<Row>(cursor.cells()));
    return rows;
}

/// The one row of a query by key; nothing without it.
template <class Row>
std::optional<Row> select_one(Session& session, const Query<Row>& query,
                              const Arguments& arguments = {}) {
    std::optional<Row> row;
    Cursor cursor(session, query, arguments);
    while (cursor.next())
        if (!row) row = read_row<Row>(cursor.cells());
    return row;
}

/// The single row of a query such as a count; Row{} without one.
template <class Row>
Row value(Session& session, const Query<Row>& query, const Arguments& arguments = {}) {
    auto row = select_one(session, query, arguments);
    return row ? *std::move(row) : Row{};
}

}  // namespace db
