// What somebody is to a stop of a circulation.
#pragma once

#include <string>

#include "db/database.hpp"
#include "server/base/viewer.hpp"
#include "server/circulation/boards_ahead.hpp"
#include "workflows/circulation/circulation.hpp"

namespace server::circulation {

/// By their seats on the board of the stop and on the one whose document it is.
workflows::StopActor stop_actor(const base::Viewer& viewer, const std::string& board,
                                const std::string& owner);
/// The same of today: who holds the duties of a board that has ended acts for its stops.
workflows::StopActor stop_actor_today(const base::Viewer& viewer, const BoardsAhead& ahead,
                                      const std::string& board, const std::string& owner);
workflows::StopActor stop_actor_today(const base::Viewer& viewer, db::ReadTx& tx,
                                      const std::string& board, const std::string& owner);

}  // namespace server::circulation
