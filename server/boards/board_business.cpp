#include "server/boards/board_business.hpp"

#include "workflows/meetings/meeting.hpp"

namespace server::boards {

using workflows::MeetingKind;

bool is_of_the_board(const db::MeetingRow& meeting) {
    return meeting.kind != MeetingKind::chairs && meeting.kind != MeetingKind::resolution;
}

bool carries_business(const db::MeetingRow& meeting) {
    return meeting.kind == MeetingKind::meeting || meeting.kind == MeetingKind::joint;
}

std::vector<db::MeetingRow> list_business_meetings(db::ReadTx& tx,
                                                   const db::MeetingFilter& filter) {
    auto meetings = db::list_meetings(tx, filter);
    std::erase_if(meetings, [](const auto& meeting) { return !carries_business(meeting); });
    return meetings;
}

}  // namespace server::boards
