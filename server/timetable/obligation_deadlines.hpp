// What the reporting timetable asks of secretariats by a day: reports to be put on a meeting before
// their season begins, and those whose meeting will not do or has passed (protocol 4.4).
#pragma once

#include <vector>

#include "server/letters/deadlines.hpp"

namespace server::timetable {

/// Reports have a meeting so many days before the first day of their season.
inline constexpr int slot_lead_days = 28;

/// Of years that were set up or begun: nobody is written to about one that nobody has looked at.
void add_obligation_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                           std::vector<workflows::Duty>& duties);
/// Of this year and the next, and what is still open of the one before.
void add_obligation_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                          std::vector<workflows::Todo>& todos);

}  // namespace server::timetable
