#include "server/letters/deadlines.hpp"

#include <algorithm>
#include <array>

#include "db/memberships.hpp"

namespace server::letters {

using namespace std::string_view_literals;

Seats::Seats(db::ReadTx& tx, workflows::Day day) {
    for (auto& seat : db::seats_on(tx, day)) {
        auto& seats = seats_[seat.board];
        seats.push_back(std::move(seat));
    }
}

std::vector<std::string> Seats::holders(std::string_view board,
                                        std::span<const std::string_view> roles) const {
    std::vector<std::string> people;
    const auto found = seats_.find(board);
    if (found == seats_.end()) return people;
    for (const auto& seat : found->second) {
        if (std::ranges::find(roles, seat.role) != roles.end()) people.push_back(seat.person);
    }
    return people;
}

std::vector<std::string> Seats::secretariat(std::string_view board) const {
    static constexpr std::array roles{"secretariat"sv};
    return holders(board, roles);
}
std::vector<std::string> Seats::chairs(std::string_view board) const {
    static constexpr std::array roles{"chair"sv, "vice-chair"sv};
    return holders(board, roles);
}
std::vector<std::string> Seats::officers(std::string_view board) const {
    static constexpr std::array roles{"chair"sv, "vice-chair"sv, "secretariat"sv};
    return holders(board, roles);
}

std::string DutyFacts::zone_of(const std::string& board) const {
    const auto found = boards.find(board);
    return found == boards.end() ? workflows::Board{}.zone : found->second.zone;
}

bool TodoFacts::speaks_for(const std::string& board) const {
    return viewer.chairs(board) || viewer.has_seat(board, "secretariat");
}

}  // namespace server::letters
