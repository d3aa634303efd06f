// What is said when the records do not allow something, and what `check`, `backup` and `restore`
// find. Pages show the first kind beside the field.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace db::words {

// Somebody else was quicker.
inline std::string changed_since_form_opened(std::string_view thing) {
    return fmt::format("This {} has changed since you opened the form. Open the form again.",
                       thing);
}
inline std::string changed_since_page_opened(std::string_view thing) {
    return fmt::format(
        "This {} has changed since you opened the page. Check what has changed, then try again.",
        thing);
}
inline constexpr const char* return_changed =
    "This return has changed since you opened it. Check what it says now, then make your change "
    "again.";
inline constexpr const char* paper_already_removed = "This paper has already been removed.";

// Nothing there.
inline std::string cannot_find(std::string_view thing) {
    return fmt::format("We cannot find this {}.", thing);
}
inline std::string no_board(std::string_view code) {
    return fmt::format("There is no board with the code {}.", code);
}
inline constexpr const char* hand_over_gone = "This handover is no longer planned.";
inline constexpr const char* no_draft_minutes =
    "No draft minutes have been recorded for this meeting.";
inline std::string not_in_group(std::string_view board, std::string_view group) {
    return fmt::format("{} is not in the group {}.", board, group);
}

// There already.
inline std::string board_exists(std::string_view code) {
    return fmt::format("There is already a board with the code {}.", code);
}
inline std::string address_taken(std::string_view slug) {
    return fmt::format("Another board has the address {}. Enter a different one.", slug);
}
inline std::string address_kept(std::string_view board, std::string_view slug) {
    return fmt::format("The board {} has, or used to have, the address {}. Enter a different one.",
                       board, slug);
}
inline std::string board_already_in_group(std::string_view board, std::string_view group) {
    return fmt::format("{} is already in the group {}.", board, group);
}
inline std::string board_succeeds_itself(std::string_view board) {
    return fmt::format(
        "Select a different board. If you select this one, {} would end up replacing itself.",
        board);
}
inline std::string post_exists(std::string_view key) {
    return fmt::format("There is already a post with the key {}.", key);
}
inline constexpr const char* version_exists =
    "There is already a version with this name. Enter a different name.";
inline constexpr const char* board_is_a_stop_already =
    "This board is already on the route. To change its meeting, defer that stop.";
inline constexpr const char* timetable_entry_exists = "This is already in the timetable.";
inline constexpr const char* register_entry_exists = "This board is already in the register.";
inline constexpr const char* issue_exists = "An issue has already been raised about this request.";
inline constexpr const char* meeting_exists = "This meeting has already been recorded.";
inline constexpr const char* membership_exists = "This membership has already been recorded.";
inline constexpr const char* invitation_exists =
    "This person already has a standing invitation, which may have ended. Change that one instead.";
inline constexpr const char* draft_minutes_exist =
    "Draft minutes have already been recorded for this meeting. Undo that first.";
inline constexpr const char* obligation_exists = "Work on this report has already started.";
inline std::string return_already_asked(std::string_view board) {
    return fmt::format("{} has already been asked for this return.", board);
}
inline constexpr const char* theme_exists =
    "There is already a theme with this name. Enter a different name.";

// Memberships.
inline std::string only_chair_is(std::string_view board, std::string_view post) {
    return fmt::format("The {} already has a chair: {}. End that membership first.", board, post);
}
inline std::string chairs_are(std::string_view board, std::string_view number,
                              std::string_view posts) {
    return fmt::format("The {} already has {} chairs: {}. End one of these memberships first.",
                       board, number, posts);
}
inline std::string has_no_chair(std::string_view board) {
    return fmt::format("The {} has no chair of its own.", board);
}
inline std::string already_seated(std::string_view role, std::string_view board) {
    return fmt::format("This person is already {} of the {}. End that membership first.", role,
                       board);
}
inline constexpr const char* ends_before_it_starts =
    "The end date must not be before the start date.";
inline constexpr const char* hand_over_to_the_same =
    "Select a different post. This one holds the office now.";
inline constexpr const char* hand_over_too_early =
    "Enter a date after the current holder’s start date.";

// Emails.
inline constexpr const char* cannot_hold =
    "This email has been sent or is being sent, so you cannot put it on hold.";
inline constexpr const char* cannot_send_again =
    "You cannot send this email again. It has been sent, is being sent or has expired.";

// Papers.
inline constexpr const char* paper_file_missing =
    "The file for this paper is missing. Ask your administrator to restore it from a backup.";
inline constexpr const char* paper_file_damaged =
    "The file for this paper is damaged. Ask your administrator to restore it from a backup.";

// Histories of cases whose two boards have become one.
inline std::string takes_over(std::string_view successor, std::string_view board) {
    return fmt::format("{} takes over from {}.", successor, board);
}
inline constexpr const char* same_board_request =
    "The board that made the request and the board that received it are now one board.";
inline constexpr const char* same_board_response =
    "The board that asked for the response and the board that owes it are now one board.";
inline constexpr const char* same_board_issue = "The two boards are now one board.";
inline std::string stop_passed_on(std::string_view from, std::string_view to) {
    return fmt::format("From {} to {}", from, to);
}
inline std::string stops_joined(std::string_view from, std::string_view to) {
    return fmt::format("From {} to {}, which had a stop of its own. They are now one stop", from,
                       to);
}

// What check, backup and restore find.
inline std::string database_damaged(std::string_view detail) {
    return fmt::format("The database is damaged: {}.", detail);
}
inline std::string row_names_nothing(std::string_view table) {
    return fmt::format("A row of {} refers to something that is not there.", table);
}
inline std::string audit_changed(long long row) {
    return fmt::format("The audit trail was changed at row {}.", row);
}
inline std::string about_paper(std::string_view fault, std::string_view sha256) {
    return fmt::format("{} ({})", fault, sha256);
}
inline std::string history_of_nothing(std::string_view kind, std::string_view id) {
    return fmt::format("The history of {} {} belongs to nothing.", kind, id);
}
inline std::string unknown_step(std::string_view kind, std::string_view id, std::string_view event,
                                std::string_view from, std::string_view to) {
    return fmt::format("The history of {} {} has a step that is not known: {}, from “{}” to “{}”.",
                       kind, id, event, from, to);
}
inline std::string file_exists(std::string_view file) {
    return fmt::format("The file {} already exists.", file);
}
inline std::string folder_not_empty(std::string_view folder) {
    return fmt::format("The folder {} is not empty. Name another one.", folder);
}
inline constexpr const char* backup_not_good = "The backup is not good";
inline std::string archive_damaged(std::string_view detail) {
    return fmt::format("The archive is damaged: {}.", detail);
}
inline std::string newer_database(std::string_view migration) {
    return fmt::format(
        "The database was written by a newer version of Shiremoot (it has {}). Run that version. "
        "Nothing was changed.",
        migration);
}
inline std::string migration_failed(std::string_view migration, std::string_view detail) {
    return fmt::format("Migration {}: {}.", migration, detail);
}

// The county as a file.
inline std::string nothing_imported(std::string_view fault) {
    return fmt::format("{} Nothing was imported.", fault);
}
inline constexpr const char* file_is_no_json =
    "The file is incomplete or is not in the JSON format.";
inline constexpr const char* file_is_no_county =
    "The file is not a county that Shiremoot exported.";
inline std::string unknown_table(std::string_view table) {
    return fmt::format("It has a table “{}”, which this version does not know.", table);
}
inline std::string other_columns(std::string_view table) {
    return fmt::format(
        "The table “{}” has different columns in this version. Export with the version that you "
        "import with.",
        table);
}
inline std::string row_breaks_rule(std::string_view table) {
    return fmt::format("A row of “{}” breaks a rule of its table.", table);
}
inline std::string paper_not_imported(std::string_view sha256) {
    return fmt::format("The paper {} is missing or damaged. Nothing was imported.", sha256);
}
inline std::string no_file_in(std::string_view name, std::string_view folder) {
    return fmt::format("There is no {} in {}.", name, folder);
}
inline constexpr const char* county_not_empty =
    "This county already has boards or an audit trail. Import into a new data folder.";

}  // namespace db::words
