// What the rules of responses say.
#pragma once

#include <fmt/core.h>

#include <array>
#include <string>
#include <string_view>

#include "workflows/responses/response.hpp"

namespace workflows::response_words {

/// How forms and refusals speak of a step.
struct Phrase {
    ResponseEvent event;
    std::string_view to_do;    // "Only … can accept this response."
    std::string_view missing;  // what to enter when the required text is empty
    std::string_view button;
    std::string_view box;
};

// clang-format off
inline constexpr auto phrases = [] {
    using E = ResponseEvent;
    return std::to_array<Phrase>({
      { E::name,          "request this response",               "",                                                 "Add recommendation",         ""                                                   },
      { E::deliver,       "mark the paper as delivered",         "",                                                 "Mark paper as delivered",    "Message to the board that needs to respond" },
      { E::inform,        "mark the paper as delivered",         "",                                                 "Mark paper as delivered",    ""                                                   },
      { E::accept,        "accept this request for a response",  "",                                                 "Accept",                     "Message to the board that asked"         },
      { E::carry_forward, "carry this response forward",         "Enter the reason for carrying this forward.",      "Carry forward",              "Reason for carrying forward"                        },
      { E::answer,        "respond",                             "Enter what the board noted, decided or did.",      "Send response",              "Response: what the board noted, decided or did"     },
      { E::correct,       "withdraw the response",               "Enter the reason for withdrawing the response.",   "Withdraw the response",      "Reason for withdrawing the response"                },
      { E::place,         "add the response to an agenda",       "",                                                 "Add to agenda",              ""                                                   },
      { E::receive,       "record the response as received without a meeting", "",                                  "Receive without a meeting",  "Message to the board that responded"     },
      { E::displace,      "remove the response from an agenda",  "",                                                 "Remove from agenda",         ""                                                   },
      { E::confirm,       "confirm this response",               "",                                                 "Confirm",                    "Message to the board that responded"     },
      { E::send_back,     "send this response back",             "Enter what is missing.",                           "Send back",                  "What is missing?"                                   },
      { E::drop,          "drop this recommendation",            "Enter the reason for dropping this recommendation.", "Drop",                     "Reason for dropping"                                },
    });
}();

/// Why a step is not open: one for each state.
inline constexpr auto state_phrases = std::to_array<std::string_view>({
    "The paper with this recommendation has not been delivered",
    "No response was needed: the paper was for information",
    "This response is due",
    "The request for this response has been accepted",
    "This response has been carried forward",
    "This response has been sent",
    "This response is with the board that asked for it",
    "This response has been sent back",
    "This response has been confirmed",
    "This recommendation has been dropped",
});
// clang-format on
static_assert(phrases.size() == names<ResponseEvent>.size() &&
              state_phrases.size() == names<ResponseState>.size());

constexpr std::string_view who(ResponseWho who) {
    using W = ResponseWho;
    if (who == W::asking) return "the chair or secretariat of the board that asked";
    return who == W::owing ? "the board that needs to respond" : "the two boards";
}

inline constexpr const char* placed_automatically =
    "The response is added automatically to the next agenda of the board that asked.";
inline constexpr const char* none_required = "No response is needed.";
inline constexpr const char* one_required =
    "A response is needed. It will be due once the paper is delivered.";
inline constexpr const char* new_date_missing = "Enter a new date for the response.";
inline constexpr const char* new_date_past = "The new date must be in the future.";
inline std::string new_date_too_early(Day due) {
    return fmt::format("The new date must be after the current one, {}.", long_date(due));
}
inline constexpr const char* new_date_needed =
    "Enter a new date for the response. It must be in the future.";
inline constexpr const char* owing_board_missing = "Select the board that needs to respond.";
inline constexpr const char* own_board =
    "Select a different board. This one is making the recommendation.";
inline constexpr const char* recommendation_missing = "Enter the recommendation.";
inline constexpr const char* due_missing = "Enter the date by which you need the response.";
inline constexpr const char* due_past = "The date for the response must be in the future.";

}  // namespace workflows::response_words
