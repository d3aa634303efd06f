// One table of names per enumeration: the text that is stored, and the words that people read.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace workflows {

/// One enumerator: `text` is stored and sent in forms and never changes once released; `words` is
/// what a page or a letter says, in the middle of a sentence.
template <class Enum>
struct Name {
    Enum value;
    std::string_view text;
    std::string_view words;
};

/// Specialised beside each enumeration, one row per enumerator, in the order of declaration.
template <class Enum>
inline constexpr auto names = nullptr;

namespace detail {

/// Whether `Value` is a declared enumerator: the compiler prints an undeclared one as a cast,
/// "(Type)7".
template <auto Value>
consteval bool is_enumerator() {
    constexpr std::string_view signature = __PRETTY_FUNCTION__;
    constexpr auto equals = signature.rfind("Value = ");
    static_assert(equals != std::string_view::npos, "this compiler spells signatures differently");
    return signature[equals + 8] != '(';
}

template <class Enum, std::size_t... Index>
consteval bool declares(std::index_sequence<Index...>) {
    return (is_enumerator<static_cast<Enum>(Index)>() && ...);
}

}  // namespace detail

/// Whether the table of `Enum` names every enumerator once, in order, with distinct texts, so that
/// storing and loading are inverse and no list of choices misses one.
template <class Enum>
consteval bool names_are_complete() {
    constexpr std::size_t count = names<Enum>.size();
    if (!detail::declares<Enum>(std::make_index_sequence<count>())) return false;
    if (detail::is_enumerator<static_cast<Enum>(count)>()) return false;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& row = names<Enum>[i];
        if (static_cast<std::size_t>(row.value) != i || row.text.empty() || row.words.empty())
            return false;
        for (std::size_t j = 0; j < i; ++j)
            if (names<Enum>[j].text == row.text) return false;
    }
    return true;
}

/// The stored text of a value.
template <class Enum>
constexpr std::string_view to_text(Enum value) {
    static_assert(names_are_complete<Enum>());
    return names<Enum>[static_cast<std::size_t>(value)].text;
}

/// The words people read.
template <class Enum>
constexpr std::string_view to_words(Enum value) {
    static_assert(names_are_complete<Enum>());
    return names<Enum>[static_cast<std::size_t>(value)].words;
}

/// The value stored as `text`; nothing when no enumerator is called so.
template <class Enum>
constexpr std::optional<Enum> from_text(std::string_view text) {
    static_assert(names_are_complete<Enum>());
    for (const auto& row : names<Enum>)
        if (row.text == text) return row.value;
    return std::nullopt;
}

}  // namespace workflows
