// What a person reads who cannot take a step on a meeting: whole sentences, a row for each step.
#pragma once

#include <fmt/core.h>

#include <array>
#include <string>
#include <string_view>

#include "workflows/meetings/meeting.hpp"

namespace workflows::meetings::step_words {

struct Sentences {
    MeetingEvent event;
    std::string_view forbidden;
    std::string_view cannot;
    std::string_view can_no_longer;
};

// clang-format off
inline constexpr std::array sentences{
    Sentences{MeetingEvent::propose,
              "Only the chair or secretariat of this board can propose this meeting.",
              "You cannot propose it again.", "You can no longer propose it."},
    Sentences{MeetingEvent::call,
              "Only the chair or secretariat of this board can arrange this meeting.",
              "You cannot arrange it again.", "You can no longer arrange it."},
    Sentences{MeetingEvent::record,
              "Only the chair or secretariat of this board can record this meeting.",
              "You cannot record it again.", "You can no longer record it."},
    Sentences{MeetingEvent::confirm,
              "Only the chair or secretariat of this board can confirm this meeting.",
              "You cannot confirm it.", "You can no longer confirm it."},
    Sentences{MeetingEvent::move,
              "Only the chair or secretariat of this board can rearrange this meeting.",
              "You cannot rearrange it.", "You can no longer rearrange it."},
    Sentences{MeetingEvent::publish_agenda,
              "Only the chair or secretariat of this board can publish the agenda for this meeting.",
              "You cannot publish its agenda.", "You can no longer publish its agenda."},
    Sentences{MeetingEvent::hold,
              "Only the chair or secretariat of this board can record this meeting as held.",
              "You cannot record it as held.", "You can no longer record it as held."},
    Sentences{MeetingEvent::cancel,
              "Only the chair or secretariat of this board can cancel this meeting.",
              "You cannot cancel it.", "You can no longer cancel it."},
    Sentences{MeetingEvent::reinstate,
              "Only the chair or secretariat of this board can reinstate this meeting.",
              "You cannot reinstate it.", "You can no longer reinstate it."},
    Sentences{MeetingEvent::correct,
              "Only the chair or secretariat of this board can record this meeting as not held.",
              "You cannot record it as not held.", "You can no longer record it as not held."},
};
// clang-format on

constexpr bool has_a_row_for_each_event() {
    for (std::size_t i = 0; i < sentences.size(); ++i)
        if (static_cast<std::size_t>(sentences[i].event) != i) return false;
    return true;
}
static_assert(has_a_row_for_each_event());

constexpr const Sentences& sentences_of(MeetingEvent event) {
    return sentences[static_cast<std::size_t>(event)];
}

inline std::string meeting_is(std::string_view state) {
    return fmt::format("This meeting is {}.", state);
}
inline std::string meeting_was(std::string_view state) {
    return fmt::format("This meeting was {}.", state);
}

}  // namespace workflows::meetings::step_words
