// Days on which two boards want the same person, from the seats and meetings in the database.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/meeting_readers.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/planning/clashes.hpp"

namespace server::meetings {

/// What workflows/planning/clashes.hpp takes: all seats, and the dated meetings of all boards, a
/// joint one once for each of its boards. Meetings of which `reader` may not know count for
/// nothing.
std::vector<workflows::Seat> all_seats(db::ReadTx& tx);
std::vector<workflows::BoardDay> board_days(db::ReadTx& tx, workflows::Day from, workflows::Day to,
                                            const db::MeetingReader& reader = {});

/// By day, then person; both days belong to the range. Cancelled meetings count for nothing.
std::vector<workflows::Clash> clashes_between(db::ReadTx& tx, workflows::Day from,
                                              workflows::Day to,
                                              const db::MeetingReader& reader = {});

/// What a meeting of `board` on `day` would bring; `moved` is the id of the meeting whose date is
/// being chosen, or empty.
std::vector<workflows::Clash> clashes_of_date(db::ReadTx& tx, workflows::Day day,
                                              const std::string& board, const std::string& moved);

/// [{"date":"2018-11-22","person":"cabinet-public-health","boards":["HIB","JMG-BCF"]},…]
std::string clashes_json(const std::vector<workflows::Clash>& clashes);

}  // namespace server::meetings
