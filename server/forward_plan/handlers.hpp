// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::forward_plan {

// forward_plan_pages.cpp
Result<net::Response> show_forward_plan(const web::Context& context, db::ReadTx& tx);
Result<net::Response> show_forward_plan_csv(const web::Context& context, db::ReadTx& tx);
Result<net::Response> show_forward_plan_json(const web::Context& context, db::ReadTx& tx);
Result<net::Response> show_forward_plan_svg(const web::Context&, db::ReadTx&);

}  // namespace server::forward_plan
