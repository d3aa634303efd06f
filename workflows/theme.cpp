#include "workflows/theme.hpp"

#include <algorithm>

#include "workflows/machine.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

using S = ThemeState;
using E = ThemeEvent;

Result<void> nobody_is_asked(const ThemeFacts& facts) {
    if (!facts.poll_open) return {};
    return refused("The boards are being asked already. Wait for the closing day.");
}

Result<void> is_complete(const ThemeFacts& facts) {
    if (auto leads = check_leads(facts.leads); !leads) return leads;
    if (text::is_blank(facts.approach))
        return invalid("approach", "Enter what the boards have agreed");
    if (text::is_blank(facts.responsibility)) return invalid("responsibility", "Enter who does it");
    if (text::is_blank(facts.reporting))
        return invalid("reporting", "Enter to whom it is reported, and when");
    return {};
}

Result<void> has_reason(const ThemeFacts& facts) {
    if (!text::is_blank(facts.comment)) return {};
    return invalid("comment", "Enter the reason");
}

constexpr ThemeStep::Guard always{};
constexpr ThemeStep::Guard not_asked{"nobody is being asked", nobody_is_asked};
constexpr ThemeStep::Guard complete{"lead, approach, responsibility and reporting", is_complete};
constexpr ThemeStep::Guard reason{"a reason", has_reason};

// clang-format off
constexpr auto steps = std::to_array<ThemeStep>({
  { std::nullopt, E::raise,  S::raised, always    },
  { S::raised,    E::ask,    S::polled, always    },
  { S::raised,    E::close,  S::closed, reason    },
  { S::polled,    E::ask,    S::polled, not_asked },
  { S::polled,    E::agree,  S::agreed, complete  },
  { S::polled,    E::close,  S::closed, reason    },
  { S::agreed,    E::ask,    S::polled, always    },
  { S::agreed,    E::close,  S::closed, reason    },
  { S::closed,    E::reopen, S::raised, reason    },
});
// clang-format on

static_assert(is_sound<ThemeStep>(steps, {}));

}  // namespace

std::span<const ThemeStep> theme_steps() {
    return steps;
}

Result<ThemeState> decide(ThemeState state, ThemeEvent event, const ThemeFacts& facts) {
    const auto* step = find_step<ThemeStep>(steps, state, event);
    if (step == nullptr) {
        if (state == S::raised && event == E::agree)
            return refused("Ask the boards first: they agree the lead (protocol 3.7).");
        return refused("This theme is " + std::string(to_words(state)) +
                       ". Open it again to see how it stands.");
    }
    if (step->guard.holds != nullptr)
        if (auto held = step->guard.holds(facts); !held) return held.error();
    return step->to;
}

std::vector<ThemeEvent> available_events(ThemeState state, bool poll_open) {
    std::vector<ThemeEvent> events;
    for (const auto& step : steps) {
        if (step.from != state) continue;
        if (step.event == E::ask && poll_open) continue;
        events.push_back(step.event);
    }
    return events;
}

Result<void> check_leads(std::size_t leads) {
    if (leads == 0) return invalid("leads", "Choose the board that leads");
    if (leads > theme_leads_max) return invalid("leads", "Choose at most two boards that lead");
    return {};
}

bool is_chase_due(const ThemeAsk& ask, Day closes_on, Day today) {
    if (ask.answered || today > closes_on) return false;
    return today - ask.chased_on.value_or(ask.asked_on) >= std::chrono::days(theme_chase_days);
}

std::string theme_key(std::string_view name) {
    std::string key;
    for (const char c : name) {
        if (text::is_letter(c) || text::is_digit(c))
            key += text::lower(c);
        else if (!key.empty() && key.back() != '-')
            key += '-';
    }
    while (key.ends_with('-'))
        key.pop_back();
    return key.empty() || key == "new" ? "theme-" + key + "x" : key;
}

}  // namespace workflows
