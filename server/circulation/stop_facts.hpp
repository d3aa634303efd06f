// What the steps of a circulation and its status both work out of rows.
#pragma once

#include <optional>
#include <span>

#include "db/circulations.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/circulation/circulation.hpp"
#include "workflows/circulation/circulation_versions.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::circulation {

/// The civil day in the county.
workflows::Day county_today(const db::ReadTx& tx);

/// The count behind the last day for papers; nothing while the day of the meeting is open.
std::optional<workflows::ClearDays> papers_count(const workflows::Board& board,
                                                 const db::StopRow& row,
                                                 const workflows::Holidays& holidays);
std::optional<workflows::ClearDays> papers_count(db::ReadTx& tx, const db::StopRow& row,
                                                 const workflows::Holidays& holidays);

/// Without its `settled_on`.
workflows::Stop stop_of(const db::StopRow& row, const std::optional<workflows::ClearDays>& papers,
                        std::span<const workflows::DocumentVersion> versions);

}  // namespace server::circulation
