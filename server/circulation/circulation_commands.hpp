// What pages, commands and the scheduler do with documents that go round the boards (protocol 7.3).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "db/circulation_records.hpp"
#include "db/circulations.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "server/circulation/boards_ahead.hpp"
#include "workflows/circulation/circulation.hpp"
#include "workflows/circulation/circulation_finish.hpp"
#include "workflows/circulation/circulation_versions.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::circulation {

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

/// What the viewer is to a stop.
workflows::StopActor stop_actor(const base::Viewer& viewer, const std::string& board,
                                const std::string& owner);
/// The same of today: who holds the duties of a board that has ended acts for its stops.
workflows::StopActor stop_actor_today(const base::Viewer& viewer, const BoardsAhead& ahead,
                                      const std::string& board, const std::string& owner);
workflows::StopActor stop_actor_today(const base::Viewer& viewer, db::ReadTx& tx,
                                      const std::string& board, const std::string& owner);

struct StopMove {
    workflows::StopCommand command;
    std::string version_label;                   // issue: the version that goes out
    std::string meeting;                         // defer, recirculate: the other meeting
    std::optional<workflows::Day> closing = {};  // ask_assent: the last day for the answer
    bool another_way = false;                    // issue: the papers go out elsewhere
};
/// Who takes a step: somebody signed in, or the person of a link in a letter.
struct StopTaker {
    base::App& app;
    workflows::StopActor actor;
    std::string post;  // as the letters name it
};
/// Takes one step with its event, answer, letters and audit; an agreement to a version that was
/// changed materially meanwhile is stale at once; the last outcome sets the day of the review.
/// `stop` is as the form showed it (version). Errors as workflows::decide(), Code::invalid (field
/// "version_label"), Code::stale.
Result<void> take_stop_step(const StopTaker& taker, db::WriteTx& tx,
                            const db::CirculationRow& circulation, db::StopRow stop,
                            const StopMove& move);
Result<void> take_stop_step(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                            const db::CirculationRow& circulation, db::StopRow stop,
                            const StopMove& move);

/// Adds the board of `meeting` as a stop. Code::invalid or Code::conflict, field "meeting".
Result<db::StopRow> add_stop(const base::Acting& acting, db::WriteTx& tx,
                             const db::CirculationRow& circulation, const std::string& meeting,
                             int stage = 1);
/// Adds a board that has no meeting for it: to be asked in writing, or brought to one later.
Result<db::StopRow> add_stop_without_meeting(db::WriteTx& tx, const db::CirculationRow& circulation,
                                             const std::string& board, int stage);

inline constexpr int stages_max = 9;

/// Records a version; a material one leaves what was said before it stale. Errors as
/// db::add_circulation_version().
Result<void> record_version(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                            const db::CirculationRow& circulation,
                            const workflows::DocumentVersion& version);

/// As /circulations/{circulation}.json gives it.
std::string circulation_json(const CirculationStatus& status);
/// As /circulations.json gives them.
std::string circulations_json(const std::vector<CirculationStatus>& all);

}  // namespace server::circulation
