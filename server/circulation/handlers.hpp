// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// circulation_list_pages.cpp
Result<Response> show_circulations(const Context&, db::ReadTx&);
Result<Response> show_circulations_json(const Context&, db::ReadTx&);
Result<Response> show_circulation_json(const Context&, db::ReadTx&);
Result<Response> show_new_circulation(const Context&, db::ReadTx&);
Result<Location> make_circulation(const Context&, db::Database&);
Result<Location> add_circulation_stop(const Context&, db::WriteTx&);
Result<Location> act_on_stop(const Context&, db::WriteTx&);

// circulation_pages.cpp
Result<Response> show_circulation(const Context&, db::ReadTx&);
Result<Response> show_circulation_of_stop(const Context&, db::ReadTx&);

}  // namespace server::pages
