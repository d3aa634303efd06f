#include "server/overview/meeting_page.hpp"

#include "db/boards.hpp"
#include "db/minutes.hpp"

namespace server::overview {

using workflows::Level;

Result<MeetingPage> load_meeting_page(db::ReadTx& tx, const std::string& id) {
    auto meeting = db::load_meeting(tx, id);
    if (!meeting) return meeting.error();
    auto board = db::load_board(tx, meeting->board);
    if (!board) return board.error();
    return MeetingPage{std::move(*meeting), std::move(*board)};
}

std::vector<std::string> tags_of(const db::MeetingRow& meeting) {
    return {"meeting:" + meeting.id, "board:" + meeting.board};
}

void keep_publicly(const web::Context& context, const db::MeetingRow& meeting) {
    if (!context.viewer.signed_in()) context.cache_publicly(tags_of(meeting));
}

bool may_read_reasons(const db::MeetingRow& meeting, Level level) {
    return meeting.held_in != workflows::HeldIn::private_ || level != Level::public_;
}

std::optional<workflows::Day> minutes_shown(db::ReadTx& tx, const db::MeetingRow& meeting,
                                            Level level) {
    return level == Level::public_ ? std::nullopt : db::find_draft_minutes(tx, meeting.id);
}

}  // namespace server::overview
