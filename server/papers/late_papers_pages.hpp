// Late papers of all boards that the reader serves, and one form that chases them.
#pragma once

#include "server/web/context.hpp"

namespace server::papers {

Result<net::Response> show_late_papers(const web::Context&, db::ReadTx&);
Result<web::Location> chase_late_papers(const web::Context&, db::WriteTx&);

}  // namespace server::papers
