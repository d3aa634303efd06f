// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::people {

// people_pages.cpp
Result<net::Response> show_people(const web::Context&, db::ReadTx&);
Result<net::Response> people_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_person(const web::Context&, db::ReadTx&);

// people_forms.cpp
Result<net::Response> show_new_person(const web::Context&, db::ReadTx&);
Result<web::Location> create_person(const web::Context&, db::WriteTx&);
Result<net::Response> show_person_edit(const web::Context&, db::ReadTx&);
Result<web::Location> edit_person(const web::Context&, db::WriteTx&);

}  // namespace server::people
