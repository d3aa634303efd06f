// What is to be done about the yearly returns: reminders to boards that owe one, and to-do rows of
// those who file and of those who read them.
#pragma once

#include <vector>

#include "server/letters/deadlines.hpp"

namespace server::partnership_register {

void add_return_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                       std::vector<workflows::Duty>& duties);
void add_return_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                      std::vector<workflows::Todo>& todos);

}  // namespace server::partnership_register
