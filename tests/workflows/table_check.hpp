// Holds a transition table against an expectation written by hand: every pair of state and event,
// every actor, every required text, every guard.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/core/machine.hpp"
#include "workflows/core/result.hpp"

namespace table_check {

/// One line of the expectation: from, event, to, who, told, text (required or -), guard (or -).
struct Expected {
    std::string from, event, to, who, told, text, guard;
};

inline std::vector<Expected> parse(const std::string& table) {
    std::vector<Expected> rows;
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        Expected row;
        if (words >> row.from >> row.event >> row.to >> row.who >> row.told >> row.text >>
            row.guard)
            rows.push_back(row);
    }
    return rows;
}

/// What one decision came to: `code` where it was refused, else the rest.
struct Outcome {
    std::optional<workflows::Code> code = {};
    std::string message = {};
    std::string field = {};
    std::string to = {};
    std::string told = {};
    bool on_behalf = false;
};

/// How one decision is tried. `broken` names the guard whose facts are made adverse; "all" makes
/// all of them adverse; empty: every guard is met.
struct Trial {
    std::string actor;
    bool comment = true;
    std::string broken = {};
};

template <class Row>
class Check {
  public:
    using State = typename Row::State;
    using Event = typename Row::Event;
    using Run = std::function<Outcome(std::span<const Row>, State, Event, const Trial&)>;

    Check(const std::string& table, std::vector<std::string> actors, Run run)
        : expected_(parse(table)), actors_(std::move(actors)), run_(std::move(run)) {}

    const std::vector<Expected>& expected() const { return expected_; }

    /// What `rows` do otherwise than expected; empty when nothing.
    std::vector<std::string> differences(std::span<const Row> rows) const {
        std::vector<std::string> found;
        for (const auto& state : workflows::names<State>)
            for (const auto& event : workflows::names<Event>)
                check_pair(rows, state.value, event.value, found);
        return found;
    }

    /// The same for one pair, which is all that a mistake in one row can touch.
    std::vector<std::string> differences_at(std::span<const Row> rows, State state,
                                            Event event) const {
        std::vector<std::string> found;
        check_pair(rows, state, event, found);
        return found;
    }

    /// Copies of the real table, each with one mistake, that the expectation fails to notice.
    std::vector<std::string> unnoticed(std::span<const Row> rows,
                                       const std::vector<std::function<bool(Row&)>>& mistakes) {
        std::vector<std::string> missed;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!rows[i].from) continue;  // creation is decided by check_new()
            std::vector<Row> copy(rows.begin(), rows.end());
            copy.erase(copy.begin() + static_cast<std::ptrdiff_t>(i));
            note(copy, "removed", rows[i], missed);
            for (std::size_t m = 0; m < mistakes.size(); ++m) {
                copy.assign(rows.begin(), rows.end());
                if (mistakes[m](copy[i]))
                    note(copy, "mistake " + std::to_string(m), rows[i], missed);
            }
        }
        return missed;
    }

    std::size_t copies() const { return copies_; }

  private:
    const Expected* find(std::string_view state, std::string_view event) const {
        for (const Expected& row : expected_)
            if (row.from == state && row.event == event) return &row;
        return nullptr;
    }

    void check_pair(std::span<const Row> rows, State state, Event event,
                    std::vector<std::string>& found) const {
        const std::string from(workflows::to_text(state));
        const std::string by(workflows::to_text(event));
        const Expected* want = find(from, by);
        const auto differs = [&](const std::string& what) {
            found.push_back(from + " " + by + ": " + what);
        };
        for (const std::string& actor : actors_) {
            const Outcome got = run_(rows, state, event, {actor});
            if (const auto wrong = compare(want, actor, got); !wrong.empty())
                differs(actor + " " + wrong);
        }
        if (want != nullptr) check_conditions(rows, state, event, *want, differs);
    }

    static std::string compare(const Expected* want, const std::string& actor, const Outcome& got) {
        if (got.code && (got.message.empty() || got.message.back() != '.'))
            return "is told no sentence: " + got.message;
        if (actor == "nobody") return got.code == workflows::Code::forbidden ? "" : "not forbidden";
        if (want == nullptr)
            return got.code == workflows::Code::refused ? "" : "not refused: " + got.message;
        const std::string side = want->who.substr(0, want->who.find('_'));
        if (!is_side(actor, side))
            return got.code == workflows::Code::forbidden ? "" : "not forbidden";
        if (got.code) return "refused: " + got.message;
        if (got.to != want->to) return "leads to " + got.to;
        if (got.told != want->told) return "tells " + got.told;
        const bool for_chair = actor.find("_secretariat") != std::string::npos &&
                               want->who.find("_secretariat") == std::string::npos;
        return got.on_behalf == for_chair ? "" : "acts in the wrong name";
    }

    template <class Differs>
    void check_conditions(std::span<const Row> rows, State state, Event event, const Expected& want,
                          const Differs& differs) const {
        const std::string& actor = able(want);
        const Outcome mute = run_(rows, state, event, {actor, false});
        const bool needs = mute.code == workflows::Code::invalid && mute.field == "comment";
        if (needs != (want.text == "required")) differs("text required or not");
        const bool guarded = want.guard != "-";
        const Outcome adverse =
            run_(rows, state, event, {actor, true, guarded ? want.guard : std::string("all")});
        if (adverse.code.has_value() != guarded) differs("guard: " + adverse.message);
        if (guarded && adverse.code == workflows::Code::forbidden) differs("guard forbids");
    }

    // "either" is everybody with a relation, "boards" all of them but the program.
    static bool is_side(const std::string& actor, const std::string& side) {
        if (side == "boards") return actor != "service";
        return side == "either" || actor.substr(0, side.size()) == side;
    }

    const std::string& able(const Expected& want) const {
        const std::string side = want.who.substr(0, want.who.find('_'));
        for (const std::string& actor : actors_)
            if (is_side(actor, side)) return actor;
        return actors_.front();
    }

    void note(const std::vector<Row>& copy, const std::string& what, const Row& row,
              std::vector<std::string>& missed) {
        ++copies_;
        if (differences_at(copy, *row.from, row.event).empty())
            missed.push_back(std::string(workflows::to_text(*row.from)) + " " +
                             std::string(workflows::to_text(row.event)) + " " + what);
    }

    std::vector<Expected> expected_;
    std::vector<std::string> actors_;
    Run run_;
    std::size_t copies_ = 0;
};

}  // namespace table_check
