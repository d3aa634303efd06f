// A matter that several boards share (joint working protocol 3.7 and appendix C): raised, put to
// all boards, agreed with one or two boards in the lead, closed.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/casework/step.hpp"
#include "workflows/core/date.hpp"
#include "workflows/core/names.hpp"
#include "workflows/core/result.hpp"

namespace workflows {

enum class ThemeState { raised, polled, agreed, closed };
enum class ThemeEvent { raise, ask, agree, close, reopen };

/// What a board says when it is asked whether a theme is its business.
enum class ThemeAnswer { relevant, not_relevant, would_lead };

/// Appendix C has one theme with two lead boards, and none with more.
inline constexpr std::size_t theme_leads_max = 2;
inline constexpr std::size_t theme_text_characters_max = 2000;
inline constexpr std::size_t theme_name_characters_max = 150;
/// Boards have at most so long to answer.
inline constexpr int theme_poll_days_max = 120;
/// A board that has not answered is asked again after so many days, and again.
inline constexpr int theme_chase_days = 7;

struct ThemeFacts {
    bool poll_open = false;                // its closing day is to come, or is today
    std::size_t leads = 0;                 // boards and groups chosen to lead
    std::string_view approach = {};        // what the boards have agreed to do
    std::string_view responsibility = {};  // who does it
    std::string_view reporting = {};       // to whom it is reported, when
    std::string_view comment = {};
};

struct ThemeCommand {
    ThemeEvent event = ThemeEvent::ask;
    std::string_view comment = {};
};

/// Access is decided before: whoever comes here may take every step, and no letter follows by the
/// table.
struct ThemeCase {
    using State = ThemeState;
    using Event = ThemeEvent;
    using Command = ThemeCommand;
    using Facts = ThemeFacts;
    enum class Who { officers };  // secretariats and administrators
    using Told = casework::Nothing;
    using Then = casework::Nothing;
    using Capacity = casework::Nothing;

    ThemeState state = ThemeState::raised;

    static constexpr Who anyone = Who::officers;
    static std::optional<Capacity> capacity_of(const Facts&, Who) { return Capacity{}; }
    static Error not_theirs(Who who, Event event);
    Error no_such_step(Event event, std::span<const casework::Step<ThemeCase>> steps) const;
    static Result<void> check_comment(const Command& command,
                                      const casework::Step<ThemeCase>& step);
};
using ThemeStep = casework::Step<ThemeCase>;
std::span<const ThemeStep> theme_steps();

/// Code::refused (no such step, the boards are being asked), Code::invalid (field "leads",
/// "approach", "responsibility", "reporting" or "comment").
Result<ThemeState> decide(ThemeState state, ThemeEvent event, const ThemeFacts& facts);
/// The steps that a button may offer; their forms ask for the rest.
std::vector<ThemeEvent> available_events(ThemeState state, bool poll_open);

/// Code::invalid, field "leads".
Result<void> check_leads(std::size_t leads);

struct ThemeAsk {
    Day asked_on = {};
    std::optional<Day> chased_on = {};
    bool answered = false;
};
/// Whether a board is to be asked again on `today`.
bool is_chase_due(const ThemeAsk& ask, Day closes_on, Day today);

/// "child-sexual-exploitation": what names a theme in its address. Never empty.
std::string theme_key(std::string_view name);

template <>
inline constexpr auto names<ThemeState> = std::to_array<Name<ThemeState>>({
    {ThemeState::raised, "raised", "raised"},
    {ThemeState::polled, "polled", "boards asked"},
    {ThemeState::agreed, "agreed", "agreed"},
    {ThemeState::closed, "closed", "closed"},
});

template <>
inline constexpr auto names<ThemeEvent> = std::to_array<Name<ThemeEvent>>({
    {ThemeEvent::raise, "raise", "raise"},
    {ThemeEvent::ask, "ask", "ask the boards"},
    {ThemeEvent::agree, "agree", "agree the lead"},
    {ThemeEvent::close, "close", "close"},
    {ThemeEvent::reopen, "reopen", "reopen"},
});

template <>
inline constexpr auto names<ThemeAnswer> = std::to_array<Name<ThemeAnswer>>({
    {ThemeAnswer::relevant, "relevant", "relevant to this board"},
    {ThemeAnswer::not_relevant, "not_relevant", "not relevant to this board"},
    {ThemeAnswer::would_lead, "would_lead", "relevant, and this board would lead"},
});

}  // namespace workflows
