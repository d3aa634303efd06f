// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// health_pages.cpp
Result<Response> show_health(const Context&, db::ReadTx&);
Result<Response> show_readiness(const Context&, db::ReadTx&);

// home_pages.cpp
Result<Response> show_front_page(const Context&, db::ReadTx&);

// meeting_page_pages.cpp
Result<Response> show_meeting(const Context&, db::ReadTx&);
Result<Response> show_meeting_json(const Context&, db::ReadTx&);
Result<Response> show_meeting_calendar(const Context&, db::ReadTx&);

// workspace_pages.cpp
Result<Response> show_workspace(const Context&, db::ReadTx&);

// help_pages.cpp
Result<Response> show_help(const Context&, db::ReadTx&);
Result<Response> show_accessibility(const Context&, db::ReadTx&);
Result<Response> show_licences(const Context&, db::ReadTx&);
Result<Response> show_workflows(const Context&, db::ReadTx&);

// audit_pages.cpp
Result<Response> show_audit(const Context&, db::ReadTx&);

// todo_pages.cpp
Result<Response> show_home(const Context&, db::ReadTx&);

}  // namespace server::pages
