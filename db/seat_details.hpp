// What a seat on a board gives beside its role: for which organisation, with a vote or without, on
// behalf of whom (protocol 3.4); how many votes a board needs; offices that pass on by the
// calendar.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/boards/seats.hpp"
#include "workflows/core/date.hpp"
#include "workflows/core/result.hpp"

namespace db {

struct SeatDetail {
    std::string organisation;                     // empty: the post's
    std::optional<workflows::Standing> standing;  // nothing: as the role has it
    std::string on_behalf_of;                     // "the other district councils", or empty
    int version = 0;                              // 0: nothing was recorded yet
    /// Whether both say the same, whatever their versions.
    bool says_as(const SeatDetail& other) const;
};
using SeatDetails = std::map<std::string, SeatDetail>;  // by membership id

inline constexpr std::size_t seat_text_bytes_max = 200;

/// Those of a board's seats that have any.
SeatDetails details_of_board(ReadTx& tx, const std::string& board);
SeatDetails all_seat_details(ReadTx& tx);
/// Nothing recorded: an empty detail of version 0.
SeatDetail find_seat_detail(ReadTx& tx, const std::string& membership);
/// Code::stale: `detail.version` is not the recorded one. Touches the membership's board.
workflows::Result<void> save_seat_detail(WriteTx& tx, const workflows::Membership& membership,
                                         const SeatDetail& detail);

/// 0: not recorded.
int quorum_of(ReadTx& tx, const std::string& board);
void save_quorum(WriteTx& tx, const std::string& board, int votes_needed);

/// A chair or secretariat that passes from one post to another on a day. The seats of both carry
/// the days already, so that nothing has to happen on it.
struct OfficeHandOver {
    std::string board;
    workflows::Office office = workflows::Office::chair;
    workflows::Day on = {};  // the first day of the new holder
    std::string from_person;
    std::string to_person;
    std::optional<workflows::Day> last_day;  // of the old seat before
};
/// On `from` or later, oldest first; of one board, or of all when `board` is empty.
std::vector<OfficeHandOver> list_hand_overs(ReadTx& tx, const std::string& board,
                                            workflows::Day from);
/// Ends the seat `from_seat` on the day before and gives `to_person` one of the same role from
/// `on`. Code::invalid (field "to_person" or "on"), and as end_membership() and
/// insert_membership().
workflows::Result<OfficeHandOver> plan_hand_over(WriteTx& tx,
                                                 const workflows::Membership& from_seat,
                                                 workflows::Office office,
                                                 const std::string& to_person, workflows::Day on);
/// Takes the new seat away and gives the old one its last day back. Code::not_found: there is no
/// such plan any more. The caller checks that its day is to come.
workflows::Result<void> undo_hand_over(WriteTx& tx, const OfficeHandOver& planned);

std::vector<const Sql*> seat_details_statements();

}  // namespace db
