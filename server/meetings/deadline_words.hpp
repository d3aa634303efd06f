// A board's deadlines for one meeting: the board's rules put into the form that workflows/ takes.
#pragma once

#include <string>
#include <vector>

#include "db/meetings.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/meetings/deadlines.hpp"

namespace server::meetings {

workflows::Profile profile_of(const workflows::Board& board);
/// All four, in the order of Deadline::Kind.
std::vector<workflows::Deadline> deadlines_of(const db::MeetingRow& meeting,
                                              const workflows::Board& board,
                                              const workflows::Holidays& holidays);

/// One deadline of a meeting of this board; none while its day is not set.
std::optional<workflows::Day> deadline_day(const db::MeetingRow& meeting,
                                           const workflows::Board& board,
                                           workflows::Deadline::Kind kind,
                                           const workflows::Holidays& holidays);

}  // namespace server::meetings
