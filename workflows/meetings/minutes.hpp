// Draft minutes: when they can be said to have gone round, and how that is said.
#pragma once

#include <optional>
#include <string>

#include "workflows/meetings/meeting.hpp"

namespace workflows {

/// Whether draft minutes of the meeting may be recorded as circulated on that day. Code::refused:
/// the meeting is not recorded as held. Code::invalid, field "circulated": before the meeting, or
/// later than `today`.
Result<void> check_minutes_circulated(MeetingState state, const PlannedDate& met, Day circulated,
                                      Day today);

/// A meeting whose draft minutes went round was held: Code::refused for the event "correct".
Result<void> check_event_beside_minutes(MeetingEvent event, bool minutes_circulated);

/// "Draft minutes were circulated on Thursday 29 November 2018."
std::string minutes_words(Day circulated);

}  // namespace workflows
