// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// people_pages.cpp
Result<Response> show_people(const Context&, db::ReadTx&);
Result<Response> people_json(const Context&, db::ReadTx&);
Result<Response> show_person(const Context&, db::ReadTx&);

// people_forms.cpp
Result<Response> show_new_person(const Context&, db::ReadTx&);
Result<Location> create_person(const Context&, db::WriteTx&);
Result<Response> show_person_edit(const Context&, db::ReadTx&);
Result<Location> edit_person(const Context&, db::WriteTx&);

}  // namespace server::pages
