// How the types of the program are kept in columns and given to parameters.
#pragma once

#include <concepts>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "db/times.hpp"
#include "workflows/core/date.hpp"
#include "workflows/core/names.hpp"
#include "workflows/core/planned_date.hpp"

namespace db {

/// What one column or parameter holds: text or a whole number.
struct Value {
    enum class Kind { text, number };
    Kind kind = Kind::text;
    std::string text = {};
    long long number = 0;
};

inline Value text_value(std::string_view text) {
    return {Value::Kind::text, std::string(text)};
}
inline Value number_value(long long number) {
    return {Value::Kind::number, {}, number};
}

/// What is stored was checked when it came in: a text that names nothing is a damaged file.
[[noreturn]] void refuse_stored(const std::string& text);

/// Per type: `kind`, `from` a stored value and `to` it, inverse to each other.
template <class T>
struct Stored;

template <class T>
concept Storable = requires {
    Stored<T>::kind;
};

template <>
struct Stored<std::string> {
    static constexpr auto kind = Value::Kind::text;
    static const std::string& from(const Value& value) { return value.text; }
    static Value to(std::string_view text) { return text_value(text); }
};

template <std::integral T>
struct Stored<T> {
    static constexpr auto kind = Value::Kind::number;
    static T from(const Value& value) {
        if constexpr (std::same_as<T, bool>)
            return value.number != 0;
        else
            return static_cast<T>(value.number);
    }
    static Value to(T number) { return number_value(static_cast<long long>(number)); }
};

/// An enumeration by the text of its table of names.
template <class Enum>
requires std::is_enum_v<Enum>
struct Stored<Enum> {
    static constexpr auto kind = Value::Kind::text;
    static Enum from(const Value& value) {
        const auto found = workflows::from_text<Enum>(value.text);
        if (!found) refuse_stored(value.text);
        return *found;
    }
    static Value to(Enum value) { return text_value(workflows::to_text(value)); }
};

template <>
struct Stored<workflows::Day> {
    static constexpr auto kind = Value::Kind::text;
    static workflows::Day from(const Value& value);
    static Value to(workflows::Day day) { return text_value(workflows::iso(day)); }
};

template <>
struct Stored<workflows::PlannedDate> {
    static constexpr auto kind = Value::Kind::text;
    static workflows::PlannedDate from(const Value& value);
    static Value to(const workflows::PlannedDate& date) { return text_value(date.key()); }
};

template <>
struct Stored<workflows::Instant> {
    static constexpr auto kind = Value::Kind::number;
    static workflows::Instant from(const Value& value) { return instant(value.number); }
    static Value to(workflows::Instant at) { return number_value(seconds(at)); }
};

/// Nothing is kept as '' or 0.
template <Storable T>
struct Stored<std::optional<T>> {
    static constexpr auto kind = Stored<T>::kind;
    static std::optional<T> from(const Value& value) {
        if (kind == Value::Kind::text ? value.text.empty() : value.number == 0) return std::nullopt;
        return Stored<T>::from(value);
    }
    static Value to(const std::optional<T>& value) {
        return value ? Stored<T>::to(*value) : Value{kind, {}, 0};
    }
};

}  // namespace db
