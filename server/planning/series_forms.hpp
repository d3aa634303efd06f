// The first form of a series: which board, how often, between which days.
#pragma once

#include "server/web/context.hpp"

namespace server::planning {

/// Shows what was typed, else what the address says, else what the board usually does. Who
/// serves several boards chooses one first.
Result<net::Response> show_series_form(const web::Context& context, db::ReadTx& tx);

}  // namespace server::planning
