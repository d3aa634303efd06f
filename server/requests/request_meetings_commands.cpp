#include "server/requests/request_meetings_commands.hpp"

#include "db/boards.hpp"
#include "db/meeting_boards.hpp"
#include "db/meetings.hpp"
#include "server/meetings/unwanted_meeting_commands.hpp"
#include "server/meetings/unwanted_meetings.hpp"
#include "server/requests/words.hpp"

namespace server::requests {

using workflows::RequestEvent;

std::string plan_meeting_for(db::WriteTx& tx, const db::RequestRow& row, RequestEvent event) {
    const bool of_chairs = event == RequestEvent::agree && row.request.offer &&
                           row.request.offer->kind == workflows::OfferKind::chairs_meeting;
    db::MeetingRow meeting;
    meeting.board = row.request.to_board;
    meeting.kind = of_chairs ? workflows::MeetingKind::chairs : workflows::MeetingKind::joint;
    meeting.time_assumed = true;
    if (const auto board = db::find_board(tx, meeting.board)) meeting.place = board->place;
    const auto id = db::insert_meeting(tx, meeting).value().id;
    if (!of_chairs) db::add_joint_board(tx, id, row.request.from_board);
    return id;
}

Result<void> cancel_meeting_of(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                               const db::RequestRow& row, RequestEvent event) {
    auto meeting = db::load_meeting(tx, row.meeting);
    if (!meeting) return meeting.error();
    // Not the title: the reason is public where the meeting is.
    const std::string reason =
        event == RequestEvent::withdraw ? words::request_withdrawn : words::request_reopened;
    return meetings::cancel_unwanted(app, acting, tx, *std::move(meeting), reason);
}

std::string standing_meeting_words(db::ReadTx& tx, const db::RequestRow& row) {
    const auto meeting = db::find_meeting(tx, row.meeting);
    return meeting ? meetings::standing_meeting_words(*meeting) : std::string();
}

}  // namespace server::requests
