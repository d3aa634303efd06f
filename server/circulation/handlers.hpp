// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/circulation/circulation_queries.hpp"
#include "server/web/route.hpp"

namespace server::circulation {

// circulation_list_pages.cpp
Result<net::Response> show_circulations(const web::Context&, db::ReadTx&);
Result<net::Response> show_circulations_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_circulation_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_new_circulation(const web::Context&, db::ReadTx&);
Result<web::Step> make_circulation(const web::Context&);
Result<web::Location> add_circulation_stop(const web::Context&, db::WriteTx&);
Result<web::Location> act_on_stop(const web::Context&, db::WriteTx&);

// circulation_pages.cpp
Result<net::Response> show_circulation(const web::Context&, db::ReadTx&);
Result<net::Response> show_circulation_of_stop(const web::Context&, db::ReadTx&);

// circulation_figure_exports.cpp
/// Markup for the page of the circulation, whose own table has the facts and the links.
std::string circulation_figure(const web::Context& context,
                               const circulation::CirculationStatus& status);
Result<net::Response> show_circulation_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_circulation_svg(const web::Context&, db::ReadTx&);

// plan_pages.cpp
Result<net::Response> show_circulation_plan(const web::Context&, db::ReadTx&);
Result<web::Location> plan_circulation(const web::Context&, db::WriteTx&);

// amended_pages.cpp
Result<net::Response> show_amended(const web::Context&, db::ReadTx&);
Result<web::Location> choose_for_amended(const web::Context&, db::WriteTx&);
Result<web::Step> set_circulation_version(const web::Context&);
Result<web::Location> set_circulation_review(const web::Context&, db::WriteTx&);

// version_file_pages.cpp
Result<net::Response> show_circulation_file(const web::Context&, db::ReadTx&);
Result<web::Step> set_circulation_file(const web::Context&);

}  // namespace server::circulation
