// Handlers of the pages about issues, safeguarding concerns and the quarter's digest.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// issue_list.cpp
Result<Response> show_issues(const Context&, db::ReadTx&);
Result<Response> show_issues_csv(const Context&, db::ReadTx&);
Result<Response> show_issues_json(const Context&, db::ReadTx&);

// issue_new.cpp
Result<Response> show_new_issue(const Context&, db::ReadTx&);
Result<Location> post_new_issue(const Context&, db::WriteTx&);

// issue.cpp; the last segment of the address names the step
Result<Response> show_issue(const Context&, db::ReadTx&);
Result<Response> show_issue_json(const Context&, db::ReadTx&);
Result<Location> act_on_issue(const Context&, db::WriteTx&);
Result<Location> post_issue_meeting(const Context&, db::WriteTx&);

// concern_list.cpp
Result<Response> show_concerns(const Context&, db::ReadTx&);
Result<Response> show_concerns_csv(const Context&, db::ReadTx&);
Result<Response> show_concerns_json(const Context&, db::ReadTx&);
Result<Response> show_new_concern(const Context&, db::ReadTx&);
Result<Location> post_new_concern(const Context&, db::WriteTx&);

// concern.cpp
Result<Response> show_concern(const Context&, db::ReadTx&);
Result<Response> show_concern_json(const Context&, db::ReadTx&);
Result<Location> act_on_concern(const Context&, db::WriteTx&);

// quarter_digest.cpp
Result<Response> show_digest(const Context&, db::ReadTx&);
Result<Response> show_digest_csv(const Context&, db::ReadTx&);
Result<Response> show_digest_json(const Context&, db::ReadTx&);

}  // namespace server::pages
