#include "server/papers/pack_progress_commands.hpp"

#include "server/papers/pack_jobs.hpp"

namespace server::papers {

std::optional<db::JobRow> take_pack_job(base::App& app) {
    if (!db::has_open_job(*app.database.begin_read(), pack_job_kind)) return std::nullopt;
    const auto tx = app.database.begin_write();
    // One thread builds packs: what still runs was interrupted with the program.
    db::requeue_running_jobs(*tx, pack_job_kind);
    auto job = db::next_queued_job(*tx, pack_job_kind);
    if (!job || !db::start_job(*tx, job->id)) return std::nullopt;
    tx->commit();
    return job;
}

bool save_pack_progress(base::App& app, const db::JobRow& job) {
    const auto tx = app.database.begin_write();
    const bool wanted = db::save_progress(*tx, job);
    if (wanted) tx->commit();
    return wanted;
}

void end_pack_job(base::App& app, const db::JobRow& job) {
    const auto tx = app.database.begin_write();
    db::finish_job(*tx, job);
    tx->commit();
}

void queue_pack_jobs_again(base::App& app) {
    const auto tx = app.database.begin_write();
    db::requeue_running_jobs(*tx, pack_job_kind);
    tx->commit();
}

db::PackRow keep_pack(base::App& app, const db::PackRow& pack) {
    const auto tx = app.database.begin_write();
    auto kept = db::save_pack(*tx, pack);
    tx->commit();
    return kept;
}

}  // namespace server::papers
