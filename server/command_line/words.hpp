// What the commands answer to whoever types them.
#pragma once

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::command_line::words {

// The county.
inline constexpr const char* name_shown_after_restart =
    "The new name will be shown when the server next starts.\n";
inline constexpr const char* county_has_no_name =
    "The county does not have a name yet. Import again with --county NAME.\n";
inline constexpr const char* correct_these_lines =
    "Nothing was imported. Correct these lines and try again.\n";
inline std::string county_named_after_board(std::string_view county) {
    return fmt::format(
        "The county is called {}, after its Health and Wellbeing Board. To use a different name, "
        "import with --county NAME.\n",
        county);
}
inline std::string file_already_exists(std::string_view file) {
    return fmt::format("There is already a file called {}.\n", file);
}
inline std::string folder_not_empty(std::string_view folder) {
    return fmt::format("The folder {} is not empty. Give another one.\n", folder);
}
inline std::string not_in_the_csv_files(std::string_view what, long long rows) {
    return fmt::format("not in the CSV files: {}: {}\n", what, rows);
}
inline std::string export_is_private(std::string_view file) {
    return fmt::format(
        "{} has everything except emails, packs and sessions, which `shiremoot backup` also "
        "includes. It contains private information: keep it safe.\n",
        file);
}
inline std::string backup_written(std::string_view file, unsigned long long bytes) {
    return fmt::format("{}: {} bytes, restored into a copy and checked\n", file, bytes);
}
inline std::string would_add(long long rows, std::size_t tables, long long papers) {
    return fmt::format("{} in {} and {} would be added\n",
                       workflows::text::counted(rows, "row", "rows"),
                       workflows::text::counted(tables, "table", "tables"),
                       workflows::text::counted(papers, "paper", "papers"));
}
inline std::string added(long long rows, std::size_t tables, long long papers) {
    return fmt::format("{} in {} and {} added\n", workflows::text::counted(rows, "row", "rows"),
                       workflows::text::counted(tables, "table", "tables"),
                       workflows::text::counted(papers, "paper", "papers"));
}

// Emails.
inline constexpr const char* codes_are_never_shown =
    "Emails with a sign-in code are never shown.\n";
inline constexpr const char* by_command = "by command";
inline std::string no_email_with_number(long long number) {
    return fmt::format("There is no email {} in the queue.\n", number);
}
inline std::string email_changed(long long number, std::string_view change) {
    return fmt::format("Email {}: {}\n", number, change);
}
inline std::string reminders_queued(int reminders, int emails) {
    return fmt::format("{} queued, {} sent\n",
                       workflows::text::counted(reminders, "reminder", "reminders"),
                       workflows::text::counted(emails, "email", "emails"));
}

// Packs and circulations.
inline constexpr const char* publish_the_agenda_first =
    "Publish the agenda first. Packs are created from the published agenda.\n";
inline constexpr const char* which_audience = "--audience: give public, members or exempt\n";
inline std::string pack_would_be_created(std::size_t items, int version) {
    return fmt::format("A pack of {} from version {} of the agenda would be created.\n",
                       workflows::text::counted(items, "item", "items"), version);
}
inline std::string no_meeting_on(std::string_view board, std::string_view date) {
    return fmt::format("{} does not have a meeting on {}.\n", board, date);
}
inline std::string pack_written(std::string_view file, int pages) {
    return fmt::format("{}: {}\n", file, workflows::text::counted(pages, "page", "pages"));
}
inline std::string no_circulation(std::string_view name) {
    return fmt::format("There is no circulation {}. See `shiremoot circulation list`.\n", name);
}

// People.
inline std::string no_post_has_address(std::string_view address) {
    return fmt::format(
        "No post has the email address {}. Email addresses are in people.csv and on the People "
        "page.\n",
        address);
}
inline std::string link_would_be_printed(std::string_view post, std::string_view key) {
    return fmt::format("A link to sign in as {} ({}) would be printed here.\n", post, key);
}
inline std::string is_administrator(std::string_view post, std::string_view key) {
    return fmt::format("{} ({}) is now an administrator.\n", post, key);
}

// The data directory.
inline constexpr const char* server_does_what_is_due =
    "A server is running on this data and does what is due when it is due. Nothing was done.\n";
inline std::string server_does_not_answer(std::string_view folder) {
    return fmt::format("A server has {} open and is not responding at control.sock. Try again.\n",
                       folder);
}
inline std::string no_county_in(std::string_view folder) {
    return fmt::format(
        "There is no county in {}: shiremoot.db is missing. Correct --data, or import a county "
        "there (shiremoot import csv).\n",
        folder);
}
inline std::string checked_against_empty_county(std::string_view folder) {
    return fmt::format(
        "There is no county in {} yet, so the files were checked against an empty one.\n", folder);
}

}  // namespace server::command_line::words
