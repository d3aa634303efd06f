#include "workflows/boards/seats.hpp"

#include <set>

#include "workflows/boards/words.hpp"
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
    return quorum <= 0 ? boards::words::quorum_not_set(voters)
                       : boards::words::quorum_of(quorum, voters);
}

std::string quorum_warning(int quorum, int voters) {
    if (quorum <= voters) return {};
    return boards::words::the_quorum_is_greater_than;
}

Role role_of(Office office) {
    return office == Office::chair ? Role::chair : Role::secretariat;
}

}  // namespace workflows
