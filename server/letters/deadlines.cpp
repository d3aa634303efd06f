#include "server/letters/deadlines.hpp"

#include "db/memberships.hpp"

namespace server::letters {

Seats::Seats(db::ReadTx& tx, workflows::Day day) {
    for (auto& seat : db::seats_on(tx, day)) {
        auto& seats = seats_[seat.board];
        seats.push_back(std::move(seat));
    }
}

std::vector<std::string> Seats::holders(std::string_view board,
                                        bool (*holds)(workflows::Role)) const {
    std::vector<std::string> people;
    const auto found = seats_.find(board);
    if (found == seats_.end()) return people;
    for (const auto& seat : found->second) {
        if (holds(seat.role)) people.push_back(seat.person);
    }
    return people;
}

std::vector<std::string> Seats::secretariat(std::string_view board) const {
    return holders(board,
                   [](workflows::Role role) { return role == workflows::Role::secretariat; });
}
std::vector<std::string> Seats::chairs(std::string_view board) const {
    return holders(board, workflows::is_chair);
}
std::vector<std::string> Seats::officers(std::string_view board) const {
    return holders(board, workflows::is_officer);
}

std::string DutyFacts::zone_of(const std::string& board) const {
    const auto found = boards.find(board);
    return found == boards.end() ? workflows::Board{}.zone : found->second.zone;
}

bool TodoFacts::speaks_for(const std::string& board) const {
    return base::may(viewer, workflows::Action::speak_for_board, board);
}

}  // namespace server::letters
