// The first form of a series: which board, how often, between which days.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

/// Shows what was typed, else what the address says, else what the board usually does. `action` is
/// where the form goes, and where a board is chosen first by who serves several.
Result<Response> show_series_form(const Context& context, db::ReadTx& tx, const char* action);

}  // namespace server::pages
