// What the rules of issues say.
#pragma once

#include <fmt/core.h>

#include <array>
#include <string>
#include <string_view>

#include "workflows/issues/issue.hpp"

namespace workflows::issue_words {

/// How forms and refusals speak of a step, by the text of its event.
struct Phrase {
    std::string_view event;
    std::string_view to_do;    // "Only … can withdraw this issue."
    std::string_view missing;  // what to enter when the required text is empty
    std::string_view button;
    std::string_view box;
};

// clang-format off
inline constexpr auto phrases = std::to_array<Phrase>({
  { "raise",              "raise this issue",                        "",                                              "Raise issue",                                   ""                       },
  { "raise_from_request", "escalate this request",                   "",                                              "Escalate",                                      ""                       },
  { "chairs_together",    "refer this issue to a chairs’ meeting",   "Enter the reason for skipping a step.",         "Refer to a chairs’ meeting",                    "Message"     },
  { "resolution_meeting", "refer this issue to a resolution meeting", "Enter the reason for skipping a step.",        "Refer to a resolution meeting",                 "Message"     },
  { "senior_officers",    "refer this issue to senior officers",     "Enter the reason for skipping a step.",         "Refer to senior officers and lead member",      "Message"     },
  { "other_chairs",       "raise this concern with other chairs",    "Enter the reason for skipping a step.",         "Raise informally with another chair",           "Message"     },
  { "board_concern",      "refer this concern to the board",         "Enter the reason for skipping a step.",         "Refer to the board",                            "Message"     },
  { "keep",               "change who is dealing with it and the next date", "",                                      "Change the person or next date, or add a note", "Note"        },
  { "resolve",            "record the way forward",                  "Enter what the boards have agreed to do.",      "Record the way forward",                        "Way forward"            },
  { "withdraw",           "withdraw this issue",                     "Enter the reason for withdrawing this issue.",  "Withdraw",                                      "Reason for withdrawing" },
  { "reopen",             "reopen this issue",                       "Enter the reason for reopening this issue.",    "Reopen",                                        "Reason for reopening"   },
});
// clang-format on

constexpr std::string_view who(IssueWho who) {
    switch (who) {
        case IssueWho::raising_chair:
            return "the chair or secretariat of the board that raised it";
        case IssueWho::either_chair:
            return "the chairs and secretariats of the two boards";
        case IssueWho::holder_too:
            break;
    }
    return "the chairs and secretariats of the two boards, and the person dealing with it,";
}

/// `state` in words such as "resolved".
inline std::string cannot_at(std::string_view to_do, std::string_view state) {
    return fmt::format("You cannot {} at the moment. The issue’s status is: {}.", to_do, state);
}
inline std::string cannot_unless_reopened(std::string_view to_do, std::string_view state) {
    return fmt::format("You cannot {} unless you reopen it. The issue’s status is: {}.", to_do,
                       state);
}

inline constexpr const char* holder_missing = "Select who will deal with it.";
inline constexpr const char* next_date_missing = "Enter the next date.";
inline constexpr const char* next_date_past = "The next date must be in the future.";
inline constexpr const char* other_chair_missing =
    "Select the board whose chair you will speak to.";
inline constexpr const char* title_missing = "Enter a title.";
inline constexpr const char* title_label = "Title";
inline constexpr const char* text_label = "What is unresolved?";
inline constexpr const char* agency_label = "Agency";
inline constexpr const char* asked_board_missing = "Select the other board.";
inline constexpr const char* agency_missing = "Enter the agency that has the concern.";
inline constexpr const char* own_board = "Select a different board. This one is raising the issue.";
inline constexpr const char* no_such_step = "This step does not exist.";
inline constexpr const char* reason_for_skipping = "Reason for skipping a step";

}  // namespace workflows::issue_words
