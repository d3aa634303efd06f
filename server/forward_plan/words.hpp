// The forward plan: what comes to which board, and when.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::forward_plan::words {

using workflows::text::counted;

inline std::string plan_counts(std::size_t reports, std::size_t boards, std::size_t placed,
                               std::size_t suggested, std::size_t unplaced) {
    return fmt::format(
        "{} for {}: {} with a meeting, {} with a suggested meeting and {} without a "
        "meeting.",
        counted(reports, "report", "reports"), counted(boards, "board", "boards"), placed,
        suggested, unplaced);
}
inline std::string out_of_order(std::size_t reports) {
    return fmt::format("{} out of order: see the reporting timetable.",
                       counted(reports, "report is", "reports are"));
}
inline constexpr const char* none_out_of_order = "None is out of order.";
inline constexpr const char* too_many_to_draw =
    " There are too many to show in a chart. They are all in the tables.";
inline constexpr const char* plan_picture = "Chart of future reports (scroll sideways)";
inline constexpr const char* no_such_board = "There is no such board. Select a board.";
inline constexpr const char* no_such_report = "There is no such report. Select a report.";
inline constexpr const char* nothing_published = "Nothing published yet";
inline std::string entry_counts(std::size_t entries, std::size_t reports, std::size_t unplaced) {
    return fmt::format("{}, including {}. {} no meeting yet.", counted(entries, "entry", "entries"),
                       counted(reports, "annual report", "annual reports"),
                       counted(unplaced, "report has", "reports have"));
}
inline std::string page_of(std::string_view which, std::size_t number, std::size_t pages) {
    return fmt::format("{}: {} of {}", which, number, pages);
}
inline std::string plan_lead(std::string_view from, std::string_view to) {
    return fmt::format("What is coming to each board from {} to {}.", from, to);
}
inline constexpr const char* no_such_page = "There is no such page in the forward plan.";
inline constexpr const char* nothing_planned =
    "Nothing in the forward plan matches your selection.";
inline constexpr const char* plan_json = "Forward plan (JSON)";
inline constexpr const char* document_in_circulation = "Document in circulation";
inline constexpr const char* date_to_be_confirmed = "Date to be confirmed";

}  // namespace server::forward_plan::words
