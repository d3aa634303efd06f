// What pages and feeds say of boards: the family each belongs to, its meetings before and after
// today, who took over, and the posts that serve it. Never an address of anybody.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/county.hpp"
#include "db/meetings.hpp"
#include "db/memberships.hpp"
#include "workflows/boards/board.hpp"

namespace server::boards {

struct BoardEntry {
    workflows::Board board;
    std::optional<workflows::Board> successor;  // whatever the day
    bool succeeded = false;                     // as of today
    std::optional<db::MeetingRow> next;         // provisional or confirmed
    std::optional<db::MeetingRow> last;         // before today, not cancelled
};

/// Boards that follow one board, that one first.
struct BoardFamily {
    std::string name;
    std::vector<BoardEntry> boards;
};

/// Families with more than one board by name, then one of all the others. A board that was
/// succeeded stands in the family of its successor.
std::vector<BoardFamily> board_families(db::ReadTx& tx, workflows::Day today);

BoardEntry board_entry(db::ReadTx& tx, const workflows::Board& board, workflows::Day today);

/// The same of every board, by code, their meetings read once.
std::map<std::string, BoardEntry> board_entries(db::ReadTx& tx, workflows::Day today);

/// What the public may know of each board's meetings, by code, in the order of their dates.
using MeetingsOfBoards = std::map<std::string, std::vector<db::MeetingRow>>;
MeetingsOfBoards meetings_by_board(db::ReadTx& tx);
std::map<std::string, BoardEntry> board_entries(
    const std::map<std::string, workflows::Board>& boards, MeetingsOfBoards meetings,
    workflows::Day today);

/// Who holds one of these roles on `day`, as posts.
std::vector<db::Seat> seats_with_role(db::ReadTx& tx, const std::string& board,
                                      workflows::Role role, workflows::Day day);

std::string board_href(const workflows::Board& board);
std::string held_in_words(const workflows::Board& board);  // "In public"
/// "Succeeded by the X from 1 April 2018", or empty.
std::string succession_words(const BoardEntry& entry);
/// "4 a year".
std::string frequency_words(const workflows::Board& board);
/// An address that a browser can follow, or empty when `website` is none.
std::string website_href(const std::string& website);
/// "Thursday 22 November 2018 (provisional)", or `none`.
std::string meeting_words(const std::optional<db::MeetingRow>& meeting, const std::string& none);
/// "Leader of the County Council, Oxfordshire County Council".
std::string post_words(const workflows::Person& person);

}  // namespace server::boards
