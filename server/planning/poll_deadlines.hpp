// The open date polls that a secretariat has to chase or to close.
#pragma once

#include <vector>

#include "server/site/deadlines.hpp"

namespace server {

void add_poll_todos(db::ReadTx& tx, const TodoFacts& facts, std::vector<workflows::Todo>& todos);

}  // namespace server
