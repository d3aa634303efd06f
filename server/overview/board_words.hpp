// What the page of a board, the list of boards and the map of boards say.
#pragma once

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/text/words.hpp"

namespace server::overview::board_words {

inline constexpr const char* website = "Website";
inline constexpr const char* we_cannot_find_this_board = "We cannot find this board.";
inline constexpr const char* boards_label = "Boards";
inline constexpr const char* no_date = "no date";
inline constexpr const char* none = "None";
inline constexpr const char* no_meeting_scheduled = "No meeting scheduled";
inline constexpr const char* no_other_board = "No other board";
inline constexpr const char* map_of_boards = "Map of boards";
inline constexpr const char* boards_json = "Boards (JSON)";
inline constexpr const char* diagram_of_the_boards_scrolls_sideways =
    "Diagram of the boards (scrolls sideways)";
inline constexpr const char* who_reports_to_whom = "Who reports to whom";
inline constexpr const char* board_label = "Board";
inline constexpr const char* family = "Family";
inline constexpr const char* reports_to = "Reports to";
inline constexpr const char* replaced_by_label = "Replaced by";
inline constexpr const char* next_meeting = "Next meeting";
inline constexpr const char* download_data_csv = "Download data (CSV)";
inline constexpr const char* download_diagram_svg = "Download diagram (SVG)";
inline constexpr const char* not_known = "Not known";
inline constexpr const char* chairs = "Chairs";
inline constexpr const char* chair = "Chair";
inline constexpr const char* vice_chair = "Vice-chair";
inline constexpr const char* lead_member = "Lead member";
inline constexpr const char* lead_officer = "Lead officer";
inline constexpr const char* secretariat = "Secretariat";
inline constexpr const char* statutory_label = "Statutory";
inline constexpr const char* not_statutory = "Not statutory";
inline constexpr const char* statute_label = "Statute";
inline constexpr const char* meetings = "Meetings";
inline constexpr const char* held = "Held";
inline constexpr const char* quorum = "Quorum";
inline constexpr const char* next_change = "Next change";
inline constexpr const char* replaced = "replaced";
inline constexpr const char* too_many_to_draw =
    "There are too many boards to show in a diagram. They are all in the table.";

inline std::string not_statutory_under(std::string_view statute) {
    return fmt::format("{} (not statutory)", statute);
}
inline std::string board_as_data(std::string_view board) {
    return fmt::format("{} (JSON)", board);
}
inline std::string meetings_of(std::string_view board) {
    return fmt::format("{} meetings", board);
}
inline std::string to_be_confirmed(std::string_view date) {
    return fmt::format("{}, tbc", date);
}
inline std::string until(std::string_view date) {
    return fmt::format("until {}", date);
}
inline std::string report_to(std::size_t boards, std::string_view code) {
    return fmt::format("{} {} to the {}", boards, boards == 1 ? "reports" : "report", code);
}
inline std::string report_to_no_other(std::size_t boards) {
    return fmt::format("{} {} to no other board", boards, boards == 1 ? "reports" : "report");
}
inline std::string who_reports(std::size_t boards, const std::vector<std::string>& parts) {
    return fmt::format("{}: {}.", workflows::text::counted(boards, "board", "boards"),
                       workflows::text::joined(parts));
}
inline std::string boards_replaced(std::size_t boards) {
    return fmt::format("{} been replaced.",
                       workflows::text::counted(boards, "board has", "boards have"));
}

}  // namespace server::overview::board_words
