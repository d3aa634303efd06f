#include "workflows/boards/seats.hpp"

#include <set>

#include "workflows/text/words.hpp"

namespace workflows {

Standing default_standing(Role role) {
    const bool serves = role == Role::secretariat || role == Role::lead_officer;
    return serves ? Standing::speaks : Standing::votes;
}

int voters(std::span<const VotingSeat> seats) {
    std::set<std::string> people;
    for (const auto& seat : seats)
        if (seat.standing == Standing::votes) people.insert(seat.person);
    return static_cast<int>(people.size());
}

std::string quorum_words(int quorum, int voters) {
    const auto members = text::counted(voters, "voting member", "voting members");
    if (quorum <= 0) return "Not recorded: " + members;
    return std::to_string(quorum) + " of " + members;
}

std::string quorum_warning(int quorum, int voters) {
    if (quorum <= voters) return {};
    return "The quorum is more than the board has voting members";
}

Role role_of(Office office) {
    return office == Office::chair ? Role::chair : Role::secretariat;
}

}  // namespace workflows
