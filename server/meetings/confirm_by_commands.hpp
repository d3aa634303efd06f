// Choosing by when a provisional date is to be confirmed.
#pragma once

#include "db/meetings.hpp"
#include "workflows/core/bank_holidays.hpp"

namespace server::meetings {

/// A meeting that is planned so late that the usual day is over or near: five working days to
/// confirm it, and its own day at the latest.
void leave_time_to_confirm(db::WriteTx& tx, const db::MeetingRow& meeting,
                           const workflows::Holidays& holidays);

}  // namespace server::meetings
