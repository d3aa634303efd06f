// Rows of meetings as the front page and the calendar list show them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "db/meeting_lists.hpp"
#include "db/meetings.hpp"
#include "templates/view.hpp"
#include "workflows/boards/board.hpp"

namespace server::meetings {

using BoardsByCode = std::map<std::string, workflows::Board>;
/// What a kept page that says something of a board and of its meetings depends on. One that shows a
/// single meeting depends on that and on the board, not on the board's other meetings.
void add_tags_of_board(std::vector<std::string>& tags, const std::string& code);
/// What a kept page that lists meetings of all boards depends on.
std::vector<std::string> tags_of_boards(const BoardsByCode& boards);

/// A row of partials/meeting_row.html: the meeting, the dates it was moved from, and why a meeting
/// in public is off. Reasons of private meetings stay with those invited.
void add_meeting_row(templates::View& list, const db::MeetingRow& meeting,
                     const BoardsByCode& boards, const std::vector<db::ListedMove>& moves,
                     const std::string& note = {});
/// The row that stays at the date a meeting had.
void add_moved_row(templates::View& list, const db::ListedMove& move, const BoardsByCode& boards);

}  // namespace server::meetings
