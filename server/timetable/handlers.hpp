// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::timetable {

// obligation_pages.cpp
Result<net::Response> show_obligation(const web::Context&, db::ReadTx&);
Result<web::Location> act_on_obligation(const web::Context&, db::WriteTx&);

// report_pages.cpp
Result<net::Response> show_report(const web::Context&, db::ReadTx&);
Result<web::Location> edit_report(const web::Context&, db::WriteTx&);

// proposal_pages.cpp
Result<net::Response> show_proposals(const web::Context&, db::ReadTx&);
Result<web::Location> confirm_all_proposals(const web::Context&, db::WriteTx&);
Result<net::Response> show_roll_forward(const web::Context&, db::ReadTx&);
Result<web::Location> roll_timetable_forward(const web::Context&, db::WriteTx&);

// settings_pages.cpp
Result<net::Response> show_seasons(const web::Context&, db::ReadTx&);
Result<web::Location> edit_seasons(const web::Context&, db::WriteTx&);
Result<net::Response> show_new_contradiction(const web::Context&, db::ReadTx&);
Result<web::Location> add_contradiction(const web::Context&, db::WriteTx&);
Result<net::Response> show_contradiction(const web::Context&, db::ReadTx&);
Result<web::Location> settle_contradiction(const web::Context&, db::WriteTx&);

// order_pages.cpp
Result<net::Response> show_report_orders(const web::Context&, db::ReadTx&);
Result<web::Location> add_report_order(const web::Context&, db::WriteTx&);
Result<web::Location> end_report_order(const web::Context&, db::WriteTx&);

// timetable_pages.cpp
Result<net::Response> show_timetable(const web::Context&, db::ReadTx&);
Result<net::Response> show_timetable_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_timetable_csv(const web::Context&, db::ReadTx&);

// timetable_figure_exports.cpp
Result<net::Response> show_timetable_svg(const web::Context&, db::ReadTx&);

}  // namespace server::timetable
