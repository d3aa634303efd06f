// The one way in which a step of any case is decided, and the one order of the questions: relation,
// step, capacity, comment, guard.
//
// A kind of case brings what is its own: `anyone`, the Who that all related persons are;
// capacity_of(facts, who), in which capacity this person is one of those, if at all;
// not_theirs(who, event) and no_such_step(event, steps), the two refusals in its words; and
// check_comment(command, step).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "workflows/casework/step.hpp"
#include "workflows/core/machine.hpp"

namespace workflows::casework {

/// The row that applies, which lives as long as its table, and what the person acts as.
template <class Case>
struct Decision {
    const Step<Case>* step = nullptr;
    typename Case::Capacity capacity = {};
};

template <class Case>
using Steps = std::type_identity_t<std::span<const Step<Case>>>;

/// Code::forbidden (not this person's to do), Code::refused (no such step from this state), and
/// what the case's own check of the comment and the guard of the row say.
template <class Case>
Result<Decision<Case>> decide(const Case& now, const typename Case::Command& command,
                              const typename Case::Facts& facts, Steps<Case> steps) {
    // A stranger learns nothing of the state.
    if (!Case::capacity_of(facts, Case::anyone))
        return Case::not_theirs(Case::anyone, command.event);
    const auto* step = find_step<Step<Case>>(steps, now.state, command.event);
    if (step == nullptr) return now.no_such_step(command.event, steps);
    const auto capacity = Case::capacity_of(facts, step->who);
    if (!capacity) return Case::not_theirs(step->who, command.event);
    if (auto checked = Case::check_comment(command, *step); !checked) return checked.error();
    if (step->guard.holds != nullptr)
        if (auto held = step->guard.holds(now, command, facts); !held) return held.error();
    return Decision<Case>{step, *capacity};
}

/// The rows to offer this person as buttons, in the order of the table.
template <class Case>
std::vector<const Step<Case>*> available_steps(const Case& now, const typename Case::Facts& facts,
                                               Steps<Case> steps) {
    std::vector<const Step<Case>*> offered;
    for (const Step<Case>& step : steps) {
        if (step.from != now.state || !Case::capacity_of(facts, step.who)) continue;
        typename Case::Command command;
        command.event = step.event;
        const bool asked_now = step.guard.holds != nullptr && step.guard.when == When::on_click;
        if (!asked_now || step.guard.holds(now, command, facts)) offered.push_back(&step);
    }
    return offered;
}

template <class Case>
std::vector<typename Case::Event> available_events(const Case& now,
                                                   const typename Case::Facts& facts,
                                                   Steps<Case> steps) {
    std::vector<typename Case::Event> events;
    for (const auto* step : available_steps(now, facts, steps))
        events.push_back(step->event);
    return events;
}

/// Code::invalid, field "comment": missing where `rule` requires it, or longer than it may be.
Result<void> check_comment(std::string_view comment, CommentRule rule, std::string_view missing,
                           std::size_t characters_max);

}  // namespace workflows::casework
