// What the stops of documents are worked out of beside their own rows: the boards and their
// meetings to come, read once for all of them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/circulations.hpp"
#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/circulation/circulation_finish.hpp"
#include "workflows/core/clear_days.hpp"
#include "workflows/timetable/timetable.hpp"

namespace server::circulation {

/// As they stand today. Boards are named by their codes.
class BoardsAhead {
  public:
    /// The meetings are those of `boards` and of the boards that hold their duties.
    BoardsAhead(const base::App& app, db::ReadTx& tx, const std::set<std::string>& boards);

    workflows::Day today() const { return today_; }
    const workflows::Holidays& holidays() const { return holidays_; }
    /// The board that holds the duties of `board`: itself while it is there.
    std::string holder(const std::string& board) const;
    /// Business meetings that are not over, by date; those without a date last.
    const std::vector<db::MeetingRow>& meetings_of(const std::string& board) const;
    /// The defaults for a board that is gone.
    workflows::BoardReach reach(const std::string& board) const;
    /// The count behind the last day for papers; nothing while the day of the meeting is open.
    std::optional<workflows::ClearDays> papers_count(const db::StopRow& stop) const;

  private:
    workflows::Day today_;
    workflows::Holidays holidays_;
    std::vector<workflows::Succession> successions_;
    std::map<std::string, workflows::Board> boards_;
    std::map<std::string, std::vector<db::MeetingRow>> meetings_;
};

}  // namespace server::circulation
