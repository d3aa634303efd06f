// A board that another has taken over begins nothing new, and nothing new is asked of it.
#pragma once

#include "db/database.hpp"
#include "server/context.hpp"
#include "server/routes.hpp"

namespace server {

/// Whether every board that the form names is there today. Code::invalid, with the field and the
/// successor in words.
Result<void> check_boards_present(const Context& context, db::ReadTx& tx, const Route& route);

}  // namespace server
