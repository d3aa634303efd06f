#include "server/minutes/minutes_commands.hpp"

#include "db/audit.hpp"
#include "db/meetings.hpp"
#include "db/minutes.hpp"
#include "server/meetings/meeting_words.hpp"
#include "workflows/meetings/minutes.hpp"

namespace server::minutes {
namespace {

void audit(db::WriteTx& tx, const std::string& action, const db::MeetingRow& meeting,
           workflows::Day circulated) {
    db::append_audit(tx,
                     {action, "meeting:" + meeting.id, meeting.board, workflows::iso(circulated)});
}

}  // namespace

Result<void> record_minutes(const base::Acting& acting, db::WriteTx& tx,
                            const RecordMinutes& command) {
    const auto meeting = db::load_meeting(tx, command.meeting);
    if (!meeting) return meeting.error();
    const auto day = command.circulated;
    const auto fits = workflows::check_minutes_circulated(meetings::state_of(*meeting),
                                                          meeting->planned, day, acting.today);
    if (!fits) return fits.error();
    const auto recorded = db::record_draft_minutes(tx, meeting->id, day, acting.person);
    if (!recorded) return recorded.error();
    audit(tx, "minutes.circulate", *meeting, day);
    return {};
}

Result<void> undo_minutes(const base::Acting&, db::WriteTx& tx, const UndoMinutes& command) {
    const auto meeting = db::load_meeting(tx, command.meeting);
    if (!meeting) return meeting.error();
    const auto circulated = db::find_draft_minutes(tx, meeting->id);
    const auto removed = db::remove_draft_minutes(tx, meeting->id);
    if (!removed) return removed.error();
    audit(tx, "minutes.undo", *meeting, *circulated);
    return {};
}

}  // namespace server::minutes
