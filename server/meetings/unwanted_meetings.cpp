#include "server/meetings/unwanted_meetings.hpp"

namespace server::meetings {

std::string standing_meeting_words(const db::MeetingRow& meeting) {
    if (meeting.state != workflows::MeetingState::confirmed) return {};
    return "The meeting that was planned for it, " + meeting.planned.words() +
           ", is confirmed and stays. If it is not to take place, the secretariat of " +
           meeting.board + " can cancel it in its workspace";
}

}  // namespace server::meetings
