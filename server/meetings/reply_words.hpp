// What the pages of replies and draft minutes say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace server::meetings::reply_words {

// Minutes pages.
inline constexpr const char* manage_meeting = "Manage meeting";

// Reply commands.
inline constexpr const char* this_meeting_has_taken_place_so =
    "This meeting has taken place, so replies are closed.";
inline constexpr const char* this_meeting_has_been_cancelled_so =
    "This meeting has been cancelled, so you do not need to reply.";
inline constexpr const char* this_person_is_no_longer_invited =
    "This person is no longer invited to this meeting.";

// Reply pages.
inline constexpr const char* will_you_attend = "Will you attend?";
inline constexpr const char* yes_in_person = "Yes, in person";
inline constexpr const char* yes_online = "Yes, online";
inline constexpr const char* no_please_record_my_apologies = "No – please record my apologies";
inline constexpr const char* substitute_optional = "Substitute (optional)";
inline constexpr const char* if_you_are_sending_apologies_we =
    "If you are sending apologies. We will ask the chair to agree.";
inline constexpr const char* note_to_the_secretariat_optional =
    "Note to the secretariat (optional)";
inline constexpr const char* responses_by_member = "Responses by member";
inline constexpr const char* post = "Post";
inline constexpr const char* reply_label = "Reply";
inline constexpr const char* note = "Note";
inline constexpr const char* date_of_reply = "Date of reply";
inline constexpr const char* not_yet_replied = "not yet replied";
inline constexpr const char* record_a_reply_received_by_phone =
    "Record a reply received by phone or email";
inline constexpr const char* this_will_replace_any_earlier_reply =
    "This will replace any earlier reply.";
inline constexpr const char* select_a_post = "Select a post";
inline constexpr const char* save_reply = "Save reply";
inline constexpr const char* you_are_no_longer_invited =
    "You are no longer invited to this meeting.";
inline constexpr const char* reply_to_an_invitation = "Reply to an invitation";
inline constexpr const char* board = "Board";
inline constexpr const char* when = "When";
inline constexpr const char* where = "Where";
inline constexpr const char* this_meeting_has_taken_place = "This meeting has taken place.";
inline constexpr const char* this_meeting_has_been_cancelled = "This meeting has been cancelled.";
inline constexpr const char* send_reply = "Send reply";
inline constexpr const char* replies_to_invitations = "Replies to invitations";
inline constexpr const char* everyone_invited_has_their_own_link =
    "Everyone invited has their own link in the email. If you rearrange the meeting, we will ask "
    "them again.";
inline constexpr const char* download_replies_csv = "Download replies (CSV)";
inline constexpr const char* select_who_the_reply_is_from = "Select who the reply is from.";

// Replies.
inline std::string with_substitute(std::string_view attendance, std::string_view substitute) {
    return fmt::format("{}; substitute: {}", attendance, substitute);
}
inline std::string your_reply(std::string_view reply) {
    return fmt::format("Your reply: {}. You can change it until the meeting ends.", reply);
}
inline std::string rearranged_while_replying(std::string_view date) {
    return fmt::format(
        "This meeting was rearranged after you opened the page: it is now on {}. Check the new "
        "date, then send your reply.",
        date);
}

}  // namespace server::meetings::reply_words
