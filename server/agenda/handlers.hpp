// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::agenda {

// agenda_pages.cpp
Result<net::Response> show_agenda(const web::Context&, db::ReadTx&);
Result<net::Response> show_agenda_of_item(const web::Context&, db::ReadTx&);
Result<web::Location> move_item_up(const web::Context&, db::WriteTx&);
Result<web::Location> move_item_down(const web::Context&, db::WriteTx&);
Result<net::Response> show_item_removal(const web::Context&, db::ReadTx&);
Result<web::Location> remove_item(const web::Context&, db::WriteTx&);

// item_pages.cpp
Result<net::Response> show_new_item(const web::Context&, db::ReadTx&);
Result<web::Location> add_item(const web::Context&, db::WriteTx&);
Result<net::Response> show_item_form(const web::Context&, db::ReadTx&);
Result<web::Location> change_item(const web::Context&, db::WriteTx&);

// publish_pages.cpp
Result<net::Response> show_publish(const web::Context&, db::ReadTx&);
Result<web::Location> publish_agenda(const web::Context&, db::WriteTx&);
Result<net::Response> show_version(const web::Context&, db::ReadTx&);

}  // namespace server::agenda
