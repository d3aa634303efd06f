// What the pages of an agenda and its items say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::agenda::words {

// Agenda content.
inline constexpr const char* withdrawn = "Withdrawn";
inline constexpr const char* verbal_update = "Verbal update";
inline constexpr const char* report_to_follow = "Report to follow";

// Agenda pages.
inline constexpr const char* this_agenda_has_not_been_published =
    "This agenda has not been published.";
inline constexpr const char* report_received = "Report received";
inline constexpr const char* meetings = "Meetings";
inline constexpr const char* somebody_else_changed_the_order_after =
    "Somebody else changed the order after you opened this page. Check the new order, then move "
    "the item.";
inline constexpr const char* moved_up = "moved up";
inline constexpr const char* moved_down = "moved down";
inline constexpr const char* this_item_has_been_published =
    "This item has been published. It will keep its number and be shown as withdrawn from the next "
    "version.";
inline constexpr const char* the_item_and_its_papers_will =
    "The item and its papers will be removed. Nobody outside the secretariat has seen them.";
inline constexpr const char* remove_this_item = "Remove this item";
inline constexpr const char* this_item_comes_from_a_request =
    "This item comes from a request. Reopen the request to remove the item.";
inline constexpr const char* withdrawn_after_publication = "withdrawn after publication";
inline constexpr const char* before_publication = "before publication";

// Agenda view.
inline constexpr const char* this_item_is_private = "This item is private.";

// Item pages.
inline constexpr const char* no_author_yet = "No author yet";
inline constexpr const char* who_can_read_this_item = "Who can read this item?";
inline constexpr const char* everyone = "Everyone";
inline constexpr const char* members_and_invited_people = "Members and invited people";
inline constexpr const char* members_only_exempt_or_confidential =
    "Members only: exempt or confidential";
inline constexpr const char* the_public_cannot_see_the_title =
    "The public cannot see the title, the papers or their names.";
inline constexpr const char* title = "Title";
inline constexpr const char* what_is_the_board_asked = "What is the board asked to do?";
inline constexpr const char* summary = "Summary";
inline constexpr const char* write_2_or_3_sentences = "Write 2 or 3 sentences.";
inline constexpr const char* report_author = "Report author";
inline constexpr const char* you_can_ask_the_author =
    "You can ask the author for the report after saving.";
inline constexpr const char* presented_by = "Presented by";
inline constexpr const char* time_allowed_minutes = "Time allowed (minutes)";
inline constexpr const char* leave_blank_if_there_is_no = "Leave blank if there is no set time.";
inline constexpr const char* public_title = "Public title";
inline constexpr const char* shown_instead_of_the_title =
    "Shown instead of the title to people who cannot read the item. If you leave this blank they "
    "will see “Exempt item” or “Item for members”.";
inline constexpr const char* report = "Report";
inline constexpr const char* there_is_a_report = "There is a report";
inline constexpr const char* agenda = "Agenda";
inline constexpr const char* add_item = "Add item";
inline constexpr const char* save_item = "Save item";
inline constexpr const char* request_a_response_to_this_item = "Request a response to this item";
inline constexpr const char* response_linked_to_this_item = "Response linked to this item";
inline constexpr const char* select_what_the_board_is_asked =
    "Select what the board is asked to do.";
inline constexpr const char* select_who_can_read_this_item = "Select who can read this item.";
inline constexpr const char* select_an_author_from_the_list = "Select an author from the list.";
inline constexpr const char* this_item_has_papers_remove_them =
    "This item has papers. Remove them before changing it to a verbal update.";

// Publish commands.
inline constexpr const char* somebody_changed_the_agenda_after =
    "Somebody changed the agenda after you opened this page. Check the agenda again, then publish.";
inline constexpr const char* this_meeting_does =
    "This meeting does not have a date yet. Confirm the date first.";
inline constexpr const char* this_agenda_has_no_items_add =
    "This agenda has no items. Add an item, then publish.";
inline constexpr const char* reason_must_be_4_000_characters =
    "Reason must be 4,000 characters or fewer.";

// Publish pages.
inline constexpr const char* what_the_public_will_see = "What the public will see";
inline constexpr const char* item = "Item";
inline constexpr const char* papers_label = "Papers";
inline constexpr const char* this_is_short_notice_give =
    "This is short notice. Give the reason for urgency – it will be published. An item can only be "
    "considered if the chair agrees it is urgent because of special circumstances (Local "
    "Government Act 1972, section 100B(4)(b)).";
inline constexpr const char* reason_for_urgency = "Reason for urgency";
inline constexpr const char* this_reason_will_be_published = "This reason will be published.";
inline constexpr const char* create_agenda_packs = "Create agenda packs";
inline constexpr const char* email_the_papers = "Email the papers";
inline constexpr const char* published_versions = "Published versions";
inline constexpr const char* we_cannot_find_this_version =
    "We cannot find this version of the agenda.";
inline constexpr const char* check_and_publish_the_agenda = "Check and publish the agenda";
inline constexpr const char* a_newer_version_of_this_agenda =
    "A newer version of this agenda has been published.";

inline std::string removed_after_publication(std::size_t papers) {
    return fmt::format("{} removed after publication",
                       workflows::text::counted(papers, "paper was", "papers were"));
}
inline std::string pages_not_in_this_pack(long long pages) {
    return fmt::format("This paper is private. {} not in this pack.",
                       workflows::text::counted(pages, "page is", "pages are"));
}
inline std::string kilobytes(long long size) {
    return fmt::format("{} KB", size);
}
inline std::string megabytes(long long whole, long long tenths) {
    return fmt::format("{}.{} MB", whole, tenths);
}
inline std::string pdf_facts(std::string_view size, std::string_view pages) {
    return fmt::format("PDF, {}, {}", size, pages);
}
inline std::string paper_as_pdf(std::string_view name, std::string_view pages,
                                std::string_view size) {
    return fmt::format("{} (PDF, {}, {})", name, pages, size);
}

// Time.
inline std::string no_time_allocated(int meeting_minutes) {
    return fmt::format("No time allocated to items yet. The meeting is scheduled for {}.",
                       workflows::text::counted(meeting_minutes, "minute", "minutes"));
}
inline std::string time_allocated(int item_minutes, int meeting_minutes) {
    return fmt::format("{} of {} allocated.", item_minutes,
                       workflows::text::counted(meeting_minutes, "minute", "minutes"));
}
inline std::string too_much_time_allocated(int item_minutes, int meeting_minutes) {
    return fmt::format("{} allocated. This is {} more than the meeting’s {}.",
                       workflows::text::counted(item_minutes, "minute", "minutes"),
                       item_minutes - meeting_minutes,
                       workflows::text::counted(meeting_minutes, "minute", "minutes"));
}

// Items.
inline constexpr const char* add_an_agenda_item = "Add an agenda item";
inline std::string agenda_on(std::string_view date) {
    return fmt::format("Agenda, {}", date);
}
inline std::string move_item_up(int number) {
    return fmt::format("Move item {} up", number);
}
inline std::string move_item_down(int number) {
    return fmt::format("Move item {} down", number);
}
inline std::string remove_item(int number) {
    return fmt::format("Remove item {}", number);
}
inline std::string change_item(int number) {
    return fmt::format("Edit item {}", number);
}
inline std::string item_number(int number) {
    return fmt::format("item {}", number);
}
inline std::string you_can_still_restrict(std::string_view refusal) {
    return fmt::format("{} You can still restrict anything that was published by mistake.",
                       refusal);
}
inline std::string summary_characters_max(std::size_t greatest) {
    return fmt::format("Summary must be {} characters or fewer.", greatest);
}
inline std::string presenter_characters_max(std::size_t greatest) {
    return fmt::format("Presenter’s name must be {} characters or fewer.", greatest);
}

// Publishing.
inline std::string version_is_current(int version) {
    return fmt::format("Version {} is published. There are no unpublished changes.", version);
}
inline std::string version_has_unpublished_changes(int version) {
    return fmt::format("Version {} is published. You have unpublished changes.", version);
}
inline std::string nothing_changed_since_version(int version) {
    return fmt::format("Nothing has changed since version {} was published.", version);
}
inline std::string exempt_pages(long long pages) {
    return workflows::text::counted(pages, "exempt page", "exempt pages");
}
inline std::string if_you_publish_now(int days_given, int days_needed) {
    return fmt::format("If you publish now you will give {} notice ({} required).",
                       workflows::text::counted(days_given, "clear day’s", "clear days’"),
                       days_needed);
}
inline std::string office_is_closed(std::string_view date) {
    return fmt::format("The office is closed, so the agenda will count as published on {}.", date);
}
inline std::string publish_version(int version) {
    return fmt::format("Publish version {}", version);
}
inline std::string version_published_on(int version, std::string_view date) {
    return fmt::format("Version {}, published {}", version, date);
}
inline std::string agenda_version(int version) {
    return fmt::format("Agenda, version {}", version);
}
inline std::string published_before_the_meeting(std::string_view date, int clear_days,
                                                std::string_view meeting_date) {
    return fmt::format("Published on {}, {} before the meeting scheduled for {}.", date,
                       workflows::text::counted(clear_days, "clear day", "clear days"),
                       meeting_date);
}
inline std::string published_at_short_notice(std::string_view reason) {
    return fmt::format("Published at short notice: {}", reason);
}
/// For the audit trail.
inline std::string version_published(int version, std::string_view verdict,
                                     std::string_view sha256) {
    return fmt::format("version {}, {} SHA-256 {}", version, verdict, sha256);
}

}  // namespace server::agenda::words
