#include "server/meetings/unwanted_meetings.hpp"

#include "db/audit.hpp"
#include "db/meeting_lists.hpp"
#include "server/meetings/meeting_letters.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/words.hpp"

namespace server::meetings {

Result<void> cancel_unwanted(const web::Context& context, db::WriteTx& tx, db::MeetingRow meeting,
                             const std::string& reason) {
    workflows::MeetingFacts facts{context.today(tx), {.chair = true}};
    const auto decision = workflows::decide(workflow_meeting(meeting),
                                            {workflows::MeetingEvent::cancel, reason}, facts);
    if (!decision) return decision.error();
    meeting.state = workflows::to_text(decision->to);
    meeting.cancel_reason = reason;
    ++meeting.sequence;
    if (auto saved = db::save_meeting(tx, meeting); !saved) return saved;
    db::append_audit(tx, {"meeting.cancel", "meeting:" + meeting.id, meeting.board, reason});
    if (db::tally_meeting(tx, meeting.id).letters > 0)
        tell_people_invited(context.app, tx, meeting, {MeetingNews::cancelled, {}, reason});
    return {};
}

std::string standing_meeting_words(const db::MeetingRow& meeting) {
    if (meeting.state != "confirmed") return {};
    return words::meeting_still_confirmed(meeting.planned.words(), meeting.board);
}

}  // namespace server::meetings
