// The handlers of boards that change: renamed, merged, succeeded.
#pragma once

#include "db/database.hpp"
#include "server/web/context.hpp"

namespace server::pages {

Result<Response> show_changes(const Context&, db::ReadTx&);
Result<Response> show_changes_json(const Context&, db::ReadTx&);
Result<Response> show_changes_csv(const Context&, db::ReadTx&);
/// The review before, and what became of it after.
Result<Response> show_change(const Context&, db::ReadTx&);
Result<Location> post_change_record(const Context&, db::WriteTx&);
Result<Location> post_change_undo(const Context&, db::WriteTx&);

Result<Response> show_rename_form(const Context&, db::ReadTx&);
Result<Location> post_rename(const Context&, db::WriteTx&);
Result<Response> show_succession_form(const Context&, db::ReadTx&);
Result<Location> post_succession(const Context&, db::WriteTx&);

}  // namespace server::pages
