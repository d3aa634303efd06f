// One legal move of a case. Each kind of case has a table of these, and what stands in no row is
// refused.
//
// A kind of case is a struct with a member `state` and the types State, Event, Command (with a
// member `event`), Facts, Who, Told, Then and Capacity; decide.hpp says what else it brings.
#pragma once

#include <optional>
#include <string_view>

#include "workflows/core/names.hpp"
#include "workflows/core/result.hpp"

namespace workflows {

/// Whether the text box of a step must be filled in.
enum class CommentRule { optional, required };

}  // namespace workflows

namespace workflows::casework {

/// What a kind of case has no column for.
struct Nothing {};

/// on_click: a guard that needs nothing of the form, so that its button is hidden while it fails.
enum class When { on_click, on_form };

template <class Case>
struct Step {
    using State = typename Case::State;
    using Event = typename Case::Event;
    using Told = typename Case::Told;
    using Then = typename Case::Then;
    using When = casework::When;
    /// A condition that state and person do not show; `name` is printed in the table.
    struct Guard {
        std::string_view name = {};
        When when = When::on_form;
        Result<void> (*holds)(const Case&, const typename Case::Command&,
                              const typename Case::Facts&) = nullptr;
    };

    std::optional<State> from;  // nothing for the move that creates the case
    Event event;
    State to;
    typename Case::Who who;
    Told told;
    std::string_view letter;  // name of its template; empty where none goes out
    CommentRule comment;
    Guard guard;
    Then then;
};

}  // namespace workflows::casework
