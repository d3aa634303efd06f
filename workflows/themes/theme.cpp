#include "workflows/themes/theme.hpp"

#include <algorithm>

#include "workflows/casework/decide.hpp"
#include "workflows/casework/words.hpp"
#include "workflows/text/words.hpp"
#include "workflows/themes/words.hpp"

namespace workflows {
namespace {

using S = ThemeState;
using E = ThemeEvent;
using W = ThemeCase::Who;
using C = CommentRule;
using When = ThemeStep::When;

Result<void> nobody_is_asked(const ThemeCase&, const ThemeCommand&, const ThemeFacts& facts) {
    if (!facts.poll_open) return {};
    return refused(theme_words::already_asked);
}

Result<void> is_complete(const ThemeCase&, const ThemeCommand&, const ThemeFacts& facts) {
    if (auto leads = check_leads(facts.leads); !leads) return leads;
    if (text::is_blank(facts.approach)) return invalid("approach", theme_words::approach_missing);
    if (text::is_blank(facts.responsibility))
        return invalid("responsibility", theme_words::responsibility_missing);
    if (text::is_blank(facts.reporting))
        return invalid("reporting", theme_words::reporting_missing);
    return {};
}

constexpr ThemeStep::Guard always{};
constexpr ThemeStep::Guard not_asked{"nobody is being asked", When::on_click, nobody_is_asked};
constexpr ThemeStep::Guard complete{"lead, approach, responsibility and reporting", When::on_form,
                                    is_complete};

// clang-format off
constexpr auto steps = std::to_array<ThemeStep>({
//  from          event       to         who          told letter text         guard      then
  { std::nullopt, E::raise,  S::raised, W::officers, {}, "", C::optional, always,    {} },
  { S::raised,    E::ask,    S::polled, W::officers, {}, "", C::optional, always,    {} },
  { S::raised,    E::close,  S::closed, W::officers, {}, "", C::required, always,    {} },
  { S::polled,    E::ask,    S::polled, W::officers, {}, "", C::optional, not_asked, {} },
  { S::polled,    E::agree,  S::agreed, W::officers, {}, "", C::optional, complete,  {} },
  { S::polled,    E::close,  S::closed, W::officers, {}, "", C::required, always,    {} },
  { S::agreed,    E::ask,    S::polled, W::officers, {}, "", C::optional, always,    {} },
  { S::agreed,    E::close,  S::closed, W::officers, {}, "", C::required, always,    {} },
  { S::closed,    E::reopen, S::raised, W::officers, {}, "", C::required, always,    {} },
});
// clang-format on

static_assert(is_sound<ThemeStep>(steps, {}));

}  // namespace

// Nobody is refused by the table.
Error ThemeCase::not_theirs(W, E event) {
    return {Code::forbidden,
            casework::words::only_they_can(theme_words::officers, to_words(event))};
}

Error ThemeCase::no_such_step(E event, std::span<const ThemeStep>) const {
    if (state == S::raised && event == E::agree) return refused(theme_words::ask_first);
    return refused(theme_words::has_moved_on(to_words(state)));
}

Result<void> ThemeCase::check_comment(const ThemeCommand& command, const ThemeStep& step) {
    return casework::check_comment(command.comment, step.comment, theme_words::reason_missing,
                                   theme_text_characters_max);
}

std::span<const ThemeStep> theme_steps() {
    return steps;
}

Result<ThemeState> decide(ThemeState state, ThemeEvent event, const ThemeFacts& facts) {
    const auto decided = casework::decide(ThemeCase{state}, {event, facts.comment}, facts, steps);
    if (!decided) return decided.error();
    return decided->step->to;
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
    if (leads == 0) return invalid("leads", theme_words::lead_missing);
    if (leads > theme_leads_max) return invalid("leads", theme_words::too_many_leads);
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
