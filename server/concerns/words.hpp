// What safeguarding concerns say on their pages.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/core/date.hpp"
#include "workflows/text/words.hpp"

namespace server::concerns::words {

inline std::string safeguarding_concern(std::string_view reference) {
    return fmt::format("Safeguarding concern {}", reference);
}
inline std::string concern_to_do(std::string_view reference, std::string_view step) {
    return fmt::format("Safeguarding concern {}: {}", reference, step);
}
inline std::string concern_unacknowledged(std::string_view reference) {
    return fmt::format("Safeguarding concern {}: the safeguarding board has not acknowledged it",
                       reference);
}
inline std::string chair_of(std::string_view board) {
    return fmt::format("Chair of {}", board);
}
inline std::string overdue_since(workflows::Day day) {
    return fmt::format("Overdue since {}", workflows::weekday_date(day));
}
inline std::string acknowledge_until(workflows::Day day) {
    return fmt::format("Acknowledge by {}", workflows::weekday_date(day));
}
/// `next` begins with a capital: "Acknowledge it".
inline std::string with(std::string_view board, std::string_view next) {
    return fmt::format("With {}. Next step: {}", board, next);
}
inline std::string with_until(std::string_view board, std::string_view next, workflows::Day day) {
    return fmt::format("With {}. Next step: {}, by {}", board, next, workflows::long_date(day));
}
inline std::string acknowledgement_overdue(workflows::Day day) {
    return fmt::format("Acknowledgement was due by {}", workflows::long_date(day));
}
inline std::string concern_reference(std::string_view reference) {
    return fmt::format("Concern {}", reference);
}
inline constexpr const char* joint_working = "Joint working";
inline constexpr const char* select_board = "Select a board";
inline constexpr const char* reference = "Reference";
inline constexpr const char* about = "What it is about";
inline constexpr const char* raised_by = "Raised by";
inline constexpr const char* safeguarding_for = "For";
inline constexpr const char* status = "Status";
inline constexpr const char* next = "Next step";
inline constexpr const char* due = "Due";
inline constexpr const char* safeguarding_concerns = "Safeguarding concerns";
inline constexpr const char* list_lead =
    "Concerns your boards have raised with a safeguarding board, or have received as one. Use "
    "reference numbers and neutral words only.";
inline constexpr const char* raise_concern = "Raise a concern";
inline constexpr const char* raised_by_you = "Raised by your boards";
inline constexpr const char* escalated_to_you = "Escalated to your boards";
inline constexpr const char* no_concerns = "Your boards have no safeguarding concerns.";
inline constexpr const char* download_csv = "Download concerns (CSV)";
inline constexpr const char* issues_between_boards = "Issues between boards";
inline constexpr const char* digest = "Quarterly digest";
inline constexpr const char* concerns_json = "Concerns (JSON)";
inline constexpr const char* concerns_csv = "Concerns (CSV)";

// The form for a new concern.
inline constexpr const char* raise_title = "Raise a safeguarding concern";
inline constexpr const char* raise_lead =
    "Use this for a concern that your board’s meeting could not resolve (protocol 4.12). The "
    "concern gets a reference number. We will email the safeguarding board if the concern is "
    "escalated.";
inline constexpr const char* no_case_data =
    "Do not include the name, initials, date of birth, address or NHS number of any child or "
    "adult. Share the details using the information-sharing protocol.";
inline constexpr const char* raise_button = "Raise concern";
inline constexpr const char* raising_board = "Board raising the concern";
inline constexpr const char* safeguarding_board = "Safeguarding board";
inline constexpr const char* safeguarding_board_hint =
    "If it is for both boards, raise it twice. Each chair acknowledges separately.";
inline constexpr const char* about_hint =
    "Use neutral words, for example “Threshold not agreed by two agencies”";
inline constexpr const char* raised_at = "Date it was raised at a meeting";
inline constexpr const char* raised_at_hint = "The date of the meeting";
inline constexpr const char* own_board_missing = "Select one of your boards.";
inline constexpr const char* raised_at_missing =
    "Enter the date of the meeting where it was raised.";

// The page of one concern.
inline constexpr const char* nothing_to_do = "No further action needed.";
inline constexpr const char* select_partner = "Select a partner";
inline constexpr const char* partner = "Partner escalating it";
inline constexpr const char* neutral_words = "Use reference numbers and neutral words only";
inline constexpr const char* route = "Steps (protocol 4.12 to 4.14)";
inline constexpr const char* record = "Details of the concern";
inline constexpr const char* raised_on = "Raised on";
inline constexpr const char* acknowledge_by = "Acknowledge by";
inline constexpr const char* concern = "Safeguarding concern";
inline constexpr const char* concern_as_data = "This concern (JSON)";
inline constexpr const char* page_is_stale =
    "This concern has changed since you opened the page. Check the latest information and try "
    "again.";

// What is to be done next.
inline constexpr const char* acknowledge_needed = "It needs to be acknowledged.";
inline constexpr const char* agree_partner = "Record which partner will escalate it";
inline constexpr const char* escalate = "Escalate it to the safeguarding chair";
inline constexpr const char* acknowledge = "Acknowledge it";
inline constexpr const char* give_feedback = "Give feedback";
inline constexpr const char* close_or_escalate = "Close it, or escalate it again";
inline constexpr const char* no_further_action = "No further action needed";

}  // namespace server::concerns::words
