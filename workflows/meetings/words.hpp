// What the rules of meetings, their minutes and replies say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace workflows::meetings::words {

// Deadlines.
inline constexpr const char* when_the_date_is_set = "when the date is set";
inline constexpr const char* deadline_for_agenda_requests = "Deadline for agenda requests";
inline constexpr const char* deadline_for_reports = "Deadline for reports";
inline constexpr const char* agenda_published = "Agenda published";
inline constexpr const char* draft_minutes_due = "Draft minutes due";

// Meeting.
inline constexpr const char* enter_the_date_you_can_only =
    "Enter the date. You can only confirm a meeting that has a date.";
inline constexpr const char* enter_the_date_the_meeting_took =
    "Enter the date the meeting took place.";
inline constexpr const char* that_date_has_passed_enter =
    "That date has passed. Enter a date in the future.";
inline constexpr const char* this_meeting_is_provisional_confirm_its =
    "This meeting is provisional. Confirm its date before you publish the agenda.";
inline constexpr const char* enter_the_new_date = "Enter the new date.";
inline constexpr const char* the_meeting_already_has_that_date =
    "The meeting already has that date. Enter another date or time.";
inline constexpr const char* enter_the_reason_everyone_invited_will =
    "Enter the reason. Everyone invited will see it.";
inline constexpr const char* enter_the_start_time_as_well = "Enter the start time as well.";

// Minutes.
inline constexpr const char* record_the_meeting_as_held_before =
    "Record the meeting as held before you circulate the draft minutes.";
inline constexpr const char* enter_the_date_the_draft_minutes =
    "Enter the date the draft minutes were circulated. It must be today or in the past.";
inline constexpr const char* the_draft_minutes_for_this_meeting =
    "The draft minutes for this meeting are recorded as circulated. Undo that first, under “Draft "
    "minutes” on the manage meeting page.";

// Reply.
inline constexpr const char* select_whether_you_will_attend =
    "Select whether you will attend in person, join online or send apologies.";
inline constexpr const char* a_substitute_attends_instead =
    "A substitute attends instead of you. Select apologies, or leave this blank.";
inline constexpr const char* no_replies_yet = "No replies yet";

// Steps.
inline std::string date_has_passed(std::string_view date) {
    return fmt::format("{} has passed. Enter a date in the future, or record the meeting as held.",
                       date);
}
inline std::string can_be_recorded_from(std::string_view date) {
    return fmt::format("This meeting is on {}. You can record it as held from that date.", date);
}
inline std::string reason_characters_max(std::size_t greatest) {
    return fmt::format("Reason must be {} characters or fewer.", greatest);
}
inline std::string end_after_start(std::string_view starts) {
    return fmt::format("End time must be after the start time, {}.", starts);
}

// Deadlines.
inline std::string working_days_after(int days, std::string_view date) {
    return fmt::format("{} after {}", text::counted(days, "working day", "working days"), date);
}
inline std::string working_days_before(int days, std::string_view date) {
    return fmt::format("{} before {}", text::counted(days, "working day", "working days"), date);
}
inline std::string clear_days_before(int days, std::string_view date) {
    return fmt::format("{} before {}", text::counted(days, "clear day", "clear days"), date);
}
inline std::string deadline_on(std::string_view date, std::string_view rule) {
    return fmt::format("{}: {}", date, rule);
}
inline std::string deadline_counted(std::string_view date, std::string_view rule,
                                    std::string_view counted) {
    return fmt::format("{}: {}: {} counted", date, rule, counted);
}
inline std::string deadline_skipped(std::string_view date, std::string_view rule,
                                    std::string_view skipped) {
    return fmt::format("{}: {}: {} skipped", date, rule, skipped);
}
inline std::string deadline_counted_and_skipped(std::string_view date, std::string_view rule,
                                                std::string_view counted,
                                                std::string_view skipped) {
    return fmt::format("{}: {}: {} counted; {} skipped", date, rule, counted, skipped);
}

// Minutes.
inline std::string on_or_after_the_meeting(std::string_view date) {
    return fmt::format("Enter a date on or after the date of the meeting, {}.", date);
}
inline std::string draft_minutes_circulated(std::string_view date) {
    return fmt::format("Draft minutes were circulated on {}.", date);
}

// Replies.
inline std::string name_characters_max(std::size_t greatest) {
    return fmt::format("Name must be {} characters or fewer.", greatest);
}
inline std::string note_characters_max(std::size_t greatest) {
    return fmt::format("Note must be {} characters or fewer.", greatest);
}
inline std::string in_person(std::size_t people) {
    return fmt::format("{} in person", people);
}
inline std::string online(std::size_t people) {
    return fmt::format("{} online", people);
}
inline std::string apologies(std::size_t people, std::size_t substitutes) {
    const auto sent = text::counted(people, "apology", "apologies");
    if (substitutes == 0) return sent;
    return fmt::format("{} ({} attending)", sent,
                       text::counted(substitutes, "substitute", "substitutes"));
}
inline std::string not_replied(std::size_t people) {
    return fmt::format("{} not yet replied", people);
}

}  // namespace workflows::meetings::words
