// What themes say on their pages and in their question to the boards.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/core/date.hpp"
#include "workflows/text/words.hpp"

namespace server::themes::words {

inline std::string now_the(std::string_view before, std::string_view now) {
    return fmt::format("{} (now the {})", before, now);
}
inline std::string replies_by(workflows::Day day) {
    return fmt::format("Replies by {}", workflows::long_date(day));
}
inline std::string agree_lead_for(std::string_view name) {
    return fmt::format("Agree the lead: {}", name);
}
inline std::string every_board_in(std::string_view group) {
    return fmt::format("{}: every board in the group", group);
}
inline std::string lead_is(std::string_view boards) {
    return fmt::format("Lead: {}", boards);
}
inline std::string too_long(std::size_t characters_max) {
    return fmt::format("This must be {} characters or fewer", characters_max);
}
inline std::string replies_close_on(workflows::Day day) {
    return fmt::format("Boards have been asked to reply by {}.", workflows::long_date(day));
}
inline std::string replies_closed_on(workflows::Day day) {
    return fmt::format("Replies closed on {}.", workflows::long_date(day));
}
inline std::string no_longer_speaks_for(std::string_view board_name) {
    return fmt::format(
        "You no longer reply for the {}. Its current chair and secretariat have their own link.",
        board_name);
}
inline std::string replied_so_far(std::string_view reply) {
    return fmt::format("Your board replied: {}. You can change this until replies close.", reply);
}
inline std::string reply_by(workflows::Day day) {
    return fmt::format("Reply by {}.", workflows::long_date(day));
}
inline std::string replies_received(std::size_t replied, std::size_t asked, workflows::Day day) {
    return fmt::format("{} of {} have replied. The deadline is {}.", replied,
                       workflows::text::counted(asked, "board", "boards"),
                       workflows::long_date(day));
}
inline constexpr const char* joint_working = "Joint working";
inline constexpr const char* themes = "Themes";
inline constexpr const char* no_such_theme = "This theme does not exist.";
inline constexpr const char* not_replied = "not replied";
inline constexpr const char* leads = "Lead boards";
inline constexpr const char* leads_hint = "Select one or two";
inline constexpr const char* contributors = "Contributing boards";
inline constexpr const char* approach = "Approach";
inline constexpr const char* approach_hint = "What the boards have agreed to do";
inline constexpr const char* responsibility = "Responsibility";
inline constexpr const char* responsibility_hint = "Who is responsible";
inline constexpr const char* reporting = "Reporting arrangements";
inline constexpr const char* reporting_hint = "Which board it is reported to, and when";
inline constexpr const char* name_missing = "Enter the name of the theme";
inline constexpr const char* boards_missing = "Select boards from the list";
inline constexpr const char* contributors_hint = "You do not need to select lead boards again";
inline constexpr const char* raise_a_theme = "Raise a theme";
inline constexpr const char* raise_lead =
    "You can then ask all boards whether it is relevant to them, and who would lead.";
inline constexpr const char* raise_theme = "Raise theme";
inline constexpr const char* theme = "Theme";
inline constexpr const char* about = "What it is about (optional)";
inline constexpr const char* about_hint = "This will be public";
inline constexpr const char* edit_theme = "Edit this theme";
inline constexpr const char* save = "Save";
inline constexpr const char* agree_lead = "Agree the lead";
inline constexpr const char* agree_lead_intro =
    "Record the approach, lead, responsibility and reporting arrangements that the relevant "
    "boards have agreed (protocol 3.7). Replies close once you save this.";
inline constexpr const char* record_agreement = "Record agreement";
inline constexpr const char* ask_boards = "Ask the boards";
inline constexpr const char* close_this_theme = "Close this theme";
inline constexpr const char* reopen_this_theme = "Reopen this theme";
inline constexpr const char* ask_intro =
    "We will email the chair of every board a link to reply: relevant, not relevant, or would "
    "lead. Boards that have not replied get a weekly reminder.";
inline constexpr const char* ask_all = "Ask all boards";
inline constexpr const char* close_theme = "Close theme";
inline constexpr const char* reopen_theme = "Reopen theme";
inline constexpr const char* closes_on = "Deadline for replies";
inline constexpr const char* reason = "Reason";
inline constexpr const char* closes_on_missing = "Enter the deadline for replies";
inline constexpr const char* closes_on_past = "The deadline for replies must be in the future";
inline constexpr const char* closes_on_too_far = "The deadline must be within the next 120 days";

// The pages.
inline constexpr const char* history = "History";
inline constexpr const char* day = "Date";
inline constexpr const char* step = "Step";
inline constexpr const char* by = "By";
inline constexpr const char* text = "Text";
inline constexpr const char* imported = "Import";
inline constexpr const char* themes_as_data = "Themes (JSON)";
inline constexpr const char* themes_lead =
    "Themes shared by several boards, and which boards lead on them.";
inline constexpr const char* no_themes = "There are no themes.";
inline constexpr const char* themes_by_name = "Themes by name";
inline constexpr const char* lead = "Lead";
inline constexpr const char* contributing = "Contributing";
inline constexpr const char* status = "Status";
inline constexpr const char* download_json = "Download themes (JSON)";
inline constexpr const char* download_csv = "Download themes (CSV)";
inline constexpr const char* not_agreed_yet = "Not yet agreed";
inline constexpr const char* what_boards_replied = "Replies from boards";

// The question to the boards.
inline constexpr const char* link_closed =
    "Replies are closed, or another board now replies to this. Nothing has been changed.";
inline constexpr const char* question = "Is this theme relevant to your board?";
inline constexpr const char* send_answer = "Send reply";
inline constexpr const char* this_theme_is = "This theme is";
inline constexpr const char* comment = "Comment (optional)";
inline constexpr const char* comment_hint = "Chairs and secretariats will be able to read this";
inline constexpr const char* answer_missing = "Select an answer";
inline constexpr const char* comment_too_long = "Comment must be 2,000 characters or fewer";
inline constexpr const char* not_asked_yet = "The boards have not been asked.";
inline constexpr const char* replies_by_board = "Replies by board";
inline constexpr const char* board = "Board";
inline constexpr const char* answer = "Reply";
inline constexpr const char* comment_column = "Comment";
inline constexpr const char* reminded = "Last reminder";
inline constexpr const char* no_reply_yet = "Not replied";
inline constexpr const char* replies_json = "Download replies (JSON)";
inline constexpr const char* replies_csv = "Download replies (CSV)";

}  // namespace server::themes::words
