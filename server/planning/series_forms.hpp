// The first form of a series: which board, how often, between which days.
#pragma once

#include "server/web/context.hpp"

namespace server::planning {

/// Shows what was typed, else what the address says, else what the board usually does. `action` is
/// where the form goes, and where a board is chosen first by who serves several.
Result<net::Response> show_series_form(const web::Context& context, db::ReadTx& tx,
                                       const char* action);

}  // namespace server::planning
