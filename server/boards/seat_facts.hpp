// What pages and data say of the seats of a board: for whom, with a vote or without, how many
// votes a meeting needs, and which office passes on when (protocol 3.4, annual update 2018).
#pragma once

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "db/memberships.hpp"
#include "db/seat_details.hpp"
#include "server/letters/deadlines.hpp"
#include "workflows/core/date.hpp"

namespace server::boards {

/// The organisation that a seat is for: the recorded one, else the post's.
std::string organisation_of(const workflows::Person& person, const db::SeatDetail& detail);
workflows::Standing standing_of(const workflows::Membership& seat, const db::SeatDetail& detail);
/// "Cherwell District Council, on behalf of the other district councils".
std::string represents_words(const workflows::Person& person, const db::SeatDetail& detail);

struct BoardSeat {
    workflows::Membership membership;
    workflows::Person person;
    db::SeatDetail detail;
};
/// In force on `day`, in the order of db::list_memberships().
std::vector<BoardSeat> board_seats(db::ReadTx& tx, const std::string& board, workflows::Day day);

struct Quorum {
    int needed = 0;  // 0: not recorded
    int voters = 0;
};
Quorum board_quorum(db::ReadTx& tx, const std::string& board, workflows::Day day);

/// [{"post":…,"role":…,"organisation":…,"standing":"votes","on_behalf_of":…,"from":…,"to":…}]:
/// posts, never who holds them.
boost::json::array seats_json(const std::vector<BoardSeat>& seats);

/// "The chair passes to the Leader of the District Council, Cherwell District Council, on Monday
/// 1 April 2019", of those on `today` or later, in order.
std::vector<std::string> hand_over_words(db::ReadTx& tx, const std::string& board,
                                         workflows::Day today);

/// Row of duty_sources(): people hear of a hand-over before its day.
void add_hand_over_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                          std::vector<workflows::Duty>& duties);
/// And see it among what they have to do.
void add_hand_over_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                         std::vector<workflows::Todo>& todos);

}  // namespace server::boards
