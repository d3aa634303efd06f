// Replies to invitations: who said what of the date as it is now.
#pragma once

#include <string>
#include <vector>

#include "db/meetings.hpp"
#include "db/replies.hpp"
#include "server/base/app.hpp"
#include "workflows/boards/board.hpp"

namespace server::meetings {

/// One person who is invited, in the order of their posts. A reply to a date that the meeting left
/// since counts as none.
struct InvitedPerson {
    workflows::Person person;
    std::optional<db::ReplyRow> reply = {};
};
std::vector<InvitedPerson> invited_and_replies(db::ReadTx& tx, const db::MeetingRow& meeting);

workflows::ReplyCounts count_replies(const std::vector<InvitedPerson>& invited);

/// The address behind which this person answers for this meeting, without a password, until it
/// ends.
std::string reply_link(base::App& app, db::WriteTx& tx, const db::MeetingRow& meeting,
                       const workflows::Board& board, const std::string& person);

/// Keeps what was said of the date `given.planned`, which the form showed. Code::not_found: the
/// person is not invited. Code::refused: the meeting is over or cancelled. Code::stale: it has
/// moved since.
workflows::Result<void> take_reply(db::WriteTx& tx, const db::MeetingRow& meeting,
                                   const db::ReplyRow& given);

}  // namespace server::meetings
