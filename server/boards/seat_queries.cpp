#include "server/boards/seat_queries.hpp"

#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/boards/member_words.hpp"
#include "workflows/core/roles.hpp"

namespace server::boards {

Result<LoadedSeat> load_seat(db::ReadTx& tx, const std::string& id) {
    auto membership = db::find_membership(tx, id);
    if (!membership) return workflows::not_found(member_words::we_cannot_find_this_membership);
    auto board = db::load_board(tx, membership->board);
    if (!board) return board.error();
    auto person = db::load_person(tx, membership->person);
    if (!person) return person.error();
    return LoadedSeat{std::move(*membership), std::move(*board), std::move(*person)};
}

std::string role_words(const workflows::Membership& membership) {
    return std::string(workflows::to_words(membership.role));
}

std::string labelled_role_words(const workflows::Membership& membership) {
    const auto words = role_words(membership);
    return membership.label.empty() ? words : words + " (" + membership.label + ")";
}

}  // namespace server::boards
