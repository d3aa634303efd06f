#include "server/actions/request_meetings.hpp"

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/meeting_boards.hpp"
#include "db/meeting_lists.hpp"
#include "db/meetings.hpp"
#include "server/actions/meeting_letters.hpp"
#include "server/meeting_words.hpp"

namespace server {

using workflows::RequestEvent;

std::string plan_meeting_for(db::WriteTx& tx, const db::RequestRow& row, RequestEvent event) {
    const bool of_chairs = event == RequestEvent::agree && row.request.offer &&
                           row.request.offer->kind == workflows::OfferKind::chairs_meeting;
    db::MeetingRow meeting;
    meeting.board = row.request.to_board;
    meeting.kind = of_chairs ? "chairs" : "joint";
    meeting.time_assumed = true;
    if (const auto board = db::find_board(tx, meeting.board)) meeting.place = board->place;
    const auto id = db::insert_meeting(tx, meeting).value().id;
    if (!of_chairs) db::add_joint_board(tx, id, row.request.from_board);
    return id;
}

Result<void> cancel_meeting_of(const Context& context, db::WriteTx& tx, const db::RequestRow& row,
                               RequestEvent event) {
    auto meeting = db::load_meeting(tx, row.meeting);
    if (!meeting) return meeting.error();
    // Not the title: the reason is public where the meeting is.
    const std::string reason = event == RequestEvent::withdraw
                                   ? "The request that it was planned for was withdrawn."
                                   : "The request that it was planned for is open again.";
    // Whoever may take the request back also takes back what was planned for it.
    workflows::MeetingFacts facts{context.today(tx), {.chair = true}};
    const auto decision = workflows::decide(workflow_meeting(*meeting),
                                            {workflows::MeetingEvent::cancel, reason}, facts);
    if (!decision) return decision.error();
    meeting->state = workflows::to_text(decision->to);
    meeting->cancel_reason = reason;
    ++meeting->sequence;
    if (auto saved = db::save_meeting(tx, *meeting); !saved) return saved;
    db::append_audit(tx, {"meeting.cancel", "meeting:" + meeting->id, meeting->board, reason});
    if (db::tally_meeting(tx, meeting->id).letters > 0)
        tell_people_invited(context.app, tx, *meeting, {MeetingNews::cancelled, {}, reason});
    return {};
}

std::string standing_meeting_words(db::ReadTx& tx, const db::RequestRow& row) {
    const auto meeting = db::find_meeting(tx, row.meeting);
    if (!meeting || meeting->state != "confirmed") return {};
    return "The meeting that was planned for it, " + meeting->planned.words() +
           ", is confirmed and stays. If it is not to take place, the secretariat of " +
           meeting->board + " can cancel it in its workspace";
}

}  // namespace server
