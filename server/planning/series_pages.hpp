// Planning a series of meetings: the rule, then the dates that come of it (003).
#pragma once

#include "server/web/context.hpp"

namespace server::planning {

Result<net::Response> show_series(const web::Context&, db::ReadTx&);
Result<web::Location> post_series(const web::Context&, db::WriteTx&);
Result<net::Response> show_series_dates(const web::Context&, db::ReadTx&);
Result<web::Location> post_series_dates(const web::Context&, db::WriteTx&);

}  // namespace server::planning
