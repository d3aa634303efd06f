// Who asks, and what they are to any board without a look at the database.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/core/policy.hpp"
#include "workflows/core/roles.hpp"

namespace server::base {

/// Who asks. `person` is empty for somebody who is not signed in.
struct Viewer {
    struct Seat {
        std::string board;
        workflows::Role role = workflows::Role::member;
    };
    std::string person;
    std::string post;
    std::string email;
    bool administrator = false;
    bool office = false;      // secretariat of the board that keeps the county's register
    std::vector<Seat> seats;  // of today
    std::string session;      // hash of the session's secret
    std::string csrf;         // key of its form tokens

    bool signed_in() const { return !person.empty(); }
    bool serves(std::string_view board) const;      // its secretariat
    bool chairs(std::string_view board) const;      // chair or vice-chair
    bool is_officer(std::string_view board) const;  // either
    std::vector<std::string> boards_served() const;
};

/// Whether they have a seat of today there, of whatever role.
bool sits_on(const Viewer& viewer, std::string_view board);

/// Codes of the boards that the viewer speaks for in requests: as chair or secretariat.
std::set<std::string> own_boards(const Viewer& viewer);

/// The relations that need no subject: anyone, signed_in, any_chair, …
workflows::Relations general_standing(const Viewer& viewer);
/// Those and what their own seats make of them there: chair, secretariat. For a part of a page or a
/// row of a list; the subject of a route has more (server/access/relations.hpp).
workflows::Relations seat_standing(const Viewer& viewer, std::string_view board);
/// Whether the policy table lets them, as the seats of `board` go; without one, for no board.
bool may(const Viewer& viewer, workflows::Action action, std::string_view board = {});

}  // namespace server::base
