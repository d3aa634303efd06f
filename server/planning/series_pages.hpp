// Planning a series of meetings: the rule, then the dates that come of it (003).
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

Result<Response> show_series(const Context&, db::ReadTx&);
Result<Location> post_series(const Context&, db::WriteTx&);
Result<Response> show_series_dates(const Context&, db::ReadTx&);
Result<Location> post_series_dates(const Context&, db::WriteTx&);

}  // namespace server::pages
