// What the rules of requests say.
#pragma once

#include <fmt/core.h>

#include <array>
#include <string>
#include <string_view>

#include "workflows/requests/agenda_request.hpp"

namespace workflows::request_words {

/// How forms and refusals speak of a step.
struct Phrase {
    RequestEvent event;
    std::string_view to_do;    // "Only … can accept this request."
    std::string_view missing;  // what to enter when the required comment is empty
    std::string_view button;
    std::string_view box;
};

// clang-format off
inline constexpr auto phrases = [] {
    using E = RequestEvent;
    return std::to_array<Phrase>({
      { E::send,         "send this request",                   "",                                                             "Send request",                 ""                                          },
      { E::acknowledge,  "acknowledge this request",            "",                                                             "Acknowledge",                  "Message to the board making the request" },
      { E::accept,       "accept this request",                 "",                                                             "Accept",                       "Message to the board making the request" },
      { E::accept_late,  "accept this request",                 "Enter the reason for accepting this request after the deadline.", "Accept late",               "Reason for accepting late"                 },
      { E::offer,        "suggest an alternative",              "",                                                             "Suggest an alternative",       "Message to the board making the request" },
      { E::agree,        "agree to the alternative",            "",                                                             "Agree to the alternative",     "Message to the other board"     },
      { E::insist,       "decline the suggestion",              "",                                                             "Decline the suggestion",       "Message to the other board"     },
      { E::ask_more,     "ask for more information",            "Enter what you need to know.",                                 "Ask for more information",     "What do you need to know?"                 },
      { E::resend,       "send this request again",             "Enter what you have added or changed.",                        "Send again",                   "What have you added or changed?"           },
      { E::decline,      "decline this request",                "Enter the reason for declining this request.",                 "Decline",                      "Reason for declining"                      },
      { E::escalate,     "escalate this request",               "",                                                             "Escalate",                     "What is unresolved?"            },
      { E::withdraw,     "withdraw this request",               "Enter the reason for withdrawing this request.",               "Withdraw",                     "Reason for withdrawing"                    },
      { E::answer,       "respond to this request",             "Enter your response.",                                         "Send response",                "Response"                                  },
      { E::send_extract, "send an extract from the minutes",    "Enter the extract from the minutes.",                          "Send extract",                 "Extract from the minutes"                  },
      { E::close,        "close this request",                  "",                                                             "Close",                        "Message to the other board"     },
      { E::reopen,       "reopen this request",                 "Enter the reason for reopening this request.",                 "Reopen",                       "Reason for reopening"                      },
    });
}();

/// Why a step is not open: one for each state.
inline constexpr auto state_phrases = std::to_array<std::string_view>({
    "This request has not been acknowledged",
    "This request is being considered",
    "An alternative has been suggested and needs a reply first",
    "This request has been returned for more information",
    "This request has been accepted",
    "This request has been declined",
    "This request has been escalated",
    "This request has had a response",
    "This request has been closed",
    "This request has been withdrawn",
});
// clang-format on
static_assert(phrases.size() == names<RequestEvent>.size() &&
              state_phrases.size() == names<RequestState>.size());

constexpr std::string_view who(RequestWho who) {
    switch (who) {
        case RequestWho::asking_chair:
            return "the chair or secretariat of the board that made the request";
        case RequestWho::asked_chair:
        case RequestWho::asked_secretariat:
            return "the chair or secretariat of the board that received the request";
        case RequestWho::either_chair:
            break;
    }
    return "the chairs and secretariats of the two boards";
}

inline constexpr const char* meeting_of_asked_board =
    "Select a meeting of the board that received the request.";
inline constexpr const char* formal_meeting = "Select a formal or joint meeting.";
inline constexpr const char* meeting_cancelled =
    "This meeting has been cancelled. Select another meeting.";
inline constexpr const char* meeting_over =
    "This meeting has already taken place. Select a future meeting.";
inline constexpr const char* title_missing = "Enter a title.";
inline constexpr const char* consider_by_missing = "Enter the date by which you need a decision.";
inline constexpr const char* consider_by_past =
    "The date by which you need a decision must be in the future.";
inline constexpr const char* answer_by_missing =
    "Enter the date by which you need the response or item.";
inline std::string answer_by_too_early(Day consider_by) {
    return fmt::format(
        "The date by which you need the response or item must be on or after the decision date, "
        "{}.",
        long_date(consider_by));
}
inline std::string requests_closed_on(Day day) {
    return fmt::format(
        "The deadline for requests for this meeting was {}. Accept the request late and give a "
        "reason, or select another meeting.",
        long_date(day));
}
inline constexpr const char* only_items_are_late =
    "You can only accept a request late if it is for an agenda item. Select Accept instead.";
inline constexpr const char* requests_still_open =
    "The deadline for requests for this meeting has not passed. Select Accept instead.";
inline constexpr const char* offer_missing =
    "Select what you suggest: another meeting, a response by correspondence or a meeting of the "
    "chairs.";
inline constexpr const char* offer_gone =
    "The suggested meeting can no longer take this item. Decline the suggestion, so that the board "
    "can suggest another.";
inline constexpr const char* escalate_when_declined =
    "You can escalate this request once it has been declined.";
inline std::string escalate_when_declined_or_after(Day consider_by) {
    return fmt::format(
        "You can escalate this request once it has been declined, or if there is no decision by "
        "{}.",
        long_date(consider_by));
}
inline constexpr const char* accept_first = "Accept this request before you respond to it.";
inline constexpr const char* new_consider_by =
    "Enter a new date by which you need a decision. It must be in the future.";
inline constexpr const char* meeting_held =
    "The meeting has taken place. Record the response instead.";
inline constexpr const char* item_taken =
    "The item has been discussed at the meeting. Record the response instead.";
inline constexpr const char* no_extract_due =
    "This request did not go to a meeting, so no extract from the minutes is needed.";
inline std::string extract_missing(std::string_view board) {
    return fmt::format(
        "The extract from the minutes has not been sent. Ask {} to send it, then close this "
        "request.",
        board);
}
inline constexpr const char* to_board_missing = "Select the board you are asking.";
inline constexpr const char* own_board =
    "Select a different board. A board can add items to its own agenda.";
inline constexpr const char* purpose_missing = "Select what the board should do.";
inline constexpr const char* response_missing = "Select the response you need.";

}  // namespace workflows::request_words
