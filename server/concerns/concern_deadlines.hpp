// What safeguarding concerns bring to the reminders and the to-do lists.
#pragma once

#include "server/letters/deadlines.hpp"

namespace server::concerns {

void add_concern_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                        std::vector<workflows::Duty>& duties);
void add_concern_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                       std::vector<workflows::Todo>& todos);

}  // namespace server::concerns
