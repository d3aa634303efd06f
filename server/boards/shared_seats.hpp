// Who sits where (protocol 3.4, 3.5, 4.11): the posts that sit on two boards at once, and so can
// speak on one to what the other does.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/memberships.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/boards/seats.hpp"
#include "workflows/core/date.hpp"

namespace server::boards {

/// A seat with what it gives: for which organisation, with a vote or without.
struct SharedSeat : workflows::Membership {
    std::string organisation;  // recorded, or the post's
    workflows::Standing standing = workflows::Standing::votes;
    bool other_organisation = false;  // than the post's
};

/// A post with its seats on each of two boards, at least one on each.
struct SharedPost {
    workflows::Person person;
    std::vector<SharedSeat> here;   // on the first board
    std::vector<SharedSeat> there;  // on the other
};

/// A post that is asked to every meeting of at least one of two boards, and sits on or is asked to
/// the other.
struct SharedInvitee {
    workflows::Person person;
    std::string here;   // "always invited", or its seats
    std::string there;  // the same on the other board
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
    /// By post; those who sit on both are not among them.
    std::vector<SharedInvitee> invited_to_both(const std::string& board, const std::string& other,
                                               workflows::Day day) const;

  private:
    using Seats = std::map<std::string, std::vector<SharedSeat>>;  // by board
    Seats seats_of(const std::string& person, workflows::Day day) const;

    std::vector<workflows::Board> boards_;                                    // by code
    std::map<std::string, workflows::Day> ended_;                             // by code
    std::vector<workflows::Person> people_;                                   // by post
    std::map<std::string, std::vector<SharedSeat>> memberships_;              // by person
    std::map<std::string, std::vector<db::StandingInvitation>> invitations_;  // by person
    std::vector<workflows::Person> invited_;  // those of people_ with an invitation
};

/// "chair; member from 1 April 2018 to 31 March 2019, observes": roles with the days that are
/// recorded, and what is not as the role or the post has it.
std::string seats_words(const std::vector<SharedSeat>& seats);

/// {"date":"2018-11-01","boards":["CSP-CH",…],"pairs":[{"boards":["CT","HWB"],"count":2,"posts":
/// [{"person":…,"post":…,"organisation":…,"seats":[{"board":…,"role":…,"from":…,"to":…,
/// "organisation":…,"standing":…},…]}],
/// "invitees":[{"post":…,"organisation":…,"here":…,"there":…}]}]}
std::string shared_seats_json(const SharedSeats& seats, workflows::Day day);

/// A row for each post of each pair: board,other_board,person,post,organisation,role,from,to,
/// other_role,other_from,other_to,seat_organisation,standing,other_seat_organisation,other_standing
/// (RFC 4180); two roles on one board stand in one cell, with ";".
std::string shared_seats_csv(const SharedSeats& seats, workflows::Day day);

}  // namespace server::boards
