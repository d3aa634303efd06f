// What the pages, steps and emails of the reporting timetable say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::timetable::words {

using workflows::text::counted;

// Counts.
inline constexpr const char* nothing_due = "No reports are due from any board.";
/// `counts`: "5 done, 2 at risk".
inline std::string counts_today(std::string_view counts) {
    return fmt::format("Today: {}.", counts);
}
/// `purposes`: "10 agree, 4 consult"; `seasons`: "6 spring, 8 autumn".
inline std::string reports_due_in(std::size_t reports, int year, std::string_view purposes,
                                  std::string_view seasons) {
    return fmt::format("{} due in {}: {}; {}.", counted(reports, "report", "reports"), year,
                       purposes, seasons);
}
inline std::string reports_due_each_year(std::size_t reports, std::string_view purposes,
                                         std::string_view seasons) {
    return fmt::format("{} due each year: {}; {}.", counted(reports, "report", "reports"), purposes,
                       seasons);
}
inline constexpr const char* enter_year = "Enter a year between 1900 and 2199, for example 2027.";

// Confirming suggested meetings.
inline constexpr const char* nothing_to_confirm =
    "There are no suggested meetings for you to confirm.";
inline constexpr const char* suggestions_changed =
    "The suggested meetings have changed since you opened this page. Check them again before you "
    "confirm.";
/// `season`: "spring 2027".
inline std::string reports_in_season(std::size_t reports, std::string_view season) {
    return fmt::format("{} due in {}", counted(reports, "report", "reports"), season);
}
inline constexpr const char* dates_suggested = "Dates have been suggested for you to confirm.";
/// `season`: "March to May 2027".
inline std::string arrange_meeting(std::string_view season) {
    return fmt::format("Arrange a meeting for {}.", season);
}
inline std::string some_suggested(std::size_t suggested, std::string_view season) {
    return fmt::format(
        "{} can be confirmed on a suggested date. Arrange a meeting for {} for the others.",
        suggested, season);
}
/// `reports`: "2 reports due in spring 2027"; `what_next`: one of the sentences above.
inline std::string place_reports(std::string_view reports, bool one, std::string_view what_next) {
    return fmt::format("{} {} no confirmed meeting. {}", reports, one ? "has" : "have", what_next);
}
inline std::string report_status(std::string_view report, std::string_view status) {
    return fmt::format("{}: {}", report, status);
}

// Written in the history by the service itself.
inline constexpr const char* paper_added = "A paper was added to the agenda item";
inline constexpr const char* paper_removed = "The paper was removed from the agenda item";
inline std::string published_with_paper(std::string_view agenda_version) {
    return fmt::format("The agenda was published with the paper: {}", agenda_version);
}
inline std::string response_confirmed(std::string_view answer) {
    return fmt::format("The response was confirmed: {}", answer);
}
inline constexpr const char* item_removed = "The item was taken off the agenda";

// One report due to one board.
inline constexpr const char* version = "Version the board will receive";
inline constexpr const char* board_response = "The board’s response";
inline constexpr const char* board_question = "What you are asking the board";
inline constexpr const char* reason_out_of_season = "Reason (if the meeting is out of season)";
inline constexpr const char* recommendations =
    "Recommendations in this report and the responses to them";
inline std::string no_longer_in_timetable(std::string_view state) {
    return fmt::format("This report is no longer in the timetable. Its status was: {}.", state);
}
inline constexpr const char* no_such_report_due =
    "There is no such report in this year’s timetable.";
inline constexpr const char* changed_meanwhile =
    "Somebody else changed this report since you opened the page. Check the changes and try again.";

// The order in which boards deal with a report.
inline constexpr const char* select_listed_report = "Select a report from the timetable.";
inline constexpr const char* select_first_board =
    "Select the board that deals with the report first.";
inline constexpr const char* select_next_board =
    "Select a different board to deal with the report afterwards.";
inline constexpr const char* enter_source = "Enter the source, for example protocol 4.4.";
inline constexpr const char* source_too_long = "This must be 200 characters or fewer.";
inline constexpr const char* first_board = "Board that deals with the report first";
inline constexpr const char* next_board = "Board that deals with the report afterwards";
inline constexpr const char* orders_intro =
    "Boards are consulted before any board agrees a report, and the lead board agrees it before "
    "other boards are informed. Any further orders are listed here. The timetable shows any board "
    "that is out of order or waiting for another board to arrange a meeting.";
inline constexpr const char* remove_order = "Remove this order";
inline std::string order_line(std::string_view report, std::string_view first,
                              std::string_view then, std::string_view source) {
    return fmt::format("{}: {} before {} ({}).", report, first, then, source);
}

// Suggested meetings, and the reports of the next year.
inline constexpr const char* confirm_heading = "Confirm suggested meetings";
inline std::string timetable_for(int year) {
    return fmt::format("Reporting timetable {}", year);
}
inline constexpr const char* back_to_timetable = "Back to the timetable";
inline std::string reports_to_place(std::size_t reports) {
    return fmt::format("{} can be added to the agendas of your boards.",
                       counted(reports, "report", "reports"));
}
inline constexpr const char* confirm_intro =
    "Each report will be added to the agenda for its meeting and we will email the author to ask "
    "for it. You can select a different meeting later.";
inline std::string confirm_suggestions(std::size_t suggestions) {
    return suggestions == 1 ? std::string("Confirm 1 suggested meeting")
                            : fmt::format("Confirm all {} suggested meetings", suggestions);
}
inline std::string set_up_year(int year) {
    return fmt::format("Set up the {} timetable", year);
}
inline std::string reports_set_up(std::size_t reports, int year) {
    return fmt::format("{} {} already set up for {}.", counted(reports, "report", "reports"),
                       reports == 1 ? "is" : "are", year);
}
inline std::string set_up_reports(std::size_t reports, int year) {
    return fmt::format("Set up {} for {}", counted(reports, "report", "reports"), year);
}
inline constexpr const char* nothing_to_set_up = "There are no more reports to set up.";
inline constexpr const char* set_up_intro =
    "Each report will be kept, even if its board is renamed or merged. No emails are sent and no "
    "meetings are selected at this stage.";

// One report.
inline constexpr const char* boards_in_order = "Boards in order";
inline constexpr const char* inconsistencies = "Inconsistencies in the protocol";
inline std::string resolved(std::string_view reason) {
    return fmt::format("Resolved: {}", reason);
}
inline constexpr const char* default_lead_board = "The board that agrees it first";
inline constexpr const char* default_author = "The lead officer for that board";
inline constexpr const char* change_lead_board = "Change the lead board or author";
inline constexpr const char* author_hint =
    "We ask the author for the report when a board puts it on an agenda. The author must be a "
    "member of the lead board.";
inline constexpr const char* transfer = "Transfer to another board";
inline constexpr const char* transfer_yes =
    "Yes, transfer the report. The other board will be responsible for it from now on.";
inline constexpr const char* no_such_report = "There is no such report in the timetable.";
inline constexpr const char* confirm_transfer =
    "Select this to confirm that the report is being transferred to another board.";
inline constexpr const char* select_author = "Select a member of the lead board.";
inline constexpr const char* select_listed_board = "Select a board from the list.";

// Seasons and inconsistencies.
inline constexpr const char* seasons = "Season dates";
inline constexpr const char* seasons_intro =
    "The timetable sets the season for each report. Set the months for each season here. Every "
    "month must be in one season only. A season can run into the next year.";
inline std::string first_month(std::string_view season) {
    return fmt::format("First month of {}", season);
}
inline std::string last_month(std::string_view season) {
    return fmt::format("Last month of {}", season);
}
inline std::string source_clause(int number) {
    return fmt::format("Source {}: clause", number);
}
inline std::string source_text(int number) {
    return fmt::format("Source {}: what it says", number);
}
inline constexpr const char* record_inconsistency = "Record an inconsistency in the protocol";
inline constexpr const char* record_intro =
    "It will be shown with the timetable, including how it was resolved. Leave the last source "
    "blank if there are only two.";
inline constexpr const char* what_differs = "Summary of the inconsistency";
inline constexpr const char* clause_example = "For example, 2.14 or appendix B";
inline constexpr const char* no_such_inconsistency = "There is no such inconsistency.";
inline std::string inconsistency_in(std::string_view report) {
    return fmt::format("Inconsistency: {}", report);
}
inline std::string resolved_on(std::string_view date, std::string_view reason) {
    return fmt::format("Resolved on {}: {}", date, reason);
}
inline constexpr const char* how_resolved = "How it was resolved and by whom";
inline constexpr const char* enter_resolution = "Enter how it was resolved.";
inline constexpr const char* too_long = "This must be 4,000 characters or fewer.";

// The timetable.
inline std::string takes_over_reports(std::string_view board, std::string_view predecessor) {
    return fmt::format("{} now receives {}’s reports", board, predecessor);
}
inline constexpr const char* shown_with_timetable = "This will be shown with the timetable";
inline constexpr const char* source_example = "For example, protocol 4.4";
inline constexpr const char* boards_out_of_order = "Boards out of order";
inline constexpr const char* reports_heading = "Reports to set up";
inline constexpr const char* put_on_agenda = "Add to this agenda";
inline constexpr const char* version_example = "For example, draft 2";

}  // namespace server::timetable::words
