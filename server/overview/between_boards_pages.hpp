// One page that leads to all work between the boards.
#pragma once

#include "server/web/context.hpp"

namespace server::overview {

Result<net::Response> show_between_boards(const web::Context&, db::ReadTx&);

}  // namespace server::overview
