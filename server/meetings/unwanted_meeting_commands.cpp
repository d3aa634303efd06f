#include "server/meetings/unwanted_meeting_commands.hpp"

#include "db/audit.hpp"
#include "db/meeting_lists.hpp"
#include "server/meetings/meeting_letters.hpp"
#include "server/meetings/meeting_words.hpp"

namespace server::meetings {

Result<void> cancel_unwanted(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                             db::MeetingRow meeting, const std::string& reason) {
    workflows::MeetingFacts facts{acting.today, {.chair = true}};
    const auto decision = workflows::decide(workflow_meeting(meeting),
                                            {workflows::MeetingEvent::cancel, reason}, facts);
    if (!decision) return decision.error();
    meeting.state = decision->to;
    meeting.cancel_reason = reason;
    ++meeting.sequence;
    if (auto saved = db::save_meeting(tx, meeting); !saved) return saved;
    db::append_audit(tx, {"meeting.cancel", "meeting:" + meeting.id, meeting.board, reason});
    if (db::tally_meeting(tx, meeting.id).letters > 0)
        tell_people_invited(app, tx, meeting, {MeetingNews::cancelled, {}, reason});
    return {};
}

}  // namespace server::meetings
