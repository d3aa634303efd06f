#include "server/meetings/unwanted_meetings.hpp"

#include "server/meetings/words.hpp"

namespace server::meetings {

std::string standing_meeting_words(const db::MeetingRow& meeting) {
    if (meeting.state != workflows::MeetingState::confirmed) return {};
    return words::meeting_still_confirmed(meeting.planned.words(), meeting.board);
}

}  // namespace server::meetings
