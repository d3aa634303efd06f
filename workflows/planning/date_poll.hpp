// A poll for the date of a meeting that stands in no calendar (protocol 4.5 c, 4.6): people say of
// each date whether it suits them, and the secretariat chooses one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "workflows/core/date.hpp"
#include "workflows/core/names.hpp"

namespace workflows {

enum class PollState { open, closed, cancelled };
enum class PollAnswer { yes, if_need_be, no };

constexpr std::size_t poll_days_min = 2;
constexpr std::size_t poll_days_max = 10;
constexpr std::size_t poll_people_max = 100;

/// What one person said; a date that is not here was not answered.
using PollAnswers = std::map<Day, PollAnswer>;

/// Code::invalid, field "day-1": fewer or more dates than allowed; "day-N", the N-th of `days`: it
/// stands there twice, or is not after `closes_on`; "closes_on": before today.
Result<void> check_poll_days(const std::vector<Day>& days, Day closes_on, Day today);

/// Until the end of the closing day, while nobody has closed or cancelled the poll.
bool takes_answers(PollState state, Day closes_on, Day today);
/// Why not: "Answers were taken until Friday 7 December 2018."
Error no_answers_error(PollState state, Day closes_on);

struct PollTotal {
    Day day;
    int yes = 0;
    int if_need_be = 0;
    int no = 0;
    friend bool operator==(const PollTotal&, const PollTotal&) = default;
};
/// For each of the days, in their order.
std::vector<PollTotal> poll_totals(const std::vector<Day>& days,
                                   const std::vector<PollAnswers>& answers);
/// Where the fewest cannot come; among those where the most simply can; the earliest of them.
/// Nobody has answered: nothing.
std::optional<Day> best_poll_day(const std::vector<PollTotal>& totals);

template <>
inline constexpr auto names<PollState> = std::to_array<Name<PollState>>({
    {PollState::open, "open", "open"},
    {PollState::closed, "closed", "date agreed"},
    {PollState::cancelled, "cancelled", "cancelled"},
});
template <>
inline constexpr auto names<PollAnswer> = std::to_array<Name<PollAnswer>>({
    {PollAnswer::yes, "yes", "yes"},
    {PollAnswer::if_need_be, "if_need_be", "if need be"},
    {PollAnswer::no, "no", "no"},
});

}  // namespace workflows
