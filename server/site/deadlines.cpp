#include "server/site/deadlines.hpp"

#include <algorithm>
#include <array>

#include "db/memberships.hpp"
#include "server/circulation/review_commands.hpp"
#include "server/themes/theme_commands.hpp"
#include "server/meetings/confirm_by.hpp"
#include "server/issues/issue_deadlines.hpp"
#include "server/papers/late_papers_queries.hpp"
#include "server/timetable/obligation_deadlines.hpp"
#include "server/planning/poll_deadlines.hpp"
#include "server/partnership_register/register_deadlines.hpp"
#include "server/responses/response_deadlines.hpp"
#include "server/boards/seat_facts.hpp"

namespace server {
namespace {

using namespace std::string_view_literals;

// clang-format off
constexpr std::array table{
    DutySource{"provisional dates", add_confirm_duties, nullptr},
    DutySource{"date polls", nullptr, add_poll_todos},
    DutySource{"late papers", nullptr, add_late_paper_todo},
    DutySource{"responses", add_response_duties, add_response_todos},
    DutySource{"register returns", add_return_duties, add_return_todos},
    DutySource{"issues", add_issue_duties, add_issue_todos},
    DutySource{"concerns", add_concern_duties, add_concern_todos},
    DutySource{"circulations", add_review_duties, add_circulation_todos},
    DutySource{"obligations", add_obligation_duties, add_obligation_todos},
    DutySource{"offices that pass on", add_hand_over_duties, add_hand_over_todos},
    DutySource{"themes", nullptr, add_theme_todos},
};
// clang-format on

}  // namespace

std::span<const DutySource> duty_sources() {
    return table;
}

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

}  // namespace server
