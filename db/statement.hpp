// Runs a named statement with typed arguments and typed columns; keeps it prepared per session.
#pragma once

#include <soci/soci.h>

#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <utility>

#include "db/session.hpp"
#include "db/sql.hpp"

namespace db {
namespace detail {

template <class T>
auto stored(const T& value) {
    if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return std::string(std::string_view(value));
    } else if constexpr (std::is_same_v<T, bool>) {
        return value ? 1 : 0;
    } else if constexpr (std::is_integral_v<T> && sizeof(T) > sizeof(int)) {
        return static_cast<long long>(value);
    } else {
        static_assert(std::is_integral_v<T>, "bind text, bool or an integer");
        return static_cast<int>(value);
    }
}

template <class Columns, class Arguments>
struct Prepared;

// SOCI binds addresses, so arguments and columns live beside their statement.
template <class... C, class... A>
struct Prepared<std::tuple<C...>, std::tuple<A...>> : PreparedBase {
    std::tuple<C...> columns;
    std::tuple<A...> arguments;
    soci::statement statement;

    Prepared(Session& session, const Sql& sql) : statement(session.soci()) {
        std::apply([this](auto&... a) { (statement.exchange(soci::use(a)), ...); }, arguments);
        std::apply([this](auto&... c) { (statement.exchange(soci::into(c)), ...); }, columns);
        statement.alloc();
        statement.prepare(sql.text);
        statement.define_and_bind();
    }
};

// Gives the statement back when its last row was read. When an exception passes it is thrown away:
// one that is still at a row would keep the snapshot of its session, and whatever that session read
// afterwards would be of that moment.
template <class P>
class Lease {
  public:
    Lease(Session& session, const Sql& sql)
        : session_(session), key_{&sql, typeid(P)}, exceptions_(std::uncaught_exceptions()) {
        auto& slot = session.prepared()[key_];
        if (slot && slot->in_use) {  // the same statement while its rows are read: a second one
            own_ = std::make_unique<P>(session, sql);
            prepared_ = own_.get();
            return;
        }
        if (!slot) slot = std::make_unique<P>(session, sql);
        prepared_ = static_cast<P*>(slot.get());
        prepared_->in_use = true;
    }
    ~Lease() {
        if (own_) return;
        prepared_->in_use = false;
        if (std::uncaught_exceptions() > exceptions_) session_.prepared().erase(key_);
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    P* operator->() { return prepared_; }

  private:
    Session& session_;
    Session::PreparedKey key_;
    int exceptions_;
    std::unique_ptr<P> own_;
    P* prepared_ = nullptr;
};

}  // namespace detail

/// Hands every row to `row(const C&...)`. Columns are std::string, int or long long.
template <class... C, class Row, class... A>
void each(Session& session, const Sql& sql, Row row, const A&... arguments) {
    using P =
        detail::Prepared<std::tuple<C...>, std::tuple<decltype(detail::stored(arguments))...>>;
    detail::Lease<P> prepared(session, sql);
    prepared->arguments = std::make_tuple(detail::stored(arguments)...);
    prepared->statement.execute(false);
    while (prepared->statement.fetch())
        std::apply(row, std::as_const(prepared->columns));
}

/// Runs a statement that gives no rows; the number of rows it changed.
template <class... A>
long long run(Session& session, const Sql& sql, const A&... arguments) {
    using P = detail::Prepared<std::tuple<>, std::tuple<decltype(detail::stored(arguments))...>>;
    detail::Lease<P> prepared(session, sql);
    prepared->arguments = std::make_tuple(detail::stored(arguments)...);
    prepared->statement.execute(true);
    return prepared->statement.get_affected_rows();
}

/// The single value of a query such as a count; T{} without a row.
template <class T, class... A>
T value(Session& session, const Sql& sql, const A&... arguments) {
    T result{};
    each<T>(
        session, sql, [&](const T& column) { result = column; }, arguments...);
    return result;
}

}  // namespace db
