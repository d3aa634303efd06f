// What a changed list of holidays does to open meetings, and the letters that say so.
#pragma once

#include <optional>
#include <vector>

#include "db/database.hpp"
#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "workflows/boards/board.hpp"

namespace server::meetings {

/// An open meeting whose agenda is now due on another day.
struct DeadlineMove {
    db::MeetingRow meeting;
    workflows::Board board;
    std::optional<workflows::Day> before;
    std::optional<workflows::Day> after;
    enum class State {
        to_come,
        missed,         // not published, and the new day has passed
        published,      // in time for the new day too
        late_already,   // published late for either day
        published_late  // in time before, not for the new day (domain: LGA 1972 s.100B)
    };
    State state = State::to_come;
};

enum class HolidayChange { added, removed };

/// Every provisional or confirmed meeting from today on whose agenda deadline differs with and
/// without `day` on the list, whichever of the two stands there now; by date.
std::vector<DeadlineMove> deadlines_moved_by(db::ReadTx& tx, workflows::Day day,
                                             HolidayChange change);

/// A letter `deadline_moved` to the secretariat of each meeting.
void tell_of_moved_deadlines(base::App& app, db::WriteTx& tx,
                             const std::vector<DeadlineMove>& moves);

}  // namespace server::meetings
