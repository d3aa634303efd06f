// What is said of a file that is imported: what is wrong, and how to correct it.
#pragma once

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace db::import_words {

/// One thing wrong, or worth a look. The remedy may be empty: then the message tells it.
struct Said {
    std::string message;
    std::string remedy = {};
};

// The folder and its files.
inline Said no_file() {
    return {"There is no CSV file in this folder.", "Enter the name of the folder with the files."};
}
inline Said file_empty() {
    return {"The file is empty.", "Remove it."};
}
inline Said file_too_large() {
    return {"The file is larger than 16 MiB.", "Split it."};
}
inline Said file_unreadable() {
    return {"The file cannot be read.", "Check that you have permission to read it."};
}
inline Said unknown_header(std::string_view remedy) {
    return {"The first line does not match any kind of file.", std::string(remedy)};
}
inline constexpr const char* header_names_columns =
    "The first line must name the columns, separated by commas.";
inline std::string header_of(std::string_view kind, std::string_view columns) {
    return fmt::format("For {} enter: {}", kind, columns);
}
inline Said wrong_number_of_fields(std::size_t fields, std::size_t columns) {
    return {fmt::format("This line has {} fields, but the first line has {}.", fields, columns),
            "Check the commas, and put quotes around fields with commas in them."};
}

// Bytes and quotes.
inline Said not_utf8() {
    return {"This byte is not UTF-8 text.", "Save the file as CSV with UTF-8 encoding."};
}
inline Said zero_byte() {
    return {"This is a zero byte, not text.", "Save the file as CSV with UTF-8 encoding."};
}
inline Said text_after_quote() {
    return {"There is text after the closing quote.",
            "Enter quotes inside a quoted field twice, or put a comma here."};
}
inline Said quote_never_closed() {
    return {"This quote is never closed.", "Put a closing quote at the end of the field."};
}
inline Said quote_in_plain_field() {
    return {"There is a quote in a field that does not begin with one.",
            "Put quotes around the whole field and enter this quote twice."};
}
inline Said stray_carriage_return() {
    return {"There is a carriage return in the middle of a line.",
            "Save the file with LF or CRLF line endings."};
}
inline Said control_character() {
    return {"The field contains a line break or control character.", "Remove it."};
}
inline Said field_too_long() {
    return {"The field is longer than 1,000 bytes.", "Shorten it."};
}

// Fields.
inline Said field_empty() {
    return {"This field is empty.", "Fill it in."};
}
inline Said not_a_code(std::string_view text) {
    return {fmt::format("“{}” cannot be a code.", text),
            "Use up to 60 letters, numbers, hyphens, underscores and full stops."};
}
inline Said not_a_number(std::string_view text, int min, int max) {
    return {fmt::format("“{}” is not a number from {} to {}.", text, min, max),
            "Enter the number in figures."};
}
inline Said not_yes_or_no(std::string_view text) {
    return {fmt::format("“{}” is neither yes nor no.", text), "Enter yes or no."};
}
inline Said key_with_full_stop(std::string_view text) {
    return {fmt::format("“{}” has a full stop, which cannot be part of a web address.", text),
            "Use a hyphen instead."};
}
inline Said key_is_new() {
    return {"“new” is the address of the page that adds a post.", "Enter a different key."};
}
inline Said key_is_service() {
    return {"“service” is used for what the service does by itself.", "Enter a different key."};
}
inline Said not_an_email_address(std::string_view text) {
    return {fmt::format("“{}” is not an email address.", text),
            "Enter an email address, for example name@example.org."};
}
inline Said not_one_of(std::string_view text, std::string_view known) {
    return {fmt::format("“{}” is not recognised.", text), fmt::format("Enter one of: {}.", known)};
}
inline Said said_twice(std::string_view place) {
    return {fmt::format("This is also in {}.", place), "Remove one of the two lines."};
}

// Boards, groups and posts.
inline Said no_board(std::string_view code) {
    return {fmt::format("There is no board {}.", code),
            "Correct the code, or add the board to the boards file."};
}
inline Said no_board_or_group(std::string_view name) {
    return {fmt::format("There is no board or group {}.", name),
            "Correct it, or add it to the boards file or the groups file."};
}
inline Said no_successor() {
    return {"If you give the date a board was replaced, you must say which board replaced it.",
            "Enter the board, or leave succeeded_on blank."};
}
inline Said group_is_a_board(std::string_view name) {
    return {fmt::format("{} is a board.", name), "Give the group a different name."};
}
inline Said no_post(std::string_view key) {
    return {fmt::format("There is no post {}.", key),
            "Correct the key, or add the post to the people file."};
}
inline Said email_address_taken(std::string_view post) {
    return {fmt::format("The post {} already uses this email address.", post),
            "Give each post an email address of its own."};
}

// Meetings and circulations.
inline Said end_without_start() {
    return {"There is an end time but no start time.", "Enter the start time."};
}
inline Said end_before_start() {
    return {"The end time is not after the start time.", "Correct one of the two."};
}
inline Said cancelled_meeting() {
    return {"Cancelled meetings cannot be imported.",
            "Remove the line and cancel the meeting on its page, with the reason."};
}
inline Said confirmed_without_date() {
    return {"A confirmed meeting needs a date.",
            "Enter provisional, or the date in the date field."};
}
inline Said held_without_date() {
    return {"A meeting that took place needs a date.",
            "Enter it in the date field, or enter provisional here."};
}
inline Said held_in_the_future() {
    return {"This meeting is in the future but is recorded as held.", "Check its date and status."};
}
inline Said not_a_working_day(std::string_view date, std::string_view reason) {
    return {fmt::format("{} is not a working day ({}).", date, reason), "Check the date."};
}
inline Said board_replaced(std::string_view board, std::string_view date,
                           std::string_view successor) {
    return {fmt::format("The {} was replaced on {} by {}.", board, date, successor),
            "Check which board the meeting is for."};
}
inline Said also_provisional(std::string_view planned) {
    return {fmt::format("The board also has a provisional meeting for {}.", planned),
            "If it is the same meeting, cancel that one, or confirm its date instead."};
}
inline Said moved_here(std::string_view planned) {
    return {fmt::format("This meeting was rearranged here to: {}.", planned),
            "The import does not change that."};
}
inline Said other_version(std::string_view version) {
    return {fmt::format("An earlier line says {}.", version),
            "Enter the same version on every line for the document."};
}
inline Said other_purpose(std::string_view purpose) {
    return {fmt::format("An earlier line says: {}.", purpose),
            "Enter the same purpose on every line for the document."};
}

// The report.
inline std::string counts(std::string_view kind, int added, int unchanged, int kept) {
    return fmt::format("{}: {} added, {} unchanged, {} kept as edited here", kind, added, unchanged,
                       kept);
}
inline constexpr const char* only_adds =
    "An import only adds what is missing. Rows that differ from the records here were not changed. "
    "Change those on their pages.";

}  // namespace db::import_words
