// What the pages and steps of finding a date say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "workflows/text/words.hpp"

namespace server::polls::words {

inline constexpr const char* poll_text_too_long = "This must be 200 characters or fewer.";
inline constexpr const char* whole_date = "Enter a full date or leave this blank.";
inline std::string check_poll_date(std::string_view date) {
    return fmt::format("There is a clash on {}. Enter another date, or continue anyway.", date);
}
inline std::string answer_for(std::string_view date) {
    return fmt::format("Select whether you are available on {}.", date);
}
inline constexpr const char* poll_select_kind = "Select the type of meeting.";
inline constexpr const char* enter_subject = "Enter the subject of the meeting.";
inline constexpr const char* enter_closing_date = "Enter the closing date for replies.";
inline constexpr const char* poll_changed =
    "Somebody else changed this poll since you opened the page. Check the changes and try again.";
inline constexpr const char* select_asking_board = "Select the board arranging the meeting.";
inline constexpr const char* poll_secretariat_only = "Only the board’s secretariat can do this.";
inline constexpr const char* select_people = "Select at least 2 people to ask.";
inline constexpr const char* too_many_people = "You can ask up to 100 people.";
inline constexpr const char* all_replied = "Everyone has replied.";
inline constexpr const char* select_date = "Select one of the dates.";
inline constexpr const char* nobody_left = "Nobody you asked is still a member. Cancel this poll.";
inline constexpr const char* enter_cancel_reason =
    "Enter a reason. Everyone you asked will see it.";
inline constexpr const char* seat_gone =
    "You no longer hold the position for which you were asked.";
inline std::string todo_select_date(std::string_view title, std::size_t replied,
                                    std::size_t asked) {
    return fmt::format("Select a date: {} ({} of {} have replied)", title, replied, asked);
}
inline std::string todo_finding_date(std::string_view title, std::size_t replied,
                                     std::size_t asked) {
    return fmt::format("Finding a date: {} ({} of {} have replied)", title, replied, asked);
}
inline constexpr const char* which_board_asks = "Which board is arranging the meeting?";
inline constexpr const char* subject = "Subject of the meeting";
inline constexpr const char* subject_hint =
    "Only the people you ask and the board’s officers will see this";
inline constexpr const char* lead_officers = "Lead officers and lead members of these boards";
inline constexpr const char* closing_hint = "People can reply until the end of this date";
inline std::string date_number(std::size_t number) {
    return fmt::format("Date {}", number);
}
inline std::string date_clashes(std::string_view date, const std::vector<std::string>& clashes) {
    return fmt::format("{}: {}", date, workflows::text::joined_with_and(clashes));
}
inline constexpr const char* find_a_date = "Find a date";
inline constexpr const char* poll_intro =
    "We will email each person their own link to reply yes, if need be or no to each date. They "
    "will not see other people’s replies.";
inline std::string replied(std::size_t replied, std::size_t asked) {
    return fmt::format("{} of {} have replied", replied, asked);
}
inline std::string total(std::string_view answer) {
    return fmt::format("Total: {}", answer);
}
inline std::string tally(int yes, int if_need_be, int no) {
    return fmt::format("{} yes, {} if need be, {} no", yes, if_need_be, no);
}
inline std::string best_tally(int yes, int if_need_be, int no) {
    return fmt::format("{} yes, {} if need be, {} no. Best date", yes, if_need_be, no);
}
inline std::string send_reminders(std::size_t reminders) {
    return fmt::format("Send {}", workflows::text::counted(reminders, "reminder", "reminders"));
}
inline std::string poll_lead(std::string_view replied, std::string_view status) {
    return fmt::format("{}. {}.", replied, status);
}
inline std::string poll_meeting(std::string_view when) {
    return fmt::format("Meeting: {}", when);
}
inline std::string poll_cancelled(std::string_view reason) {
    return fmt::format("Cancelled: {}", reason);
}
inline std::string replies_recorded(std::string_view date) {
    return fmt::format("We have recorded your replies. You can change them until {}.", date);
}
inline constexpr const char* closed_select_date = "Closed. Select a date";
inline constexpr const char* all_invited = "Everyone you asked will be invited";
inline constexpr const char* remind_heading = "Remind people who have not replied";
inline constexpr const char* cancel_hint = "We will email this to everyone you asked";
inline constexpr const char* polls_heading = "Find a date";
inline constexpr const char* new_poll = "Find a new date";
inline constexpr const char* no_polls = "Your boards have no polls.";
inline constexpr const char* your_polls = "Polls for your boards";
inline constexpr const char* replies_json = "Download replies (JSON)";
inline constexpr const char* replies_csv = "Download replies (CSV)";
inline constexpr const char* which_dates = "Which dates can you attend?";
inline constexpr const char* chairs = "Chairs of these boards";
inline constexpr const char* closing_date = "Closing date for replies";

}  // namespace server::polls::words
