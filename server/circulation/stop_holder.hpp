// Stops of boards that have ended: who answers for them now, and what is that board's to do anew.
#pragma once

#include <string>

#include "db/circulations.hpp"

namespace server::circulation {

/// The code of the board that holds the duties of `board` today: itself while it is there.
std::string holder_today(db::ReadTx& tx, const std::string& board);

/// A step that opens the stop again would be `holder`'s: Code::conflict when that has a stop of its
/// own for this document already, which is the one to go on with.
workflows::Result<void> check_no_other_stop(db::ReadTx& tx, const db::StopRow& stop,
                                            const std::string& holder);

}  // namespace server::circulation
