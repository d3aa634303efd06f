// What the rules of agendas say.
#pragma once

#include <fmt/core.h>

#include <string>

#include "workflows/text/words.hpp"

namespace workflows::agenda::words {

// Agenda.
inline constexpr const char* enter_a_title = "Enter a title.";
inline constexpr const char* this_meeting_has_been_cancelled_so =
    "This meeting has been cancelled, so you can no longer change its agenda.";
inline constexpr const char* this_meeting_has_taken_place_so =
    "This meeting has taken place, so you can no longer change its agenda.";
inline constexpr const char* we_cannot_find_this_item = "We cannot find this item on the agenda.";
inline constexpr const char* this_is_the_first_item = "This is the first item on the agenda.";
inline constexpr const char* this_is_the_last_item = "This is the last item on the agenda.";
inline constexpr const char* exempt_item = "Exempt item";
inline constexpr const char* item_for_members = "Item for members";

inline std::string title_characters_max(std::size_t greatest) {
    return fmt::format("Title must be {} characters or fewer.", greatest);
}
inline std::string public_title_characters_max(std::size_t greatest) {
    return fmt::format("Public title must be {} characters or fewer.", greatest);
}
inline std::string enter_minutes_up_to(int greatest) {
    return fmt::format("Enter the time allowed as a number of minutes from 0 to {}.", greatest);
}

// Notice given by publishing.
inline std::string published_in_time(int days_given, int days_needed) {
    return fmt::format("Published {} before the meeting ({} required).",
                       text::counted(days_given, "clear day", "clear days"), days_needed);
}
inline std::string published_late(int days_given, int days_needed) {
    if (days_given < 0)
        return fmt::format("Published too late to give notice ({} required): late.", days_needed);
    return fmt::format("Published {} before the meeting ({} required): late.",
                       text::counted(days_given, "clear day", "clear days"), days_needed);
}
inline std::string enter_reason_for_urgency(int days_needed) {
    return fmt::format("This agenda requires {} notice. Enter the reason for urgency.",
                       text::counted(days_needed, "clear day’s", "clear days’"));
}

}  // namespace workflows::agenda::words
