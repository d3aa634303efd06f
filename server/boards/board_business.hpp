// Which meetings are the board's, and which of them carry its business. Chairs' and resolution
// meetings are of those who are asked to them, from several boards: a board does not mean them by
// its last and its next meeting. Reports of the timetable, papers that go round and items that
// other boards ask for come to formal and joint meetings, not to workshops and executives either.
#pragma once

#include <vector>

#include "db/meetings.hpp"

namespace server::boards {

bool is_of_the_board(const db::MeetingRow& meeting);
bool carries_business(const db::MeetingRow& meeting);

/// db::list_meetings() without the others.
std::vector<db::MeetingRow> list_business_meetings(db::ReadTx& tx, const db::MeetingFilter& filter);

}  // namespace server::boards
