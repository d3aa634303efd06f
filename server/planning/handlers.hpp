// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::planning {

// clash_pages.cpp
Result<net::Response> show_clashes(const web::Context&, db::ReadTx&);
Result<net::Response> show_clashes_json(const web::Context&, db::ReadTx&);

// holiday_pages.cpp
Result<net::Response> show_holidays(const web::Context&, db::ReadTx&);
Result<web::Location> add_holiday(const web::Context&, db::WriteTx&);
Result<web::Location> remove_holiday(const web::Context&, db::WriteTx&);

// planner_pages.cpp
Result<net::Response> show_planner(const web::Context&, db::ReadTx&);
Result<net::Response> show_planner_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_planner_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_planner_svg(const web::Context&, db::ReadTx&);

}  // namespace server::planning
