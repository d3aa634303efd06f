// What the to-do list and the agenda for the officers' meeting say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::overview::words {

// To do.
inline constexpr const char* nothing_to_do = "You have no outstanding tasks.";
inline std::string nothing_soon(std::string_view next, std::string_view board,
                                std::string_view date) {
    return fmt::format("You have no tasks due in the next 14 days. Next: {} ({}), due {}.", next,
                       board, date);
}
inline std::string respond_to_request(std::string_view board, std::string_view title) {
    return fmt::format("Respond to the request from the {}: {}", board, title);
}
/// `state`: "declined", "accepted".
inline std::string your_request(std::string_view board, std::string_view title,
                                std::string_view state) {
    return fmt::format("Your request to the {} ({}): {}", board, state, title);
}
inline std::string alternative_suggested(std::string_view board, std::string_view title) {
    return fmt::format("The {} has suggested an alternative to your request: {}", board, title);
}
inline std::string request_declined(std::string_view board, std::string_view title) {
    return fmt::format("The {} has declined your request. You can escalate it: {}", board, title);
}
inline std::string publish_agenda(std::string_view meeting) {
    return fmt::format("Publish the agenda for {}", meeting);
}
inline std::string no_items(std::string_view meeting) {
    return fmt::format("Add agenda items for {}", meeting);
}
inline std::string reports_outstanding(int reports, std::string_view meeting) {
    return fmt::format("{} outstanding for {}",
                       workflows::text::counted(reports, "report", "reports"), meeting);
}
inline std::string confirm_meeting(std::string_view meeting) {
    return fmt::format("Confirm the provisional meeting on {}", meeting);
}
inline std::string send_document(std::string_view document, std::string_view board,
                                 std::string_view meeting) {
    return fmt::format("Send “{}” to the {} for its meeting on {}", document, board, meeting);
}
inline std::string circulate_minutes(std::string_view meeting) {
    return fmt::format("Circulate the draft minutes for {}", meeting);
}
inline std::string confirm_held(std::string_view meeting) {
    return fmt::format("Confirm the meeting took place and circulate the draft minutes for {}",
                       meeting);
}
inline std::string send_report(std::string_view title) {
    return fmt::format("Send your report: {}", title);
}
inline constexpr const char* set_date = "Set a date for the meeting to be confirmed";

// The officers' meeting.
inline std::string overdue(std::string_view date) {
    return fmt::format("{} (overdue)", date);
}
inline std::string section_title(std::size_t number, std::string_view title) {
    return fmt::format("{}. {}", number, title);
}
inline std::string officers_lead(std::string_view date) {
    return fmt::format("Business due, open and overdue between the boards on {} that you can view.",
                       date);
}
inline constexpr const char* officers_heading = "Officers’ meeting agenda";
inline constexpr const char* officers_json = "Download the officers’ agenda (JSON)";
inline std::string report_line(std::string_view report, std::string_view purpose,
                               std::string_view when, std::string_view state) {
    return fmt::format("{}, {}: {}, {}", report, purpose, when, state);
}
inline std::string request_line(std::string_view title, std::string_view from, std::string_view to,
                                std::string_view state) {
    return fmt::format("{} (from {} to {}): {}", title, from, to, state);
}
inline std::string stop_line(std::string_view document, std::string_view board,
                             std::string_view status) {
    return fmt::format("{}, {}: {}", document, board, status);
}
inline std::string stop_line_replaced(std::string_view document, std::string_view board,
                                      std::string_view successor, std::string_view status) {
    return fmt::format("{}, {} (replaced by {}): {}", document, board, successor, status);
}
inline std::string response_line(std::string_view source, int number, std::string_view owing,
                                 std::string_view asking, std::string_view state) {
    return fmt::format("{}, recommendation {} (response from {} to {}): {}", source, number, owing,
                       asking, state);
}
inline std::string issue_line(std::string_view reference, std::string_view title,
                              std::string_view state) {
    return fmt::format("{}, {}: {}", reference, title, state);
}
inline std::string return_line(int year, std::string_view board, std::string_view state) {
    return fmt::format("{} annual return from the {}: {}", year, board, state);
}
inline std::string provisional_line(std::string_view board, std::string_view meeting) {
    return fmt::format("{}: {} is provisional", board, meeting);
}
inline std::string clash_line(std::string_view post, std::string_view boards,
                              std::string_view date) {
    return fmt::format("The {} is due at {} on {}", post, boards, date);
}
inline std::string theme_line(std::string_view theme, std::string_view lead,
                              std::string_view contributors) {
    return fmt::format("{}: led by {}, with contributions from {}", theme, lead, contributors);
}
inline constexpr const char* reports_section = "Annual reports and plans due in the next 4 months";
inline constexpr const char* no_reports = "No reports are due in the next 4 months.";
inline constexpr const char* requests_section = "Requests between your boards and others";
inline constexpr const char* no_requests = "There are no open requests.";
inline constexpr const char* documents_section = "Circulated documents that are due or overdue";
inline constexpr const char* no_documents = "No documents are overdue.";
inline constexpr const char* responses_section = "Outstanding responses between boards";
inline constexpr const char* no_responses = "No responses are outstanding.";
inline constexpr const char* issues_section = "Unresolved issues between boards";
inline constexpr const char* no_issues = "Your boards have no open issues.";
inline constexpr const char* returns_section = "Annual returns to the register";
inline constexpr const char* no_returns = "No returns are outstanding.";
inline constexpr const char* provisional_section = "Provisional meetings to confirm";
inline constexpr const char* no_provisional = "All meetings in the next 6 months are confirmed.";
inline constexpr const char* clashes_section = "Diary clashes in the next 12 months";
inline constexpr const char* no_clashes = "There are no diary clashes.";
inline constexpr const char* themes_section = "Themes shared between boards";
inline constexpr const char* no_themes = "There are no themes on the register.";

}  // namespace server::overview::words
