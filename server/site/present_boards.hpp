// A board that another has taken over begins nothing new, and nothing new is asked of it.
#pragma once

#include <string_view>

#include "db/database.hpp"
#include "server/web/context.hpp"

namespace server {

/// Whether every board that the form of the route `pattern` names is there today. Code::invalid,
/// with the field and the successor in words.
Result<void> check_boards_present(const Context& context, db::ReadTx& tx, std::string_view pattern);

}  // namespace server
