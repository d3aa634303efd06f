// One page that leads to all work between the boards.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

Result<Response> show_between_boards(const Context&, db::ReadTx&);

}  // namespace server::pages
