// What the pages of meeting frequency, diary clashes, holidays and the year planner say.
#pragma once

#include <fmt/core.h>

#include <chrono>
#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::planning::words {

using workflows::text::counted;

/// The 22nd of the month after `today`, as a date field takes it.
inline std::string date_example(std::chrono::sys_days today) {
    const std::chrono::year_month_day day{today};
    const auto next = day.year() / day.month() + std::chrono::months{1};
    return fmt::format("For example, 22 {} {}", static_cast<unsigned>(next.month()),
                       static_cast<int>(next.year()));
}

// Meeting frequency.
inline constexpr const char* enter_year = "Enter a year, for example 2027.";
inline std::string held_and_scheduled(int held, int scheduled) {
    return fmt::format("{} held, {} scheduled", held, scheduled);
}
inline std::string held_scheduled_unrecorded(int held, int scheduled, int unrecorded) {
    return fmt::format("{} held, {} scheduled, {} not recorded", held, scheduled, unrecorded);
}
inline std::string of_needed(std::string_view counts, int needed) {
    return fmt::format("{} ({} required)", counts, needed);
}
inline std::string with_board(std::string_view counts, std::string_view board) {
    return fmt::format("{} with the {}", counts, board);
}
inline std::string meetings_in(int year) {
    return fmt::format("Meetings in {}", year);
}
inline std::string arrange_for(std::string_view board) {
    return fmt::format("Arrange {} meetings", board);
}
inline std::string number_up_to(int most) {
    return fmt::format("Enter a whole number from 0 to {}.", most);
}
inline std::string on_track(std::size_t good, std::size_t all, int year) {
    if (good == 0) return fmt::format("None of the {} boards is on track in {}.", all, year);
    return fmt::format("{} of the {} boards {} on track in {}.", good, all,
                       good == 1 ? "is" : "are", year);
}
inline constexpr const char* more_than_all =
    "This cannot be more than the number of meetings in the year.";
inline constexpr const char* select_another_board = "Select a different board.";
inline constexpr const char* joint_both =
    "Enter the number of joint meetings and select the board, or leave both blank.";
inline constexpr const char* meetings_a_year = "Meetings in a calendar year";
inline constexpr const char* meetings_hint =
    "Count formal and joint meetings only, not workshops or executive meetings";
inline constexpr const char* in_public = "Minimum number of public meetings";
inline constexpr const char* in_public_hint =
    "A community safety partnership must hold at least one a year (Crime and Disorder Regulations "
    "2007, regulation 12)";
inline constexpr const char* joint = "Minimum number of joint meetings";
inline constexpr const char* frequency_heading = "Meeting frequency";
inline constexpr const char* frequency_intro =
    "This counts formal and joint meetings that have not been cancelled. The number each board "
    "needs comes from the register unless it has been changed on the board’s page.";
inline constexpr const char* frequency_json = "Download meeting frequency (JSON)";
inline constexpr const char* frequency_csv = "Download meeting frequency (CSV)";
inline constexpr const char* no_such_board = "There is no such board.";
inline constexpr const char* board_frequency = "Meeting frequency";
inline constexpr const char* numbers_set = "These numbers have been set for this board.";
inline constexpr const char* numbers_from_register =
    "These numbers come from the register. If you save them, they will no longer change with the "
    "register.";

// Diary clashes.
inline constexpr const char* ends_before_start = "The end date must be on or after the start date.";
inline constexpr const char* too_many_years = "Enter dates no more than 10 years apart.";
inline std::string none_between(std::string_view from, std::string_view to) {
    return fmt::format("There are no diary clashes from {} to {}.", from, to);
}
inline std::string clashes_between(std::size_t clashes, std::string_view from,
                                   std::string_view to) {
    return fmt::format(
        "{} from {} to {}. Secretariats are not included because they serve several "
        "boards.",
        counted(clashes, "diary clash", "diary clashes"), from, to);
}
inline constexpr const char* next_clashes = "Diary clashes in the next 12 months";
inline constexpr const char* clashes_intro = "People due at two meetings on the same day";
inline constexpr const char* earlier_clashes = "Previous 12 months";
inline constexpr const char* clashes_json = "Download diary clashes (JSON)";

// Holidays.
inline std::string bank_holidays(int year) {
    return fmt::format("Bank holidays {}", year);
}
inline std::string bank_holidays_in_england(int year) {
    return fmt::format("Bank holidays in England and Wales, {}", year);
}
inline std::string substitute_day(std::string_view holiday) {
    return fmt::format("{} (substitute day)", holiday);
}
inline std::string added_date(std::string_view date, std::string_view reason) {
    return fmt::format("{}: {}", date, reason);
}
inline std::string remove(std::string_view date) {
    return fmt::format("Remove {}", date);
}
inline constexpr const char* dates_added = "Additional holidays";
inline constexpr const char* no_dates_added = "No holidays have been added.";
inline constexpr const char* add_heading = "Add a holiday";
inline constexpr const char* add_intro =
    "Add a new bank holiday or a council closure day. We will recalculate the deadlines for all "
    "future meetings.";
inline constexpr const char* reason_hint = "This is shown wherever working days are calculated";
inline constexpr const char* published_now_late = "Published, now late";
inline constexpr const char* no_deadline_moved = "No deadlines have changed.";
inline constexpr const char* deadlines_moved =
    "Agenda deadlines have changed. We have emailed the secretariats of these boards.";
inline constexpr const char* moved_table = "Meetings with a new agenda deadline";
inline constexpr const char* enter_date = "Enter the date of the holiday";
inline constexpr const char* enter_reason = "Enter a reason of 200 characters or fewer";
inline constexpr const char* not_added = "This holiday is not on the list.";

// The year planner.
inline std::string weeks_picture(int year) {
    return fmt::format("Chart of the weeks in {}", year);
}
inline std::string planner_for(int year) {
    return fmt::format("Year planner {}", year);
}
inline std::string none_scheduled(int year) {
    return fmt::format("No meetings are scheduled in {}.", year);
}
/// `parts`: "12 in public, 30 in private".
inline std::string meetings_of_year(std::size_t meetings, std::size_t boards, int year,
                                    std::string_view parts) {
    return fmt::format("{} for {} in {}: {}.", counted(meetings, "meeting", "meetings"),
                       counted(boards, "board", "boards"), year, parts);
}
inline std::string busiest_month(std::string_view month, std::size_t meetings) {
    return fmt::format("{} is the busiest month, with {}.", month,
                       counted(meetings, "meeting", "meetings"));
}
inline std::string clash_days(std::size_t days) {
    return fmt::format("There are diary clashes on {}.", counted(days, "date", "dates"));
}
inline std::string cancelled(std::size_t meetings) {
    return fmt::format("{} been cancelled.", counted(meetings, "meeting has", "meetings have"));
}
inline std::string undated(std::size_t meetings) {
    return fmt::format("{} no date yet.", counted(meetings, "meeting has", "meetings have"));
}

}  // namespace server::planning::words
