// What all transition tables share: finding a row, proving a table sound, printing and drawing it.
//
// A table is a constexpr array of rows; each row is one legal move and everything else is refused.
// A row type has the members `from` (std::optional: nothing for the move that creates the thing),
// `event` and `to`, and the nested types `State` and `Event`; its other columns are its own.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/core/names.hpp"

namespace workflows {

/// The legal move from `from` by `event`, or nullptr. `from` may be std::nullopt.
template <class Row>
constexpr const Row* find_step(std::span<const Row> rows, std::optional<typename Row::State> from,
                               typename Row::Event event) {
    for (const Row& row : rows)
        if (row.from == from && row.event == event) return &row;
    return nullptr;
}

/// At most one row for each pair of state and event.
template <class Row>
constexpr bool is_deterministic(std::span<const Row> rows) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (rows[i].from == rows[j].from && rows[i].event == rows[j].event) return false;
    return true;
}

/// The states that some sequence of moves leads to from `start` (std::nullopt: from the creation),
/// `start` itself included, indexed by enumerator.
template <class Row>
constexpr auto reachable_states(std::span<const Row> rows,
                                std::optional<typename Row::State> start) {
    std::array<bool, names<typename Row::State>.size()> reached{};
    if (start) reached[static_cast<std::size_t>(*start)] = true;
    for (std::size_t round = 0; round <= reached.size(); ++round)
        for (const Row& row : rows) {
            const bool open = row.from ? reached[static_cast<std::size_t>(*row.from)] : !start;
            if (open) reached[static_cast<std::size_t>(row.to)] = true;
        }
    return reached;
}

/// Every state can be reached from the creation.
template <class Row>
constexpr bool is_connected(std::span<const Row> rows) {
    for (const bool reached : reachable_states<Row>(rows, std::nullopt))
        if (!reached) return false;
    return true;
}

/// A state has a way out exactly when it is not in `finals`.
template <class Row>
constexpr bool has_exits(std::span<const Row> rows, std::span<const typename Row::State> finals) {
    for (const auto& name : names<typename Row::State>) {
        bool is_final = false;
        for (const auto state : finals)
            is_final = is_final || state == name.value;
        bool leaves = false;
        for (const Row& row : rows)
            leaves = leaves || (row.from == name.value);
        if (leaves == is_final) return false;
    }
    return true;
}

/// Every event is used by some row.
template <class Row>
constexpr bool uses_every_event(std::span<const Row> rows) {
    for (const auto& name : names<typename Row::Event>) {
        bool used = false;
        for (const Row& row : rows)
            used = used || row.event == name.value;
        if (!used) return false;
    }
    return true;
}

/// All of the above; each table states it in a static_assert.
template <class Row>
constexpr bool is_sound(std::span<const Row> rows, std::span<const typename Row::State> finals) {
    return is_deterministic<Row>(rows) && is_connected<Row>(rows) && has_exits<Row>(rows, finals) &&
           uses_every_event<Row>(rows);
}

/// Whether `event` can still happen later to a thing that is in `state` now.
template <class Row>
constexpr bool may_come(std::span<const Row> rows, typename Row::State state,
                        typename Row::Event event) {
    const auto reached = reachable_states<Row>(rows, state);
    for (const Row& row : rows)
        if (row.event == event && row.from && reached[static_cast<std::size_t>(*row.from)])
            return true;
    return false;
}

/// A Markdown table: one header row, then the rows. Cells hold no line breaks; bars are escaped.
std::string markdown_table(const std::vector<std::string>& header,
                           const std::vector<std::vector<std::string>>& rows);

/// One arrow of a drawing; `from` is empty for the move that creates the thing.
struct Arrow {
    std::string from;
    std::string label;
    std::string to;
};

/// A directed graph in the dot language; several events between two states share one arrow.
std::string dot_graph(std::string_view name, const std::vector<Arrow>& arrows);

/// The drawing of a table.
template <class Row>
std::string to_dot(std::string_view name, std::span<const Row> rows) {
    std::vector<Arrow> arrows;
    for (const Row& row : rows)
        arrows.push_back({row.from ? std::string(to_words(*row.from)) : std::string(),
                          std::string(to_words(row.event)), std::string(to_words(row.to))});
    return dot_graph(name, arrows);
}

/// The table for people. `cells` gives the columns after state, step and new state.
template <class Row, class Cells>
std::string to_markdown(std::span<const Row> rows, std::vector<std::string> more_headers,
                        Cells cells) {
    std::vector<std::string> header{"State", "Step", "New state"};
    header.insert(header.end(), more_headers.begin(), more_headers.end());
    std::vector<std::vector<std::string>> lines;
    for (const Row& row : rows) {
        lines.push_back({row.from ? std::string(to_words(*row.from)) : "(new)",
                         std::string(to_words(row.event)), std::string(to_words(row.to))});
        for (std::string& cell : cells(row))
            lines.back().push_back(std::move(cell));
    }
    return markdown_table(header, lines);
}

}  // namespace workflows
