// What a meeting's own page and the page to manage it say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "workflows/text/words.hpp"

namespace server::overview::words {

// The meeting's page.
inline constexpr const char* meeting_cancelled = "This meeting has been cancelled";
inline std::string with_reason(std::string_view text, std::string_view reason) {
    return fmt::format("{}: {}", text, reason);
}
inline std::string without_reason(std::string_view text) {
    return fmt::format("{}.", text);
}
inline constexpr const char* provisional =
    "The date of this meeting is provisional and may change.";
/// `confirm_by`: "To be confirmed by 3 May 2027".
inline std::string provisional_until(std::string_view confirm_by) {
    return fmt::format("{} {}.", provisional, confirm_by);
}
inline std::string joint_with(const std::vector<std::string>& boards) {
    return fmt::format("Joint meeting with {}.", workflows::text::joined_with_and(boards));
}
inline std::string minutes_allowed(int minutes) {
    return workflows::text::counted(minutes, "minute", "minutes");
}
inline constexpr const char* time_assumed =
    "The time is assumed. The secretariat has not confirmed it.";
inline constexpr const char* when_dated = "when the date is set";

// When the agenda was published; `notice`: "5 clear days".
inline std::string published(std::string_view date) {
    return fmt::format("Published on {}.", date);
}
inline std::string published_for(std::string_view date, std::string_view meeting) {
    return fmt::format("Published on {} for a meeting on {}.", date, meeting);
}
inline std::string published_before(std::string_view date, std::string_view notice) {
    return fmt::format("Published on {}, {} before the meeting.", date, notice);
}
inline std::string published_recounted(std::string_view date, std::string_view notice, int then) {
    return fmt::format("Published on {}, {} before the meeting ({} when it was published).", date,
                       notice, then);
}
inline std::string published_rearranged(std::string_view date, std::string_view first,
                                        std::string_view notice, std::string_view meeting) {
    return fmt::format(
        "Published on {} for a meeting on {}. The meeting was rearranged: this is {} "
        "before {}.",
        date, first, notice, meeting);
}
inline std::string published_rearranged_late(std::string_view date, std::string_view first,
                                             std::string_view notice, std::string_view meeting,
                                             int needed) {
    return fmt::format(
        "Published on {} for a meeting on {}. The meeting was rearranged: this is {} "
        "before {} ({} required).",
        date, first, notice, meeting, needed);
}
inline std::string agenda_version(int version) {
    return fmt::format("This is version {}.", version);
}
inline constexpr const char* private_unpublished =
    "This meeting is private. The agenda is not published.";
inline constexpr const char* being_prepared = "The agenda is being prepared.";
inline constexpr const char* none_published = "No agenda was published using this service.";
inline constexpr const char* private_invited =
    "This meeting is private. The agenda is sent to the people invited.";
inline constexpr const char* agenda_undated =
    "The agenda deadline depends on the meeting date, which has not been set.";
inline std::string agenda_was_due(std::string_view date) {
    return fmt::format("The agenda was due to be published by {}.", date);
}
inline std::string agenda_due(std::string_view date) {
    return fmt::format("The agenda will be published by {}.", date);
}
inline std::string draft_only(std::string_view more) {
    return fmt::format("Only the secretariat and the chair can view this draft. {}", more);
}
inline std::string download_pack(std::string_view pages, std::string_view size) {
    return fmt::format("Download the agenda pack (PDF, {}, {})", pages, size);
}
inline std::string page_title(std::string_view when) {
    return fmt::format("Meeting, {}", when);
}

// Managing a meeting: one task after another.
inline constexpr const char* blocked = "Cannot start yet";
inline constexpr const char* date_task = "Date, place and joining details";
inline std::string hint_and(std::string_view hint, std::string_view more) {
    return fmt::format("{}. {}", hint, more);
}
inline constexpr const char* time_is_assumed = "The time is assumed";
inline constexpr const char* invite_hint = "Invitations are sent when you confirm the date";
inline std::string invite(std::string_view people) {
    return fmt::format("Invite {}", people);
}
inline std::string invitations_to(std::string_view people) {
    return fmt::format("Invitations to {}", people);
}
inline std::string invitations_sent(int invitations, std::string_view replies) {
    return fmt::format("{} sent. {}",
                       workflows::text::counted(invitations, "invitation", "invitations"), replies);
}
inline std::string deadline(std::string_view date) {
    return fmt::format("Deadline {}", date);
}
inline std::string due(std::string_view date) {
    return fmt::format("Due {}", date);
}
inline std::string reports_received(std::string_view due, int received, int outstanding) {
    return fmt::format("{}: {} received, {} outstanding", due, received, outstanding);
}
inline std::string publish_by(std::string_view date) {
    return fmt::format("Deadline: {}", date);
}
inline std::string version_published(int version) {
    return fmt::format("Version {} is published", version);
}
inline std::string papers_sent(std::string_view people, std::string_view date) {
    return fmt::format("Papers sent to {} on {}", people, date);
}
inline std::string papers_sent_to_some(int sent, std::string_view people) {
    return fmt::format("Papers sent to {} of {}", sent, people);
}
inline std::string emails_created(std::string_view date) {
    return fmt::format("Emails created on {}", date);
}
inline std::string emails_failed(int emails) {
    return fmt::format("{} failed", emails);
}
inline std::string last_version_sent(std::string_view date) {
    return fmt::format("The previous version was sent on {}", date);
}
inline std::string circulated(std::string_view date) {
    return fmt::format("Circulated on {}", date);
}
inline std::string emails_about_meeting(int emails) {
    return fmt::format("Emails about this meeting ({})", emails);
}
inline std::string meetings_of(std::string_view board) {
    return fmt::format("{} meetings", board);
}
inline std::string issue_of_meeting(std::string_view reference) {
    return fmt::format("Issue {}, the subject of this meeting", reference);
}
inline std::string manage_title(std::string_view when) {
    return fmt::format("Manage meeting, {}", when);
}
inline constexpr const char* not_sent_here = "Not sent using this service";
inline constexpr const char* requests_task = "Requests from other chairs";
inline constexpr const char* pack_hint = "One PDF containing the agenda and papers";
inline constexpr const char* send_hint = "Email all members once the agenda pack is ready";
inline constexpr const char* held_task = "Confirm the meeting took place";
inline constexpr const char* held_hint = "On or after the meeting date";
inline constexpr const char* not_held = "Record that it did not take place";
inline constexpr const char* public_page = "View public page";
inline constexpr const char* how_counted = "How clear days are counted";
inline constexpr const char* create_pack = "Create the agenda pack";
inline constexpr const char* confirm_held_button = "Confirm it took place";

}  // namespace server::overview::words
