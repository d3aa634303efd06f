// The pictures and the pages that are mostly a picture: each as a part of a page, as an SVG file
// and as CSV, of the same numbers.
#pragma once

#include <string>

#include "server/circulation/circulation_commands.hpp"
#include "server/web/context.hpp"
#include "templates/figures/svg.hpp"

namespace server::pages {

// circulation_figure.cpp
Result<Response> show_circulation_svg(const Context&, db::ReadTx&);
Result<Response> show_circulation_csv(const Context&, db::ReadTx&);
/// Markup for the page of the circulation, whose own table has the facts and the links.
std::string circulation_figure(const Context& context, const CirculationStatus& status);

// planner.cpp
Result<Response> show_planner(const Context&, db::ReadTx&);
Result<Response> show_planner_svg(const Context&, db::ReadTx&);
Result<Response> show_planner_csv(const Context&, db::ReadTx&);
Result<Response> show_planner_json(const Context&, db::ReadTx&);

// board_map.cpp
Result<Response> show_board_map(const Context&, db::ReadTx&);
Result<Response> show_board_map_svg(const Context&, db::ReadTx&);
Result<Response> show_board_map_csv(const Context&, db::ReadTx&);

// request_list.cpp
Result<Response> show_requests_svg(const Context&, db::ReadTx&);
Result<Response> show_requests_csv(const Context&, db::ReadTx&);

// timetable_figure.cpp
Result<Response> show_timetable_svg(const Context&, db::ReadTx&);

// forward_plan.cpp
Result<Response> show_forward_plan_svg(const Context&, db::ReadTx&);

/// A picture as a file that a browser saves under `name`; `title` says what it shows.
Response svg_response(const Context& context, const templates::figures::Picture& picture,
                      const std::string& title, const std::string& name);

}  // namespace server::pages
