// A stop that passes to the board which holds the duties of the one that has ended.
#pragma once

#include <string>

#include "db/circulations.hpp"

namespace server::circulation {

/// The stop is that of `holder` from now on, one with its own where it has one: the stop that
/// stays.
db::StopRow pass_stop_to(db::WriteTx& tx, const db::StopRow& stop, const std::string& holder);

}  // namespace server::circulation
