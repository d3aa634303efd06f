// Late papers of all boards that the reader serves, and one form that chases them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

Result<Response> show_late_papers(const Context&, db::ReadTx&);
Result<Location> chase_late_papers(const Context&, db::WriteTx&);

}  // namespace server::pages
