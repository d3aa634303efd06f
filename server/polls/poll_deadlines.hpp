// The open date polls that a secretariat has to chase or to close.
#pragma once

#include <vector>

#include "server/letters/deadlines.hpp"

namespace server::polls {

void add_poll_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                    std::vector<workflows::Todo>& todos);

}  // namespace server::polls
