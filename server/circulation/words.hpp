// What circulations say on their pages and in reminders.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/core/date.hpp"
#include "workflows/text/words.hpp"

namespace server::circulation::words {

inline std::string take_again_on(std::string_view meeting) {
    return fmt::format("Consider again on {}", meeting);
}
inline std::string too_long(std::size_t characters_max) {
    return fmt::format("This must be {} characters or fewer.", characters_max);
}
inline std::string changed_materially(std::string_view version_label) {
    return fmt::format("{} is materially different from the version these boards responded to.",
                       version_label);
}

// Written assent.
inline std::string answered_by_another(std::string_view post, std::string_view day,
                                       std::string_view outcome_text, std::string_view owner) {
    return fmt::format(
        "{} replied for your board on {}: {}. Only they can change this here. If you disagree, "
        "contact them and {}, which asked.",
        post, day, outcome_text, owner);
}
inline std::string read_version(std::string_view version_label, std::string_view file) {
    return fmt::format("Read {} ({})", version_label, file);
}

// The page of one circulation.
inline std::string too_many_to_draw(std::string_view finding) {
    return fmt::format("{} There are too many to show in the chart. See the table.", finding);
}
inline std::string replace_pdf(std::string_view version_label) {
    return fmt::format("Replace the PDF of {}", version_label);
}
inline std::string add_pdf(std::string_view version_label) {
    return fmt::format("Add a PDF of {}", version_label);
}
inline std::string document_hint(std::uint64_t megabytes) {
    return fmt::format(
        "Up to {} MB and not password-protected. Boards will be able to read it here", megabytes);
}
inline std::string waiting_for_boards(std::string_view codes) {
    return fmt::format("Waiting for {}.", codes);
}
inline std::string can_be_taken_on(workflows::Day day) {
    return fmt::format("Can be considered on {}.", workflows::long_date(day));
}
inline std::string waiting_for(std::string_view what) {
    return fmt::format("Waiting for {}.", what);
}
inline std::string provisional(std::string_view day) {
    return fmt::format("{}, provisional", day);
}
inline std::string has_not_agreed(std::string_view board_name) {
    return fmt::format("{} has not agreed.", board_name);
}
inline std::string refusal(std::string_view board_name, std::string_view comments_text) {
    return fmt::format("{}: {}", board_name, comments_text);
}
inline std::string to_be_reviewed_by(workflows::Day day) {
    return fmt::format("Due for review by {}.", workflows::long_date(day));
}
inline std::string circulated_by(std::string_view owner) {
    return fmt::format("Circulated by {}", owner);
}
inline std::string cannot_take_it(workflows::Day meeting, std::string_view why) {
    return fmt::format("{} is too soon. {}", workflows::long_date(meeting), why);
}
inline std::string stage_out_of_range(int most) {
    return fmt::format("Enter a stage from 1 to {}.", most);
}
inline std::string already_there(std::string_view board) {
    return fmt::format("{} has already been added, or no longer exists.", board);
}
inline std::string duties_passed(std::string_view board_name, std::string_view holder) {
    return fmt::format(
        "{} has taken over from the {}, and already has this document. Use its entry instead.",
        holder, board_name);
}
inline std::string file_has_gone_out(std::string_view version_label) {
    return fmt::format(
        "{} has been issued, so its file cannot be changed. Record a new version with the new "
        "file.",
        version_label);
}

// To do.
inline std::string say_whether_it_assents(std::string_view board_name) {
    return fmt::format("Written assent needed from the {}", board_name);
}
inline std::string decide_what_is_next(std::string_view document_title, int boards) {
    return fmt::format("Decide what happens next for “{}”: {} responded to an earlier version",
                       document_title, workflows::text::counted(boards, "board", "boards"));
}
inline std::string review_and_circulate(std::string_view document_title) {
    return fmt::format("Review and circulate “{}”", document_title);
}
inline constexpr const char* circulations = "Circulations";
inline constexpr const char* board_missing = "Select one of your boards.";

// The list and a new circulation.
inline constexpr const char* documents_in_circulation = "Documents in circulation";
inline constexpr const char* circulations_json = "Circulations (JSON)";
inline constexpr const char* circulate = "Circulate a document";
inline constexpr const char* none_in_circulation = "Your boards have no documents in circulation.";
inline constexpr const char* document = "Document";
inline constexpr const char* version = "Version";
inline constexpr const char* owner = "Owner";
inline constexpr const char* where_it_is = "Progress";
inline constexpr const char* finish = "Expected finish";
inline constexpr const char* new_lead =
    "Add the document first. You can then add boards on its page.";
inline constexpr const char* continue_button = "Continue";
inline constexpr const char* select_board = "Select a board";
inline constexpr const char* owning_board = "Board that owns the document";
inline constexpr const char* version_hint = "For example, draft 6";
inline constexpr const char* purpose = "What should the boards do?";
inline constexpr const char* purpose_hint = "For example, discussion and agreement in principle";
inline constexpr const char* pdf_optional = "PDF file (optional)";
inline constexpr const char* title_missing = "Enter the name of the document.";
inline constexpr const char* version_missing = "Enter the version, for example draft 1.";
inline constexpr const char* purpose_missing = "Enter what the boards should do.";
inline constexpr const char* title_too_long = "This must be 200 characters or fewer.";
inline constexpr const char* stop_is_stale =
    "This board’s entry has changed since you opened the page. Check the latest information "
    "and try again.";
inline constexpr const char* outcome_missing = "Select the outcome.";

// The page of one circulation.
inline constexpr const char* when_dated = "when the meeting has a date";
inline constexpr const char* no_meeting = "No meeting";
inline constexpr const char* not_issued = "Not issued";
inline constexpr const char* versions = "Versions";
inline constexpr const char* date = "Date";
inline constexpr const char* what_changed = "What changed";
inline constexpr const char* change = "Change";
inline constexpr const char* first_version = "First version";
inline constexpr const char* material = "Material";
inline constexpr const char* wording = "Wording";
inline constexpr const char* no_file = "No file";
inline constexpr const char* go_on_link =
    "Decide what happens next for boards that responded to an earlier version";
inline constexpr const char* plan_link = "Add several boards";
inline constexpr const char* comments_link = "Board comments";
inline constexpr const char* certificate = "Certificate";
inline constexpr const char* its_review = "Review";
inline constexpr const char* no_boards_yet = "No boards have been added. Add the first one.";
inline constexpr const char* circulation_json = "This circulation (JSON)";

// Its forms.
inline constexpr const char* select_meeting = "Select a meeting";
inline constexpr const char* set_review = "Set the review date";
inline constexpr const char* review_by = "Review date";
inline constexpr const char* review_by_hint =
    "Leave blank if this document is not reviewed. A new circulation starts on this date.";
inline constexpr const char* pdf_file = "PDF file";
inline constexpr const char* reason = "Reason";
inline constexpr const char* papers_where = "How will the papers be sent?";
inline constexpr const char* papers_where_hint =
    "Without a PDF on this page, the board cannot read the document here";
inline constexpr const char* another_way = "The papers will be sent another way";
inline constexpr const char* outcome = "Outcome";
inline constexpr const char* comments_of_board = "Board’s comments";
inline constexpr const char* other_meeting = "New meeting";
inline constexpr const char* reason_optional = "Reason (optional)";
inline constexpr const char* closing = "Deadline for replies";
inline constexpr const char* closing_hint = "We will email the chair a link to reply";
inline constexpr const char* email_text_optional = "Message to include in the email (optional)";
inline constexpr const char* add_stop = "Add a board";
inline constexpr const char* meeting = "Meeting";
inline constexpr const char* meeting_hint =
    "To add a board that has no meeting, use “Add several boards”";
inline constexpr const char* record_version = "Record a new version";
inline constexpr const char* version_example = "For example, draft 7";
inline constexpr const char* is_material = "Is this a material change?";
inline constexpr const char* material_yes = "Yes";
inline constexpr const char* material_hint =
    "Boards that responded to an earlier version must be asked again, or told";
inline constexpr const char* material_no = "No, wording only";
inline constexpr const char* pdf_new_optional = "PDF of the new version (optional)";
inline constexpr const char* select_again = "Select the file again.";
inline constexpr const char* version_issued_missing = "Enter the version you are issuing.";
inline constexpr const char* version_unknown =
    "Select a recorded version, or record the new one first.";
inline constexpr const char* version_outdated =
    "This version has been materially changed. Issue the latest one.";
inline constexpr const char* no_chair =
    "This board has no chair to ask. Take the document to a meeting.";
inline constexpr const char* meeting_missing = "Select a meeting of the board.";
inline constexpr const char* future_meeting =
    "Select a future meeting that has not been cancelled.";
inline constexpr const char* empty_file = "Select a PDF to upload.";
inline constexpr const char* circulation_is_stale =
    "This circulation has changed since you opened the page. Check the latest information and "
    "try again.";
inline constexpr const char* no_such_paper = "This paper does not exist.";

// Boards that responded to an earlier version.
inline constexpr const char* decide_later = "Decide later";
inline constexpr const char* ask_chair = "Ask the chair for written assent";
inline constexpr const char* tell_board = "Tell the board, for information only";
inline constexpr const char* send_selected = "Send";
inline constexpr const char* assent_deadline = "Deadline for written assent";
inline constexpr const char* assent_deadline_hint = "Only if you are asking for it";
inline constexpr const char* emails_text_optional = "Message to include in the emails (optional)";
inline constexpr const char* way_unknown = "Select one of the options.";
inline constexpr const char* other_stop_is_stale =
    "A board’s entry has changed since you opened the page. Check the latest information and "
    "try again.";
inline constexpr const char* earlier_version = "Boards that responded to an earlier version";
inline constexpr const char* nobody_waiting =
    "No boards are outstanding. All have responded to the latest version, or their next step "
    "has been decided.";
inline constexpr const char* back = "Back to the circulation";
inline constexpr const char* go_on_lead =
    "Decide what happens next for each board. If you only tell a board, its outcome still "
    "applies to the earlier version and the certificate will say so.";
inline constexpr const char* go_on_missing = "Select what happens next for at least one board.";
inline constexpr const char* new_version_missing = "Enter the new version.";
inline constexpr const char* changes_missing = "Enter what changed.";
inline constexpr const char* material_missing = "Select whether this is a material change.";

// What the boards said.
inline constexpr const char* comments = "Comments";

// Written assent.
inline constexpr const char* link_closed =
    "This link no longer works, because replies are closed or you no longer chair this board. "
    "Reply to the email it came in, or sign in.";
inline constexpr const char* answered_again = "Reply changed";

// The figure.
inline constexpr const char* no_date_yet = "no date yet";
inline constexpr const char* in_writing = "in writing";
inline constexpr const char* agreed_with_comments = "agreed with comments";
inline constexpr const char* noted_or_commented = "noted or commented";
inline constexpr const char* did_not_agree = "did not agree";
inline constexpr const char* met_without_outcome = "outcome not recorded";
inline constexpr const char* still_to_come = "still to meet";
inline constexpr const char* figure_label = "Chart of the route, scrolls sideways";
inline constexpr const char* figure_csv = "Download route (CSV)";
inline constexpr const char* figure_svg = "Download chart (SVG)";

// Adding several boards.
inline constexpr const char* assent_instead = "No meeting scheduled. Will be asked in writing";
inline constexpr const char* assent_instead_later =
    "No later meeting scheduled. Will be asked in writing";
inline constexpr const char* plan_these = "Add these boards";
inline constexpr const char* groups = "Board groups";
inline constexpr const char* boards = "Boards";
inline constexpr const char* boards_hint =
    "Each is shown with the next meeting that papers can reach in time. A board with no "
    "meeting will be asked for written assent";
inline constexpr const char* stage = "Stage";
inline constexpr const char* stage_hint =
    "Enter 1, or a later stage for boards that should consider it once all boards at earlier "
    "stages have agreed";
inline constexpr const char* plan_title = "Add several boards";
inline constexpr const char* plan_lead =
    "Select the boards. Each is added at the meeting shown. You issue papers to each board "
    "later. If a board has no meeting, you can ask its chair for written assent, or select a "
    "meeting when it has one.";
inline constexpr const char* boards_missing = "Select at least one board.";

// The review.
inline constexpr const char* not_circulated =
    "The document has not been circulated. It can be reviewed after that.";
inline constexpr const char* review_begun = "The review has started. See its circulation.";
inline constexpr const char* review_day_past = "The review date must be in the future, or blank.";
inline constexpr const char* review_reminder =
    "Review it at least once a year (protocol 6.1), then circulate it again.";

}  // namespace server::circulation::words
