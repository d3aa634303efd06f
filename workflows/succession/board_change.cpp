#include "workflows/succession/board_change.hpp"

#include <algorithm>

#include "workflows/core/machine.hpp"
#include "workflows/succession/words.hpp"

namespace workflows {
namespace {

using S = ChangeState;
using E = ChangeEvent;

Result<void> day_has_come(const BoardChange& change, Day today) {
    if (change.on <= today) return {};
    return refused(succession::words::not_yet(long_date(change.on)));
}

Result<void> day_is_to_come(const BoardChange& change, Day today) {
    if (change.on > today) return {};
    return refused(succession::words::taken_effect(long_date(change.on)));
}

constexpr ChangeStep::Guard always{};
constexpr ChangeStep::Guard has_come{"the date has been reached", day_has_come};
constexpr ChangeStep::Guard is_to_come{"the date is in the future", day_is_to_come};

// clang-format off
constexpr auto steps = std::to_array<ChangeStep>({
  { std::nullopt, E::propose,   S::proposed, always     },
  { S::proposed,  E::record,    S::planned,  always     },
  { S::proposed,  E::discard,   S::undone,   always     },
  { S::planned,   E::carry_out, S::done,     has_come   },
  { S::planned,   E::undo,      S::undone,   is_to_come },
});
// clang-format on

constexpr auto finals = std::to_array<S>({S::done, S::undone});
static_assert(is_sound<ChangeStep>(steps, finals));

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

}  // namespace

std::span<const ChangeStep> change_steps() {
    return steps;
}

Result<ChangeState> decide(const BoardChange& change, ChangeEvent event, Day today) {
    const auto* step = find_step<ChangeStep>(steps, change.state, event);
    if (step == nullptr) return refused(succession::words::no_such_step(to_words(change.state)));
    if (step->guard.holds != nullptr)
        if (auto held = step->guard.holds(change, today); !held) return held.error();
    return step->to;
}

Result<void> check_slug(std::string_view slug) {
    const bool plain = std::ranges::all_of(slug, is_plain) && !slug.starts_with('-') &&
                       !slug.ends_with('-') && slug.find("--") == std::string_view::npos;
    if (plain && slug.size() >= 2 && slug.size() <= slug_characters_max) return {};
    return invalid("slug", succession::words::enter_slug);
}

}  // namespace workflows
