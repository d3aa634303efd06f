// What a seat on a board gives (protocol 3.4, annual update 2018): a vote, a voice or a chair at
// the side; and how many votes a meeting needs.
#pragma once

#include <array>
#include <span>
#include <string>

#include "workflows/core/names.hpp"
#include "workflows/core/roles.hpp"

namespace workflows {

enum class Standing { votes, speaks, observes };

/// Where nothing is recorded: officers and the secretariat attend and speak, all others vote.
Standing default_standing(Role role);

/// One seat, for counting.
struct VotingSeat {
    std::string person;
    Standing standing = Standing::votes;
};
/// Posts that vote: a post with two seats counts once, and votes if either does.
int voters(std::span<const VotingSeat> seats);

inline constexpr int quorum_max = 99;
/// "3 of 7 voting members"; "Not recorded: 7 voting members" while `quorum` is 0.
std::string quorum_words(int quorum, int voters);
/// What is wrong with it, or empty: a quorum that the voting members cannot reach.
std::string quorum_warning(int quorum, int voters);

/// Offices that pass from seat to seat by the calendar: a rotating chair, a host secretariat.
enum class Office { chair, secretariat };
/// The role of the seat that holds it.
Role role_of(Office office);
/// People are told of a hand-over so many working days before its day.
inline constexpr int hand_over_told_days = 10;

template <>
inline constexpr auto names<Standing> = std::to_array<Name<Standing>>({
    {Standing::votes, "votes", "votes"},
    {Standing::speaks, "speaks", "attends and speaks"},
    {Standing::observes, "observes", "observes"},
});

template <>
inline constexpr auto names<Office> = std::to_array<Name<Office>>({
    {Office::chair, "chair", "chair"},
    {Office::secretariat, "secretariat", "secretariat"},
});

}  // namespace workflows
