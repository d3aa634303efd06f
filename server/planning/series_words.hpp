// What the pages and steps of a meeting series say.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::planning::words {

// Types of meeting.
inline constexpr const char* formal_public = "Formal meeting in public";
inline constexpr const char* formal_private = "Formal meeting in private";
inline constexpr const char* formal_one_public =
    "Formal meetings in private, with the first each year in public";
inline constexpr const char* formal_mixed = "Formal meeting, part public and part private";
inline constexpr const char* joint_meeting = "Joint meeting with another board";

// What is missing or wrong.
inline constexpr const char* select_frequency = "Select how often the board meets.";
inline constexpr const char* select_weekday = "Select a day of the week.";
inline constexpr const char* select_week = "Select the week of the month.";
inline constexpr const char* enter_start = "Enter the start date.";
inline constexpr const char* enter_end = "Enter the end date.";
inline constexpr const char* three_years = "Enter dates no more than 3 years apart.";
inline constexpr const char* select_joint_board = "Select the board for the joint meeting.";
inline constexpr const char* place_too_long = "This must be 200 characters or fewer.";
inline constexpr const char* select_certainty =
    "Select whether the dates are provisional or confirmed.";
inline constexpr const char* enter_meeting_date = "Enter the date of this meeting.";
inline std::string two_on(std::string_view date) {
    return fmt::format("You have entered {} for two meetings.", date);
}
inline std::string check_series_date(std::string_view date) {
    return fmt::format("There is a clash on {}. Enter another date, or continue anyway.", date);
}
inline constexpr const char* select_option = "Select an option.";
inline constexpr const char* select_dates = "Select at least one date.";
inline constexpr const char* select_board = "Select the board.";
inline constexpr const char* series_secretariat_only =
    "Only the board’s secretariat can arrange its meetings.";
inline constexpr const char* series_select_kind = "Select the type of meeting.";

// The form.
inline constexpr const char* joint_with = "Joint meeting with (optional)";
inline constexpr const char* joint_hint = "Members of this board will also be invited";
inline constexpr const char* number_hint =
    "Number of meetings a year, or weeks between meetings. Leave blank for other patterns";
inline constexpr const char* week_hint = "Not needed if the board meets every set number of weeks";
inline constexpr const char* start_hint_timetable =
    "Starting in this month places the most timetable reports on an agenda";
inline constexpr const char* start_hint = "There will be no meetings before this date";
inline constexpr const char* end_hint = "There will be no meetings after this date";
inline constexpr const char* time_hint =
    "For example, 2pm or 14:00. If you leave both times blank, 2pm to 4pm is assumed";
inline constexpr const char* certainty = "Are the dates confirmed?";
inline constexpr const char* confirmed_hint = "We will email everyone invited about each meeting";
inline constexpr const char* series_heading = "Arrange a series of meetings";
inline constexpr const char* series_intro =
    "You can check every date before the meetings are created. Dates that fall on a weekend or "
    "bank holiday, or clash with another meeting, will be moved and we will say why.";

// The dates.
inline std::string meeting_number(std::size_t number) {
    return fmt::format("Meeting {}", number);
}
inline std::string arrange_meeting(std::string_view date) {
    return fmt::format("Arrange a meeting on {}", date);
}
inline std::string reports_covered(std::size_t met, std::size_t wanted) {
    if (met == wanted)
        return fmt::format(
            "The selected dates cover {} due to this board.",
            wanted == 1 ? std::string("the 1 report") : fmt::format("all {} reports", wanted));
    return fmt::format("The selected dates cover {} of the {} due to this board.", met,
                       workflows::text::counted(wanted, "report", "reports"));
}
inline std::string none_moved(std::size_t meetings, std::string_view from, std::string_view to) {
    return fmt::format("{} from {} to {}. None of these dates clash.",
                       workflows::text::counted(meetings, "meeting", "meetings"), from, to);
}
inline std::string some_moved(std::size_t meetings, std::string_view from, std::string_view to,
                              std::size_t moved) {
    return fmt::format("{} from {} to {}. We have moved {} and given the reason.",
                       workflows::text::counted(meetings, "meeting", "meetings"), from, to,
                       workflows::text::counted(moved, "date", "dates"));
}
inline std::string create_meetings(std::size_t meetings) {
    return fmt::format("Create {}", workflows::text::counted(meetings, "meeting", "meetings"));
}
/// `why`: the status of the report.
inline std::string unplaced_report(std::string_view report, std::string_view purpose,
                                   std::string_view why) {
    return fmt::format("{}, {}: {}", report, purpose, why);
}
inline constexpr const char* part_public = "Part public, part private";
inline constexpr const char* which_board = "Which board is meeting?";
inline constexpr const char* number_label = "Number of meetings or weeks";
inline constexpr const char* week_label = "Week of the month";
inline constexpr const char* weekday_label = "Day of the week";
inline constexpr const char* provisional_hint = "No invitations will be sent yet";

}  // namespace server::planning::words
