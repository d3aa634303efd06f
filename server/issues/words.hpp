// What issues say on their pages, in histories and in reminders.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/core/date.hpp"
#include "workflows/text/words.hpp"

namespace server::issues::words {

inline std::string continued_as(std::string_view issue) {
    return fmt::format("Continued as issue {}, at the chairs’ meeting step", issue);
}
inline std::string chair_of(std::string_view board) {
    return fmt::format("Chair of {}", board);
}
inline std::string on_behalf_of(std::string_view post, std::string_view chair) {
    return fmt::format("{}, on behalf of {}", post, chair);
}
inline std::string request_title(std::string_view asking, std::string_view asked) {
    return fmt::format("A request from {} to {}", asking, asked);
}
inline std::string of_an_escalated_request(std::string_view title) {
    return fmt::format(
        "The request “{}” has been escalated. Raise it as an issue to record its step, who is "
        "dealing with it and the next date.",
        title);
}
inline std::string meeting_planned(std::string_view kind, std::string_view date) {
    return fmt::format("Meeting arranged ({}): {}.", kind, date);
}

// To do and reminders; `boards` names the two, `step` reads like "resolution meeting".
inline std::string issue_reference(std::string_view reference) {
    return fmt::format("Issue {}", reference);
}
inline std::string issue_on_its_way(std::string_view reference, std::string_view boards,
                                    std::string_view step) {
    return fmt::format("Issue {}, {}: {}", reference, boards, step);
}
inline std::string issue_without_holder(std::string_view reference, std::string_view boards,
                                        std::string_view step) {
    return fmt::format("Issue {}, {}: {}. Nobody is dealing with it: select someone", reference,
                       boards, step);
}
inline std::string issue_overdue(std::string_view reference, std::string_view boards,
                                 std::string_view step) {
    return fmt::format("Issue {}, {}: {}. Record the outcome, or move to the next step", reference,
                       boards, step);
}
inline std::string issue_reminder(std::string_view boards, std::string_view step) {
    return fmt::format("{}: {}. Record the outcome, move to the next step or set another date.",
                       boards, step);
}
inline std::string request_unanswered(std::string_view board, std::string_view title) {
    return fmt::format("The {} has not responded: wait, withdraw or escalate your request: {}",
                       board, title);
}

inline std::string overdue_since(std::string_view day) {
    return fmt::format("Overdue since {}", day);
}
inline std::string caption(std::string_view reference, std::string_view boards) {
    return fmt::format("Issue {}, {}", reference, boards);
}
inline std::string next_date_passed(workflows::Day day) {
    return fmt::format("The next date has passed: {}", workflows::long_date(day));
}
inline std::string closed_on(std::string_view state, workflows::Day day) {
    return fmt::format("{} on {}", state, workflows::long_date(day));
}
inline std::string with_since(std::string_view post, std::string_view days, workflows::Day next) {
    return fmt::format("With {}, {} at this step. Next date: {}", post, days,
                       workflows::long_date(next));
}
inline std::string way_forward_is(std::string_view text) {
    return fmt::format("Way forward: {}", text);
}
inline std::string meeting_for_this_step(std::string_view date) {
    return fmt::format("A meeting has been arranged for this step: {}.", date);
}
inline std::string arrange_meeting(std::string_view kind) {
    return fmt::format("Arrange a meeting: {}", kind);
}
inline std::string with_post(std::string_view post) {
    return fmt::format("With {}", post);
}
inline std::string with_post_until(std::string_view post, workflows::Day next) {
    return fmt::format("With {}, next date {}", post, workflows::long_date(next));
}
inline constexpr const char* joint_working = "Joint working";
inline constexpr const char* issues = "Issues";
inline constexpr const char* raise_an_issue = "Raise an issue";
inline constexpr const char* raise_issue = "Raise issue";
inline constexpr const char* kind = "What is it about?";
inline constexpr const char* between_boards = "An unresolved issue between two boards";
inline constexpr const char* between_boards_hint =
    "You raise it with the chair of the other board (protocol 4.6)";
inline constexpr const char* about_protocol = "The joint working protocol";
inline constexpr const char* about_protocol_hint =
    "An agency raises it with the chair of its own board, who may speak to other chairs "
    "informally (protocol 6.3)";
inline constexpr const char* kind_missing = "Select what it is about.";
inline constexpr const char* other_board_missing = "Select the other board.";
inline constexpr const char* neutral_words_lead =
    "Use reference numbers and neutral words. You cannot include details that could identify a "
    "child, an adult or a case.";
inline constexpr const char* raising_board = "Board raising the issue";
inline constexpr const char* select_board = "Select a board";
inline constexpr const char* other_board = "Other board";
inline constexpr const char* other_board_hint = "Leave blank for a concern about the protocol";
inline constexpr const char* agency = "Agency that has the concern";
inline constexpr const char* agency_hint =
    "Only for a concern about the protocol, for example a health trust";
inline constexpr const char* title = "Title";
inline constexpr const char* unresolved = "What is unresolved?";
inline constexpr const char* next_date = "Next date";
inline constexpr const char* raised_next_date_hint =
    "Date by which the chair should act. Issues are never escalated automatically.";
inline constexpr const char* request_has_issue =
    "This request already has an issue, or has not been escalated.";
inline constexpr const char* own_board_missing = "Select one of your boards.";

// The list.
inline constexpr const char* issue = "Issue";
inline constexpr const char* boards = "Boards";
inline constexpr const char* step = "Step";
inline constexpr const char* held_by = "With";
inline constexpr const char* days_at_step = "Days at this step";
inline constexpr const char* issues_between_boards = "Issues between boards";
inline constexpr const char* list_lead =
    "Unresolved issues between boards, and concerns about the protocol. Issues are never "
    "escalated automatically.";
inline constexpr const char* raised_by_you = "Raised by your boards";
inline constexpr const char* raised_with_you = "Raised with your boards";
inline constexpr const char* held_by_you = "With you";
inline constexpr const char* closed = "Resolved or withdrawn";
inline constexpr const char* no_issues = "Your boards have no issues.";
inline constexpr const char* download_csv = "Download issues (CSV)";
inline constexpr const char* safeguarding_concerns = "Safeguarding concerns";
inline constexpr const char* digest = "Quarterly digest";
inline constexpr const char* issues_json = "Issues (JSON)";
inline constexpr const char* issues_csv = "Issues (CSV)";

// The meeting of a step.
inline constexpr const char* people_missing = "Select two or more people to invite.";
inline constexpr const char* not_of_the_boards = "Select members of the two boards.";
inline constexpr const char* not_a_host =
    "Only the chairs and secretariats of the two boards can arrange this meeting.";
inline constexpr const char* no_meeting_here =
    "There is no meeting at this step. Move to the next step first.";
inline constexpr const char* meeting_there =
    "A meeting has already been arranged for this step. You can rearrange or cancel it on its "
    "own page.";

// The page of one issue.
inline constexpr const char* issue_as_data = "This issue (JSON)";
inline constexpr const char* request_still_open =
    "The request is still open. Record the way forward as its response.";
inline constexpr const char* answer_request = "Respond to the request";
inline constexpr const char* nobody_holds_it =
    "The person dealing with it is no longer on either board. Select someone else.";
inline constexpr const char* open_meeting = "View the meeting";
inline constexpr const char* steps_between_boards = "Steps (protocol 4.6)";
inline constexpr const char* steps_about_protocol = "Steps (protocol 6.3)";
inline constexpr const char* neutral_words = "Use reference numbers and neutral words only";
inline constexpr const char* who_is_asked = "Who to invite";
inline constexpr const char* who_is_asked_hint =
    "They will be able to view the issue and record the way forward";
inline constexpr const char* chair_spoken_to = "Board whose chair you will speak to";
inline constexpr const char* next_date_hint = "Date of the next action";
inline constexpr const char* date = "Date";
inline constexpr const char* date_hint = "Leave blank if not known";
inline constexpr const char* certain = "Is the date confirmed?";
inline constexpr const char* provisional = "Provisional";
inline constexpr const char* provisional_hint = "No invitations will be sent yet";
inline constexpr const char* confirmed = "Confirmed";
inline constexpr const char* confirmed_hint =
    "Everyone selected will get an email with a calendar invitation";
inline constexpr const char* facts_heading = "Details of the issue";
inline constexpr const char* raised_by = "Raised by";
inline constexpr const char* agency_row = "Agency";
inline constexpr const char* request = "Request";
inline constexpr const char* open_request = "View the request";
inline constexpr const char* officers_asked = "Invited with the senior officers";
inline constexpr const char* meeting = "Meeting";
inline constexpr const char* that_meeting = "View the meeting";
inline constexpr const char* way_forward = "Way forward";
inline constexpr const char* page_is_stale =
    "This issue has changed since you opened the page. Check the latest information and try "
    "again.";

// What commands say.
inline constexpr const char* holder_missing = "Select who will deal with it.";
inline constexpr const char* planned_for_settled = "The issue for this meeting has been resolved.";
inline constexpr const char* unresolved_between_boards = "What is unresolved?";

}  // namespace server::issues::words
