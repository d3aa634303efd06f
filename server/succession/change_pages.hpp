// The handlers of boards that change: renamed, merged, succeeded.
#pragma once

#include "db/database.hpp"
#include "server/web/context.hpp"

namespace server::succession {

Result<net::Response> show_changes(const web::Context&, db::ReadTx&);
Result<net::Response> show_changes_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_changes_csv(const web::Context&, db::ReadTx&);
/// The review before, and what became of it after.
Result<net::Response> show_change(const web::Context&, db::ReadTx&);
Result<web::Location> post_change_record(const web::Context&, db::WriteTx&);
Result<web::Location> post_change_undo(const web::Context&, db::WriteTx&);

Result<net::Response> show_rename_form(const web::Context&, db::ReadTx&);
Result<web::Location> post_rename(const web::Context&, db::WriteTx&);
Result<net::Response> show_succession_form(const web::Context&, db::ReadTx&);
Result<web::Location> post_succession(const web::Context&, db::WriteTx&);

}  // namespace server::succession
