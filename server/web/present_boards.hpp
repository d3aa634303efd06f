// A board that another has taken over begins nothing new, and nothing new is asked of it.
#pragma once

#include "db/database.hpp"
#include "server/web/context.hpp"
#include "server/web/href.hpp"

namespace server::web {

/// Whether every board that the form at `address` names is there today. Code::invalid,
/// with the field and the successor in words.
Result<void> check_boards_present(const Context& context, db::ReadTx& tx, Address address);

}  // namespace server::web
