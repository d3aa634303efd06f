// Handlers of the pages about issues, safeguarding concerns and the quarter's digest.
#pragma once

#include "server/web/context.hpp"

namespace server::issues {

// issue_list.cpp
Result<net::Response> show_issues(const web::Context&, db::ReadTx&);
Result<net::Response> show_issues_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_issues_json(const web::Context&, db::ReadTx&);

// issue_new.cpp
Result<net::Response> show_new_issue(const web::Context&, db::ReadTx&);
Result<web::Location> post_new_issue(const web::Context&, db::WriteTx&);

// issue.cpp; the last segment of the address names the step
Result<net::Response> show_issue(const web::Context&, db::ReadTx&);
Result<net::Response> show_issue_json(const web::Context&, db::ReadTx&);
Result<web::Location> act_on_issue(const web::Context&, db::WriteTx&);
Result<web::Location> post_issue_meeting(const web::Context&, db::WriteTx&);

// concern_list.cpp

// concern.cpp

// quarter_digest.cpp

}  // namespace server::issues
