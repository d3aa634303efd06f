// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::issues {

// issue_list_pages.cpp
Result<net::Response> show_issues(const web::Context&, db::ReadTx&);
Result<net::Response> show_issues_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_issues_json(const web::Context&, db::ReadTx&);

// issue_forms.cpp
Result<net::Response> show_new_issue(const web::Context&, db::ReadTx&);
Result<web::Location> post_new_issue(const web::Context&, db::WriteTx&);

// issue_pages.cpp
Result<net::Response> show_issue(const web::Context&, db::ReadTx&);
Result<net::Response> show_issue_json(const web::Context&, db::ReadTx&);
Result<web::Location> act_on_issue(const web::Context&, db::WriteTx&);
Result<web::Location> post_issue_meeting(const web::Context&, db::WriteTx&);

}  // namespace server::issues
