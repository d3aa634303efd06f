// What the pages of the register and of the annual update say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::partnership_register::words {

// The annual update.
inline std::string published_on(std::string_view date) {
    return fmt::format("Published {}", date);
}
inline std::string draft_lead(std::string_view date) {
    return fmt::format(
        "Created on {} from the register, the calendar, the timetable and accepted "
        "returns.",
        date);
}
inline std::string returns_missing(std::size_t returns) {
    return fmt::format(
        "{} not been accepted. Confirm that you want to publish without them, or wait.",
        workflows::text::counted(returns, "return has", "returns have"));
}
inline constexpr const char* no_update = "There is no update for this year.";
inline constexpr const char* returns_not_accepted = "Returns not yet accepted";
inline constexpr const char* nothing_to_publish =
    "There is nothing to publish because no board has submitted anything yet.";
inline constexpr const char* none_accepted =
    "No returns have been accepted yet, so the published update has not changed. Request returns "
    "from the boards first.";

// One board in the annual update.
/// `held`: "3 recorded as held, 1 scheduled".
inline std::string held_counts(int held, int scheduled, int unrecorded) {
    const auto base = fmt::format("{} recorded as held", held);
    const auto more = scheduled > 0 ? fmt::format("{}, {} scheduled", base, scheduled) : base;
    return unrecorded > 0 ? fmt::format("{}, {} not yet recorded", more, unrecorded) : more;
}
inline std::string no_number(int held) {
    return fmt::format("No required number: {} recorded as held", held);
}
inline std::string enough_held(std::string_view held, int needed) {
    return fmt::format("Yes: {} ({} a year required)", held, needed);
}
inline std::string not_enough_held(std::string_view held, int needed) {
    return fmt::format("No: {} ({} a year required)", held, needed);
}
inline std::string not_recorded_before(std::string_view date, std::string_view held, int needed) {
    return fmt::format("Not recorded before {}: {} ({} a year required)", date, held, needed);
}
inline std::string public_meetings(int held) {
    return fmt::format("Yes: {}", held);
}
inline std::string reports_delivered(int delivered, int asked) {
    return fmt::format("{} of {} recorded as delivered", delivered, asked);
}
inline std::string no_return_accepted(int year) {
    return fmt::format("No return from the board for {} has been accepted.", year);
}
inline std::string accepted_of(std::size_t accepted, std::size_t asked) {
    return fmt::format("{} of {} requested", accepted, asked);
}
inline std::string update_title(int year) {
    return fmt::format("Annual Partnerships Update {}", year);
}
inline constexpr const char* not_required = "Not required";
inline constexpr const char* no_reports = "None for this board";
inline constexpr const char* no_return = "No return for this year";

// The register.
inline constexpr const char* before_last_meeting = "Completed before its last meeting";
inline std::string on_both(std::string_view posts) {
    return fmt::format(" Members of more than one: {}.", posts);
}
inline std::string since(std::string_view post, std::string_view date) {
    return fmt::format("{} (since {})", post, date);
}
inline std::string own_entry(std::string_view completed, std::string_view last,
                             std::string_view next) {
    return fmt::format("Completed {}. Last meeting {}. Next meeting {}.", completed, last, next);
}
inline std::string lead_member(std::string_view post) {
    return fmt::format("Lead member: {}.", post);
}
inline std::string lead_officer(std::string_view post) {
    return fmt::format("Lead officer: {}.", post);
}
inline std::string own_return(int year) {
    return fmt::format("Board’s {} return", year);
}
inline std::string out_of_date(std::size_t early, std::size_t all) {
    return fmt::format("{} of {} {} out of date (completed before the board’s last meeting).",
                       early, workflows::text::counted(all, "register entry", "register entries"),
                       early == 1 ? "is" : "are");
}
inline constexpr const char* no_action = "No action needed. All entries match the calendar.";
inline constexpr const char* boards_table = "Boards and their meetings";
inline constexpr const char* own_record = "Board’s own entry";
inline constexpr const char* returns_link = "Annual returns";
inline constexpr const char* office_link = "Set the partnership office";
inline constexpr const char* register_intro =
    "Last and next meetings come from the calendar and posts from the current membership. Each "
    "board’s own return is shown alongside.";
inline constexpr const char* register_json = "Download the register (JSON)";
inline constexpr const char* register_csv = "Download the register (CSV)";
inline constexpr const char* register_data = "Register of partnerships (JSON)";

}  // namespace server::partnership_register::words
