// The steps of a stop: issued, answered, deferred, asked in writing, amended (protocol 7.3).
#pragma once

#include <optional>
#include <string>

#include "db/audit.hpp"
#include "db/circulations.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/circulation/circulation.hpp"

namespace server::circulation {

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

/// What the audit trail says of a step.
db::AuditNote stop_audit(const db::CirculationRow& circulation, const db::StopRow& stop,
                         workflows::StopEvent event);

}  // namespace server::circulation
