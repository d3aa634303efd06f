// What the thread that builds packs writes down: which job it took, how far it is, how it ended.
// Each is a transaction of its own.
#pragma once

#include <optional>

#include "db/jobs.hpp"
#include "db/packs.hpp"
#include "server/base/app.hpp"

namespace server::papers {

/// The next that waits, begun. What still ran was interrupted with the program and waits again: one
/// thread builds packs.
std::optional<db::JobRow> take_pack_job(base::App& app);
/// False: somebody cancelled it.
bool save_pack_progress(base::App& app, const db::JobRow& job);
void end_pack_job(base::App& app, const db::JobRow& job);
db::PackRow keep_pack(base::App& app, const db::PackRow& pack);
/// The program stops: whatever runs is begun anew when it starts.
void queue_pack_jobs_again(base::App& app);

}  // namespace server::papers
