#include "server/boards/officers.hpp"

#include <algorithm>

#include "db/memberships.hpp"
#include "server/boards/member_words.hpp"

namespace server::boards {

std::string chair_post(db::ReadTx& tx, const std::string& board, workflows::Day today) {
    for (const auto& seat : db::list_memberships(tx, board)) {
        if (seat.membership.role == workflows::Role::chair && db::sits_on(seat.membership, today))
            return seat.person.post;
    }
    return member_words::chair_of(board);
}

std::vector<workflows::Person> officers_of(db::ReadTx& tx, const std::string& board,
                                           workflows::Day today) {
    return officers_among(db::list_memberships(tx, board), today);
}

std::vector<workflows::Person> officers_among(const std::vector<db::Seat>& seats,
                                              workflows::Day today) {
    std::vector<workflows::Person> people;
    for (const auto& seat : seats) {
        const bool officer = workflows::is_officer(seat.membership.role);
        const bool known = std::any_of(people.begin(), people.end(), [&](const auto& person) {
            return person.key == seat.person.key;
        });
        if (officer && !known && db::sits_on(seat.membership, today)) people.push_back(seat.person);
    }
    return people;
}

}  // namespace server::boards
