// Pages of the reporting timetable beside the grid itself (protocol 4.4, appendix B).
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// One report to one board in a year.
Result<Response> show_obligation(const Context&, db::ReadTx&);
Result<Location> act_on_obligation(const Context&, db::WriteTx&);

// The life of one report, whose it is and who writes it.
Result<Response> show_report(const Context&, db::ReadTx&);
Result<Location> edit_report(const Context&, db::WriteTx&);

// All proposals of one's own boards at once, and the next year's obligations.
Result<Response> show_proposals(const Context&, db::ReadTx&);
Result<Location> confirm_all_proposals(const Context&, db::WriteTx&);
Result<Response> show_roll_forward(const Context&, db::ReadTx&);
Result<Location> roll_timetable_forward(const Context&, db::WriteTx&);

// What the county says of its timetable.
Result<Response> show_seasons(const Context&, db::ReadTx&);
Result<Location> edit_seasons(const Context&, db::WriteTx&);
Result<Response> show_report_orders(const Context&, db::ReadTx&);
Result<Location> add_report_order(const Context&, db::WriteTx&);
Result<Location> end_report_order(const Context&, db::WriteTx&);
Result<Response> show_new_contradiction(const Context&, db::ReadTx&);
Result<Location> add_contradiction(const Context&, db::WriteTx&);
Result<Response> show_contradiction(const Context&, db::ReadTx&);
Result<Location> settle_contradiction(const Context&, db::WriteTx&);

}  // namespace server::pages
