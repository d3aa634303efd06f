// What the pages and steps of board changes say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::succession::words {

// Forms.
inline constexpr const char* start_hint =
    "If this is in the future, the change will take effect automatically on that date";
inline constexpr const char* enter_start = "Enter the start date";
inline constexpr const char* rename_board = "Change a board’s name or web address";
inline constexpr const char* code_stays = "The board’s code will not change.";
inline constexpr const char* slug_hint =
    "The end of the page address, after /boards/. For example, safer-oxfordshire. The old address "
    "will redirect to the new one";
inline constexpr const char* replace_board = "Merge or replace boards";
inline constexpr const char* merge_intro =
    "Select more than one board to merge them. You can review the changes before they are saved.";
inline constexpr const char* boards_ending = "Boards to close";
inline constexpr const char* replacing_board = "Board replacing them";
inline constexpr const char* future_meetings = "Future meetings of the old board";
inline constexpr const char* meetings_transferred = "They will become the new board’s meetings";
inline constexpr const char* meetings_kept = "The old board will still hold or cancel them";
inline constexpr const char* select_meetings = "Select what happens to future meetings";

// What changes; `boards`: "The A, the B and the C".
inline std::string renamed(std::string_view boards, std::string_view name, std::string_view slug) {
    return fmt::format("{} will be called the {} (/boards/{})", boards, name, slug);
}
inline std::string replaced(std::string_view boards, std::string_view successor) {
    return fmt::format("{} will be replaced by the {}", boards, successor);
}
inline std::string heading_counted(std::string_view heading, std::size_t count) {
    return fmt::format("{}: {}", heading, count);
}
inline std::string to_transfer(std::string_view things) {
    return fmt::format("{} to transfer", things);
}
inline std::string to_keep(std::string_view things) {
    return fmt::format("{} to keep", things);
}
inline std::string emails(std::size_t people) {
    return fmt::format(
        "We will email {} about these meetings: those newly invited and those no "
        "longer invited.",
        workflows::text::counted(people, "person", "people"));
}
inline std::string save_for(std::string_view date) {
    return fmt::format("Save this change for {}", date);
}
inline constexpr const char* nothing_moves = "There is nothing to transfer.";
inline constexpr const char* automatic = "Updated automatically";
inline constexpr const char* automatic_text =
    "The reporting timetable, board groups and themes will use the new board from that date.";
inline constexpr const char* kept_text =
    "Meetings before that date, published agendas and papers, closed requests, outcomes and "
    "members stay on the old board’s page, which will link to the new board.";
inline constexpr const char* changes_lead = "Rename, merge or close boards.";
inline constexpr const char* changes_intro =
    "You can review each change before you save it and choose a future start date. You can undo a "
    "change until it takes effect.";
inline constexpr const char* no_changes = "There are no board changes.";
inline constexpr const char* changes_json = "Download board changes (JSON)";
inline constexpr const char* changes_csv = "Download board changes (CSV)";
inline constexpr const char* no_such_change = "There is no such change.";
inline constexpr const char* review = "Review this change";
inline constexpr const char* board_change = "Board change";
inline constexpr const char* rename_text =
    "Nothing will be transferred. Links to the old web address, including meetings and calendars, "
    "will redirect to the new one.";

// What is transferred.
inline std::string response_line(std::string_view owing, std::string_view asking, int number,
                                 std::string_view state) {
    return fmt::format("Response from {} to {}, recommendation {}: {}", owing, asking, number,
                       state);
}
inline std::string return_line(int year, std::string_view date) {
    return fmt::format("{}, due {}", year, date);
}
inline std::string poll_line(std::string_view date) {
    return fmt::format("Closing date {}", date);
}
inline constexpr const char* joint_meetings = "Joint meetings with other boards";
inline constexpr const char* stops = "Documents in circulation to this board";
inline constexpr const char* circulations = "Documents circulated by this board";
inline constexpr const char* requests = "Open requests between boards";
inline constexpr const char* timetable_reports = "Timetable reports";
inline constexpr const char* responses = "Outstanding responses";
inline constexpr const char* returns = "Annual returns to the register";
inline constexpr const char* polls = "Polls to find a date";
inline std::string replaced_by(std::string_view successor, std::string_view board) {
    return fmt::format("The {} has replaced the {}.", successor, board);
}
inline std::string report_line(std::string_view report, std::string_view season, int year,
                               std::string_view state) {
    return fmt::format("{}, {} {}: {}", report, season, year, state);
}
inline std::string joined_report(std::string_view line, std::string_view board,
                                 std::string_view state) {
    return fmt::format("{}. Will be combined with the {} report, which is: {}", line, board, state);
}

// What is missing or wrong.
inline std::string already_replaced(std::string_view board, std::string_view successor) {
    return fmt::format("The {} has already been replaced by {}.", board, successor);
}
inline std::string change_recorded(std::string_view board, std::string_view date) {
    return fmt::format("There is already a change to the {} on {}. Undo that change first.", board,
                       date);
}
inline std::string address_taken(std::string_view board) {
    return fmt::format("This web address will be used by {}. Enter a different one.", board);
}
inline constexpr const char* enter_name = "Enter a name of 200 characters or fewer";
inline constexpr const char* nothing_changed = "Enter a new name or a new web address";
inline constexpr const char* select_boards = "Select boards from the list";
inline constexpr const char* itself = "A board cannot replace itself";
inline constexpr const char* select_board = "Select a board from the list";
inline constexpr const char* select_ending = "Select the boards to close";
inline constexpr const char* select_successor = "Select the board that will replace them";
inline constexpr const char* change_now = "Make this change now";

}  // namespace server::succession::words
