// A meeting that was planned for a request or an issue, when that is settled or taken back before
// it is held.
#pragma once

#include <string>

#include "db/meetings.hpp"

namespace server::meetings {

/// Why a confirmed one stays, and who can cancel it; empty for others.
std::string standing_meeting_words(const db::MeetingRow& meeting);

}  // namespace server::meetings
