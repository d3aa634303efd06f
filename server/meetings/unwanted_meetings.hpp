// A meeting that was planned for a request or an issue, when that is settled or taken back before
// it is held.
#pragma once

#include <string>

#include "db/meetings.hpp"
#include "server/web/context.hpp"

namespace server::meetings {

/// Cancels a provisional one, whoever settles the matter; people who had a letter about it are
/// told. `reason` is public where the meeting is. Errors as workflows::decide() of a meeting.
Result<void> cancel_unwanted(const web::Context& context, db::WriteTx& tx, db::MeetingRow meeting,
                             const std::string& reason);

/// Why a confirmed one stays, and who can cancel it; empty for others.
std::string standing_meeting_words(const db::MeetingRow& meeting);

}  // namespace server::meetings
