// A document that goes round the boards (protocol 7.3), with what is computed of it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "db/circulation_records.hpp"
#include "db/circulations.hpp"
#include "server/base/app.hpp"
#include "server/base/viewer.hpp"
#include "server/circulation/boards_ahead.hpp"
#include "workflows/circulation/circulation.hpp"
#include "workflows/circulation/circulation_finish.hpp"
#include "workflows/circulation/circulation_versions.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::circulation {

inline constexpr int stages_max = 9;

/// A circulation with everything that is computed of it. `stops[i]`, `papers[i]`, `reach[i]` and
/// `projection.stops[i]` belong to `rows[i]`, in the order of their dates.
struct CirculationStatus {
    db::CirculationRow circulation;
    std::vector<db::StopRow> rows;
    std::vector<workflows::Stop> stops;
    /// The count behind `stops[i].papers_by`; nothing while the day is open.
    std::vector<std::optional<workflows::ClearDays>> papers;
    std::vector<workflows::BoardReach> reach;
    workflows::CirculationSummary summary;
    workflows::Projection projection;                  // worked out anew, never stored
    std::vector<workflows::DocumentVersion> versions;  // oldest first
    std::vector<db::StopAnswer> answers;
    std::optional<db::CirculationReview> review;
    std::shared_ptr<const BoardsAhead> ahead;  // that it was worked out with
    workflows::Day today;  // in the county: by which lamps and words are worked out

    bool complete() const { return summary.complete; }
    /// Boards that spoke to an earlier version, for which the owner chooses how it goes on.
    std::size_t waiting_for_owner() const {
        return summary.stale.size() + summary.views_stale.size();
    }
    /// More than one stage: each waits for those before it.
    bool has_stages() const;
};

CirculationStatus circulation_status(const base::App& app, db::ReadTx& tx,
                                     const db::CirculationRow& circulation);
/// Of each of `circulations`, in their order: as many reads for many as for one.
std::vector<CirculationStatus> circulation_statuses(
    const base::App& app, db::ReadTx& tx, const std::vector<db::CirculationRow>& circulations);
/// The same as `viewer` reads it: comments that reads_comments() keeps from them, and the replies
/// to those, are empty.
CirculationStatus circulation_status_for(const base::Viewer& viewer, const base::App& app,
                                         db::ReadTx& tx, const db::CirculationRow& circulation);
CirculationStatus as_read_by(const base::Viewer& viewer, CirculationStatus status);
/// What a board says of a document is for chair and secretariat of the board whose document it is,
/// and for those who sit on the board that says it, as long as its stop stands.
bool reads_comments(const base::Viewer& viewer, const CirculationStatus& status,
                    const db::StopRow& row);

/// As /circulations/{circulation}.json gives it.
std::string circulation_json(const CirculationStatus& status);
/// As /circulations.json gives them.
std::string circulations_json(const std::vector<CirculationStatus>& all);

}  // namespace server::circulation
