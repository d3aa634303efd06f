// Cancelling a meeting that was planned for a request or an issue, when that is settled or taken
// back before it is held.
#pragma once

#include <string>

#include "db/meetings.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"

namespace server::meetings {

/// Cancels a provisional one, whoever settles the matter; people who had a letter about it are
/// told. `reason` is public where the meeting is. Errors as workflows::decide() of a meeting.
Result<void> cancel_unwanted(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                             db::MeetingRow meeting, const std::string& reason);

}  // namespace server::meetings
