// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::timetable {

// timetable_pages.cpp
Result<net::Response> show_timetable(const web::Context&, db::ReadTx&);
Result<net::Response> show_timetable_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_timetable_csv(const web::Context&, db::ReadTx&);

// timetable_figure_exports.cpp
Result<net::Response> show_timetable_svg(const web::Context&, db::ReadTx&);

}  // namespace server::timetable
