// What issues bring to the reminders and the to-do lists.
#pragma once

#include "server/letters/deadlines.hpp"

namespace server::issues {

void add_issue_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                      std::vector<workflows::Duty>& duties);
/// Issues that the viewer's boards raised or that the viewer holds, others of theirs once the next
/// date has passed; and requests without an answer, which can be escalated by a person.
void add_issue_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                     std::vector<workflows::Todo>& todos);

}  // namespace server::issues
