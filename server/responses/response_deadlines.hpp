// What is to be done about responses between boards (protocol 4.3), for reminders and to-do lists.
#pragma once

#include <vector>

#include "server/letters/deadlines.hpp"

namespace server::responses {

/// To the secretariat of the board that owes a response and to the post that answers it, before and
/// after its day, until it is answered.
void add_response_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                         std::vector<workflows::Duty>& duties);
/// What the viewer's boards owe, what came back to them, and papers that nobody has said to be
/// delivered.
void add_response_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                        std::vector<workflows::Todo>& todos);

/// So many days before its response is wanted a paper that was not delivered begins to be listed.
inline constexpr int undelivered_shown_days = 60;

}  // namespace server::responses
