// What the rules of safeguarding concerns say.
#pragma once

#include <array>
#include <string_view>

#include "workflows/concerns/concern.hpp"

namespace workflows::concern_words {

/// How forms and refusals speak of a step.
struct Phrase {
    ConcernEvent event;
    std::string_view to_do;    // "Only … can close this concern."
    std::string_view missing;  // what to enter when the required text is empty
    std::string_view button;
    std::string_view box;
};

// clang-format off
inline constexpr auto phrases = [] {
    using E = ConcernEvent;
    return std::to_array<Phrase>({
      { E::raise,         "raise this concern",                       "",                                                                       "Raise concern",                         "" },
      { E::agree_partner, "record which partner will escalate this concern", "Enter why another partner will escalate it.",                     "Record who will escalate it",           "Note" },
      { E::direct_line,   "use the direct line",                      "",                                                                       "Escalate by the direct line",           "Note to the safeguarding board" },
      { E::escalate,      "escalate this concern",                    "Enter, in neutral words, what the feedback leaves unresolved.",          "Escalate to the safeguarding chair",    "Note to the safeguarding board" },
      { E::acknowledge,   "acknowledge this concern",                 "",                                                                       "Acknowledge",                           "Note to the board that raised it" },
      { E::give_feedback, "give feedback on this concern",            "Enter, in neutral words, the feedback, or who gave it and when.",        "Give feedback",                         "Feedback, in neutral words" },
      { E::close,         "close this concern",                       "",                                                                       "Close",                                 "Note to the safeguarding board" },
      { E::withdraw,      "withdraw this concern",                    "Enter the reason for withdrawing it, in neutral words.",                 "Withdraw",                              "Reason for withdrawing" },
      { E::reopen,        "reopen this concern",                      "Enter the reason for reopening it, in neutral words.",                   "Reopen",                                "Reason for reopening" },
    });
}();

/// Why a step is not open: one for each state.
inline constexpr auto state_phrases = std::to_array<std::string_view>({
    "This concern has been raised, but no partner has been agreed to escalate it",
    "The agreed partner has not escalated this concern",
    "This concern has been escalated and not yet acknowledged",
    "This concern has been acknowledged and has had no feedback yet",
    "This concern has had feedback",
    "This concern has been closed",
    "This concern has been withdrawn",
});
// clang-format on
static_assert(phrases.size() == names<ConcernEvent>.size() &&
              state_phrases.size() == names<ConcernState>.size());

constexpr std::string_view who(ConcernWho who) {
    return who == ConcernWho::safeguarding_chair
               ? "the chair or secretariat of the safeguarding board"
               : "the chair or secretariat of the board that raised it";
}

inline constexpr const char* partner_missing = "Select the partner who will escalate it.";
inline constexpr const char* no_direct_line =
    "Only a community safety partnership has a direct line to the safeguarding boards. Record "
    "which partner the members agreed on, then escalate.";
inline constexpr const char* matter_missing = "Enter what it is about, in neutral words.";
inline constexpr const char* matter_label = "What is it about?";
inline constexpr const char* safeguarding_board_missing = "Select the safeguarding board.";
inline constexpr const char* own_board =
    "Select a different board. This one is raising the concern.";
inline constexpr const char* raised_in_future =
    "The date of the meeting must be today or in the past.";

/// The statute by which a community safety partnership is known.
inline constexpr std::string_view crime_and_disorder_act = "Crime and Disorder Act 1998";

}  // namespace workflows::concern_words
