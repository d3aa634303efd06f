// A board gets another name or address, or another board takes over from it (annual update 2018):
// proposed, looked at, recorded for a day, carried out once on that day.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "workflows/core/date.hpp"
#include "workflows/core/names.hpp"
#include "workflows/core/result.hpp"

namespace workflows {

enum class ChangeKind { rename, succession };
enum class ChangeState { proposed, planned, done, undone };
enum class ChangeEvent { propose, record, discard, carry_out, undo };

/// What becomes of the meetings that a succeeded board has still to hold.
enum class ComingMeetings { hand_over, leave };

struct BoardChange {
    ChangeState state = ChangeState::proposed;
    Day on = {};  // the first day on which it holds
};

struct ChangeStep {
    using State = ChangeState;
    using Event = ChangeEvent;
    struct Guard {
        std::string_view name = {};
        Result<void> (*holds)(const BoardChange&, Day today) = nullptr;
    };
    std::optional<ChangeState> from;
    ChangeEvent event;
    ChangeState to;
    Guard guard;
};
std::span<const ChangeStep> change_steps();

/// Code::refused: no such step, too early to carry it out, or too late to undo it.
Result<ChangeState> decide(const BoardChange& change, ChangeEvent event, Day today);

inline constexpr std::size_t slug_characters_max = 40;
/// The part of an address that names a board: small letters, digits and single hyphens between
/// them, as in "safer-oxfordshire". Code::invalid, field "slug".
Result<void> check_slug(std::string_view slug);

template <>
inline constexpr auto names<ChangeKind> = std::to_array<Name<ChangeKind>>({
    {ChangeKind::rename, "rename", "new name or address"},
    {ChangeKind::succession, "succession", "replaced by another board"},
});

template <>
inline constexpr auto names<ChangeState> = std::to_array<Name<ChangeState>>({
    {ChangeState::proposed, "proposed", "proposed"},
    {ChangeState::planned, "planned", "recorded"},
    {ChangeState::done, "done", "done"},
    {ChangeState::undone, "undone", "undone"},
});

template <>
inline constexpr auto names<ChangeEvent> = std::to_array<Name<ChangeEvent>>({
    {ChangeEvent::propose, "propose", "propose"},
    {ChangeEvent::record, "record", "record"},
    {ChangeEvent::discard, "discard", "discard"},
    {ChangeEvent::carry_out, "carry_out", "carry out"},
    {ChangeEvent::undo, "undo", "undo"},
});

template <>
inline constexpr auto names<ComingMeetings> = std::to_array<Name<ComingMeetings>>({
    {ComingMeetings::hand_over, "hand_over", "transferred"},
    {ComingMeetings::leave, "leave", "kept by the old board"},
});

}  // namespace workflows
