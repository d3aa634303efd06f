// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// agenda_pages.cpp
Result<Response> show_agenda(const Context&, db::ReadTx&);
Result<Response> show_agenda_of_item(const Context&, db::ReadTx&);
Result<Location> move_item_up(const Context&, db::WriteTx&);
Result<Location> move_item_down(const Context&, db::WriteTx&);
Result<Response> show_item_removal(const Context&, db::ReadTx&);
Result<Location> remove_item(const Context&, db::WriteTx&);

// item_pages.cpp
Result<Response> show_new_item(const Context&, db::ReadTx&);
Result<Location> add_item(const Context&, db::WriteTx&);
Result<Response> show_item_form(const Context&, db::ReadTx&);
Result<Location> change_item(const Context&, db::WriteTx&);

// publish_pages.cpp
Result<Response> show_publish(const Context&, db::ReadTx&);
Result<Location> publish_agenda(const Context&, db::WriteTx&);
Result<Response> show_version(const Context&, db::ReadTx&);

}  // namespace server::pages
