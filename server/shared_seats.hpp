// Who sits where (protocol 3.4, 3.5, 4.11): the posts that sit on two boards at once, and so can
// speak on one to what the other does.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "workflows/board.hpp"
#include "workflows/date.hpp"

namespace server {

/// A post with its seats on each of two boards, at least one on each.
struct SharedPost {
    workflows::Person person;
    std::vector<workflows::Membership> here;   // on the first board
    std::vector<workflows::Membership> there;  // on the other
};

/// Two boards that somebody sits on both of; `board` is before `other` by code.
struct BoardPair {
    std::string board;
    std::string other;
    std::vector<SharedPost> posts;  // one or more, by post and organisation
};

/// All seats of the county but those of secretariats, which serve a board and do not sit on it. A
/// board that was succeeded by the day asked for has none. Read once, then asked for any day.
class SharedSeats {
  public:
    explicit SharedSeats(db::ReadTx& tx);

    /// Those not succeeded by `day`, by code.
    std::vector<workflows::Board> boards(workflows::Day day) const;
    /// By board, then the other one.
    std::vector<BoardPair> pairs(workflows::Day day) const;
    /// The pairs of one board, which is the first in each, by the other one.
    std::vector<BoardPair> pairs_of(const std::string& board, workflows::Day day) const;
    /// Empty for a board and itself.
    std::vector<SharedPost> on_both(const std::string& board, const std::string& other,
                                    workflows::Day day) const;

  private:
    using Seats = std::map<std::string, std::vector<workflows::Membership>>;  // by board
    Seats seats_of(const std::string& person, workflows::Day day) const;

    std::vector<workflows::Board> boards_;                                   // by code
    std::vector<workflows::Person> people_;                                  // by post
    std::map<std::string, std::vector<workflows::Membership>> memberships_;  // by person
};

/// "chair; member from 1 April 2018 to 31 March 2019": roles with the days that are recorded.
std::string seats_words(const std::vector<workflows::Membership>& seats);

/// {"date":"2018-11-01","boards":["CSP-CH",…],"pairs":[{"boards":["CT","HWB"],"count":2,"posts":
/// [{"person":…,"post":…,"organisation":…,"seats":[{"board":…,"role":…,"from":…,"to":…},…]}]}]}
std::string shared_seats_json(const SharedSeats& seats, workflows::Day day);

/// A row for each post of each pair: board,other_board,person,post,organisation,role,from,to,
/// other_role,other_from,other_to (RFC 4180); two roles on one board stand in one cell, with ";".
std::string shared_seats_csv(const SharedSeats& seats, workflows::Day day);

}  // namespace server
