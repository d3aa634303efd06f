// What is done to a circulation as a whole: boards added to its route, versions recorded.
#pragma once

#include <string>

#include "db/circulations.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/circulation/circulation_versions.hpp"

namespace server::circulation {

/// Adds the board of `meeting` as a stop. Code::invalid or Code::conflict, field "meeting".
Result<db::StopRow> add_stop(const base::Acting& acting, db::WriteTx& tx,
                             const db::CirculationRow& circulation, const std::string& meeting,
                             int stage = 1);
/// Adds a board that has no meeting for it: to be asked in writing, or brought to one later.
Result<db::StopRow> add_stop_without_meeting(db::WriteTx& tx, const db::CirculationRow& circulation,
                                             const std::string& board, int stage);

/// Records a version; a material one leaves what was said before it stale. Errors as
/// db::add_circulation_version().
Result<void> record_version(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                            const db::CirculationRow& circulation,
                            const workflows::DocumentVersion& version);

}  // namespace server::circulation
