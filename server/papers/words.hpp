// What the pages of papers and agenda packs say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "workflows/text/words.hpp"

namespace server::papers::words {

// Job pages.
inline constexpr const char* done = "Done";
inline constexpr const char* failed = "Failed";
inline constexpr const char* cancelled = "Cancelled";
inline constexpr const char* running = "Running";
inline constexpr const char* queued = "Queued";
inline constexpr const char* we_cannot_find_this_task = "We cannot find this task.";
inline constexpr const char* creating_the_agenda_pack = "Creating the agenda pack";
inline constexpr const char* open_the_agenda_pack_pdf = "Open the agenda pack (PDF)";
inline constexpr const char* all_agenda_packs_for_this_meeting =
    "All agenda packs for this meeting";
inline constexpr const char* cancel = "Cancel";
inline constexpr const char* meetings = "Meetings";
inline constexpr const char* this_has_already_finished_so =
    "This has already finished, so you cannot cancel it.";

// Late papers pages.
inline constexpr const char* no_author_named = "no author named";
inline constexpr const char* send_reminders = "Send reminders";
inline constexpr const char* select_reports_to_chase = "Select reports to chase";
inline constexpr const char* we_will_email_each_author_about =
    "We will email each author about each report, no more than once a day.";
inline constexpr const char* reports_with_no_author = "Reports with no author";
inline constexpr const char* add_an_author_to_the_item =
    "Add an author to the item, or add the report yourself.";
inline constexpr const char* overdue_reports = "Overdue reports";
inline constexpr const char* to_do = "To do";
inline constexpr const char* select_at_least_one_report = "Select at least one report.";

// Pack commands.
inline constexpr const char* for_members_and_invited_people = "For members and invited people";
inline constexpr const char* not_for_publication = "Not for publication";
inline constexpr const char* publish_the_agenda_first_packs =
    "Publish the agenda first. Packs are created from the published agenda.";
inline constexpr const char* cancelled_by_the_user = "Cancelled by the user.";
inline constexpr const char* the_pack_is_too_large =
    "The pack is too large to create. Split the largest paper, or contact the people who run this "
    "service.";

// Pack jobs.
inline constexpr const char* waiting_to_start = "Waiting to start";

// Pack pages.
inline constexpr const char* public_pack = "Public pack";
inline constexpr const char* create_public_pack = "Create public pack";
inline constexpr const char* items_and_papers_that_anyone_can =
    "Items and papers that anyone can read.";
inline constexpr const char* members_pack = "Members’ pack";
inline constexpr const char* create_members_pack = "Create members’ pack";
inline constexpr const char* for_members_and_invited_people_includes =
    "For members and invited people. Includes items for members, but not exempt papers.";
inline constexpr const char* full_pack_including_exempt_papers =
    "Full pack (including exempt papers)";
inline constexpr const char* create_full_pack = "Create full pack";
inline constexpr const char* all_papers_every_page_is_marked =
    "All papers. Every page is marked “Not for publication”.";
inline constexpr const char* this_pack_is_being_created_check =
    "This pack is being created: check progress";
inline constexpr const char* we_cannot_find_this_pack = "We cannot find this pack.";
inline constexpr const char* this_pack_has_not_been_created =
    "This pack has not been created, or the agenda has changed since. You can find every paper on "
    "the agenda page.";
inline constexpr const char* agenda_packs = "Agenda packs";
inline constexpr const char* packs_are_created_from_the_published =
    "Packs are created from the published agenda.";
inline constexpr const char* check_and_publish_the_agenda = "Check and publish the agenda";
inline constexpr const char* email_the_papers = "Email the papers";
inline constexpr const char* this_is_a_private_meeting_so =
    "This is a private meeting, so it does not have a public pack.";

// Paper pages.
inline constexpr const char* verbal_update = "Verbal update.";
inline constexpr const char* no_report_received_yet = "No report received yet.";
inline constexpr const char* papers_for_this_item = "Papers for this item";
inline constexpr const char* paper_label = "Paper";
inline constexpr const char* file_label = "File";
inline constexpr const char* pages_label = "Pages";
inline constexpr const char* size_label = "Size";
inline constexpr const char* remove = "Remove";
inline constexpr const char* add_this_paper = "Add this paper";
inline constexpr const char* add_a_paper = "Add a paper";
inline constexpr const char* pdf_file = "PDF file";
inline constexpr const char* select_the_file_again = "Select the file again.";
inline constexpr const char* title = "Title";
inline constexpr const char* leave_blank_to_use_the_title =
    "Leave blank to use the title of the file.";
inline constexpr const char* new_papers_are_not_public_until =
    "New papers are not public until you publish the agenda again.";
inline constexpr const char* this_item_has_been_withdrawn =
    "This item has been withdrawn from the agenda.";
inline constexpr const char* back_to_the_agenda = "Back to the agenda";
inline constexpr const char* select_a_pdf_to_upload = "Select a PDF to upload";
inline constexpr const char* we_cannot_find_this_paper = "We cannot find this paper.";
inline constexpr const char* remove_a_paper = "Remove a paper";
inline constexpr const char* the_paper_will_be_removed =
    "The paper will be removed from the agenda. Any published version that included it will say "
    "that a paper was removed, and only the secretariat will be able to open it.";
inline constexpr const char* remove_this_paper = "Remove this paper";

// Send papers commands.
inline constexpr const char* create_a_pack_for_the_published =
    "Create a pack for the published agenda first, then email it.";

// Send papers pages.
inline constexpr const char* publish_the_agenda_first_we_email =
    "Publish the agenda first. We email the published papers.";
inline constexpr const char* nobody_on_this_board = "Nobody on this board has an email address.";
inline constexpr const char* recipients = "Recipients";
inline constexpr const char* post = "Post";
inline constexpr const char* email_address = "Email address";
inline constexpr const char* can_read = "Can read";
inline constexpr const char* no_email_address = "No email address";
inline constexpr const char* all_papers = "All papers";
inline constexpr const char* all_except_exempt_papers = "All except exempt papers";
inline constexpr const char* build_the_packs = "Build the packs";
inline constexpr const char* a_newer_version_of_the_agenda =
    "A newer version of the agenda was published after you opened this page. Check it, then send.";

// Overdue reports.
inline std::string send_count_reminders(std::size_t reminders) {
    return fmt::format("Send {}", workflows::text::counted(reminders, "reminder", "reminders"));
}
inline std::string paper_by(std::string_view name, std::string_view author) {
    return fmt::format("{}, {}", name, author);
}
inline std::string was_due(std::string_view board, std::string_view meeting,
                           std::string_view date) {
    return fmt::format("{}, {}. Was due {}", board, meeting, date);
}
inline std::string due(std::string_view board, std::string_view meeting, std::string_view date) {
    return fmt::format("{}, {}. Due {}", board, meeting, date);
}
inline std::string no_reports_overdue(int days) {
    return fmt::format("Your boards have no overdue reports, and none due in the next {} days.",
                       days);
}
inline std::string reports_overdue_or_due_soon(int days) {
    return fmt::format(
        "Reports for your boards that are overdue or due in the next {} days. Overdue reports are "
        "already selected.",
        days);
}
inline std::string chase_overdue(std::size_t reports) {
    return fmt::format("Chase {}",
                       workflows::text::counted(reports, "overdue report", "overdue reports"));
}
inline std::string chase_due_soon(std::size_t reports) {
    return fmt::format("Chase {} due soon", workflows::text::counted(reports, "report", "reports"));
}

// Packs.
inline constexpr const char* pack = "pack";
inline std::string pack_for(std::string_view audience) {
    return fmt::format("pack, {}", audience);
}
inline std::string page_of(std::string_view task, long long page, long long pages) {
    return fmt::format("{} – page {} of {}", task, page, pages);
}
inline std::string from_to(std::string_view starts, std::string_view ends) {
    return fmt::format("{} to {}", starts, ends);
}
inline std::string agenda_pack(std::string_view board, std::string_view date) {
    return fmt::format("Agenda pack: {}, {}", board, date);
}
inline std::string meeting_held(std::string_view in_public_or_private) {
    return fmt::format("Meeting held {}", in_public_or_private);
}
inline std::string published_on(std::string_view date) {
    return fmt::format("Published on {}", date);
}
inline std::string version_number(int version) {
    return fmt::format("Version {}", version);
}
inline std::string details_changed_after_version(int version) {
    return fmt::format(
        "The date, time or place changed after version {} of the agenda was published. Publish the "
        "agenda again first, so that it shows the new details.",
        version);
}
inline std::string problem_with_paper(std::string_view item, std::string_view paper,
                                      std::string_view problem) {
    return fmt::format("Item {}, {}: {}", item, paper, problem);
}
inline std::string problem_with_item(std::string_view item, std::string_view problem) {
    return fmt::format("Item {}: {}", item, problem);
}
inline std::string pack_has(std::string_view pages, std::string_view size) {
    return fmt::format("The pack has {} ({}).", pages, size);
}
inline std::string pack_failed(std::string_view reference) {
    return fmt::format("We could not create the pack. Reference: {}", reference);
}
inline std::string open_the_pack(std::string_view pages, std::string_view size) {
    return fmt::format("Open the pack (PDF, {}, {})", pages, size);
}
inline std::string packs_for_version(int version) {
    return fmt::format(
        "Agenda packs for version {}. If the agenda changes, create the packs again.", version);
}

// Papers.
inline std::string kilobytes(unsigned long long size) {
    return fmt::format("{} KB", size);
}
inline std::string megabytes(unsigned long long whole, unsigned long long tenths) {
    return fmt::format("{}.{} MB", whole, tenths);
}
inline std::string remove_named(std::string_view paper) {
    return fmt::format("Remove {}", paper);
}
inline std::string size_limit(std::string_view megabytes_max) {
    return fmt::format("PDF must be {} MB or smaller, with no password.", megabytes_max);
}
inline std::string title_characters_max(std::size_t greatest) {
    return fmt::format("Title must be {} characters or fewer.", greatest);
}
inline std::string papers_for_item(int number) {
    return fmt::format("Papers for item {}", number);
}
inline std::string file_too_large(std::string_view file, unsigned long long size,
                                  unsigned long long size_max) {
    return fmt::format("{} is {} MB. Select a file of {} MB or less.", file, size, size_max);
}

// Emailing the papers.
inline std::string items(const std::vector<std::string>& numbers) {
    return fmt::format("{} {}", numbers.size() == 1 ? "item" : "items",
                       workflows::text::joined_with_and(numbers));
}
inline std::string email_links_to_the_pack(std::string_view pages, std::string_view size) {
    return fmt::format(
        "The email links to the agenda and the agenda pack ({}, {}). Members need to sign in to "
        "open private papers.",
        pages, size);
}
inline std::string people_without_address(std::size_t people, std::string_view posts) {
    return fmt::format("{} no email address: {}.",
                       workflows::text::counted(people, "person has", "people have"), posts);
}
inline std::string we_will_email(std::string_view version, std::string_view people) {
    return fmt::format("We will email version {} of the agenda to {} individually.", version,
                       people);
}
inline std::string email_to(std::string_view people) {
    return fmt::format("Email {}", people);
}
inline std::string version_already_sent(std::string_view version) {
    return fmt::format(
        "Version {} has already been emailed to everyone. Publish a new version to send it again.",
        version);
}

// For the audit trail.
inline std::string version_sent_to(std::string_view version, std::string_view people) {
    return fmt::format("version {} to {}", version, people);
}
inline std::string item(std::string_view id) {
    return fmt::format("item {}", id);
}
inline std::string item_and_sum(std::string_view id, std::string_view sha256) {
    return fmt::format("item {}, SHA-256 {}", id, sha256);
}

}  // namespace server::papers::words
