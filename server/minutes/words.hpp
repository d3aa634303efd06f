// Draft minutes.
#pragma once

namespace server::minutes::words {

inline constexpr const char* people_invited_to_the_meeting_can =
    "People invited to the meeting can see this on its page, and we will send no more reminders "
    "about the minutes. If this was recorded by mistake, undo it.";
inline constexpr const char* undo = "Undo";
inline constexpr const char* record_the_date_the_draft_minutes =
    "Record the date the draft minutes were circulated. No emails will be sent, and reminders "
    "about the minutes will stop.";
inline constexpr const char* record = "Record";
inline constexpr const char* circulated_on = "Circulated on";
inline constexpr const char* draft_minutes = "Draft minutes";
inline constexpr const char* record_the_meeting_as_held_before =
    "Record the meeting as held before you circulate the draft minutes.";
inline constexpr const char* record_the_meeting_as_held = "Record the meeting as held";
inline constexpr const char* back_to_manage_meeting = "Back to manage meeting";
inline constexpr const char* enter_the_date_the_draft_minutes =
    "Enter the date the draft minutes were circulated.";

}  // namespace server::minutes::words
