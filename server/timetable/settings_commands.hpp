// What the county says of its timetable: the months of the seasons, and contradictions of its
// sources.
#pragma once

#include <optional>
#include <string>

#include "db/timetable_settings.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"

namespace server::timetable {

struct SetSeasons {
    workflows::Seasons seasons;
};
/// Errors as workflows::check_seasons().
Result<void> set_seasons(const base::Acting&, db::WriteTx& tx, const SetSeasons& command);

struct AddContradiction {
    workflows::Contradiction what;  // without a key
};
/// Code::invalid, field "report"; else as workflows::check_contradiction().
Result<void> add_contradiction(const base::Acting&, db::WriteTx& tx,
                               const AddContradiction& command);

/// By its key.
std::optional<db::ContradictionRow> find_contradiction(db::ReadTx& tx, const std::string& key);

struct SettleContradiction {
    std::string contradiction;
    bool settled = false;  // else it is open again
    std::string reason;    // of one that is settled
};
/// Code::not_found; Code::invalid, field "reason".
Result<void> settle_contradiction(const base::Acting& acting, db::WriteTx& tx,
                                  const SettleContradiction& command);

}  // namespace server::timetable
