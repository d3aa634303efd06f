// What pages, commands and the scheduler do with documents that go round the boards (protocol 7.3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/circulations.hpp"
#include "server/app.hpp"
#include "server/context.hpp"
#include "workflows/circulation.hpp"
#include "workflows/clear_days.hpp"

namespace server {

/// A circulation with everything that is computed of it. `stops[i]` and `papers[i]` belong to
/// `rows[i]`, in the order of their dates.
struct CirculationStatus {
    db::CirculationRow circulation;
    std::vector<db::StopRow> rows;
    std::vector<workflows::Stop> stops;
    /// The count behind `stops[i].papers_by`; nothing while the day is open.
    std::vector<std::optional<workflows::ClearDays>> papers;
    workflows::CirculationSummary summary;
    workflows::Day today;  // in the county: by which lamps and words are worked out
};

CirculationStatus circulation_status(const App& app, db::ReadTx& tx,
                                     const db::CirculationRow& circulation);

/// What the viewer is to a stop.
workflows::StopActor stop_actor(const Viewer& viewer, const std::string& board,
                                const std::string& owner);

struct StopMove {
    workflows::StopCommand command;
    std::string version_label;  // issue: the version that goes out
    std::string meeting;        // defer: the other meeting
};
/// Takes one step with its event, letters and audit. `stop` is as the form showed it (version).
/// Errors as workflows::decide(), Code::invalid (field "version_label"), Code::stale.
Result<void> take_stop_step(const Context& context, db::WriteTx& tx,
                            const db::CirculationRow& circulation, db::StopRow stop,
                            const StopMove& move);

/// Adds the board of `meeting` as a stop. Code::invalid or Code::conflict, field "meeting".
Result<db::StopRow> add_stop(const Context& context, db::WriteTx& tx,
                             const db::CirculationRow& circulation, const std::string& meeting);

/// As /circulations/{circulation}.json gives it.
std::string circulation_json(const App& app, db::ReadTx& tx, const db::CirculationRow& circulation);
/// As /circulations.json gives them.
std::string circulations_json(const App& app, db::ReadTx& tx,
                              const std::vector<db::CirculationRow>& rows);

}  // namespace server
