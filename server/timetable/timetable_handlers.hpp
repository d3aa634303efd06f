// Pages of the reporting timetable beside the grid itself (protocol 4.4, appendix B).
#pragma once

#include "server/web/context.hpp"

namespace server::timetable {

// One report to one board in a year.
Result<net::Response> show_obligation(const web::Context&, db::ReadTx&);
Result<web::Location> act_on_obligation(const web::Context&, db::WriteTx&);

// The life of one report, whose it is and who writes it.
Result<net::Response> show_report(const web::Context&, db::ReadTx&);
Result<web::Location> edit_report(const web::Context&, db::WriteTx&);

// All proposals of one's own boards at once, and the next year's obligations.
Result<net::Response> show_proposals(const web::Context&, db::ReadTx&);
Result<web::Location> confirm_all_proposals(const web::Context&, db::WriteTx&);
Result<net::Response> show_roll_forward(const web::Context&, db::ReadTx&);
Result<web::Location> roll_timetable_forward(const web::Context&, db::WriteTx&);

// What the county says of its timetable.
Result<net::Response> show_seasons(const web::Context&, db::ReadTx&);
Result<web::Location> edit_seasons(const web::Context&, db::WriteTx&);
Result<net::Response> show_report_orders(const web::Context&, db::ReadTx&);
Result<web::Location> add_report_order(const web::Context&, db::WriteTx&);
Result<web::Location> end_report_order(const web::Context&, db::WriteTx&);
Result<net::Response> show_new_contradiction(const web::Context&, db::ReadTx&);
Result<web::Location> add_contradiction(const web::Context&, db::WriteTx&);
Result<net::Response> show_contradiction(const web::Context&, db::ReadTx&);
Result<web::Location> settle_contradiction(const web::Context&, db::WriteTx&);

}  // namespace server::timetable
