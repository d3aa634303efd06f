#include "server/papers/pack_jobs.hpp"

#include <exception>

#include "server/agenda/agenda_content.hpp"
#include "server/papers/words.hpp"

namespace server::papers {
namespace {

using templates::PackProgress;

/// How often a build writes down how far it is, so that a pack of 600 pages costs 20 commits.
constexpr std::size_t progress_steps = 20;

std::optional<db::JobRow> take_job(base::App& app) {
    if (!db::has_open_job(*app.database.begin_read(), pack_job_kind)) return std::nullopt;
    const auto tx = app.database.begin_write();
    // One thread builds packs: what still runs was interrupted with the program.
    db::requeue_running_jobs(*tx, pack_job_kind);
    auto job = db::next_queued_job(*tx, pack_job_kind);
    if (!job || !db::start_job(*tx, job->id)) return std::nullopt;
    tx->commit();
    return job;
}

// Writes progress down now and then, and learns by it whether somebody cancelled.
class Reporter {
  public:
    Reporter(base::App& app, db::JobRow& job, const std::function<bool()>& stopping)
        : app_(app), job_(job), stopping_(stopping) {}

    base::Proceed operator()(const PackProgress& progress) {
        if (stopping_ && stopping_()) return base::Proceed::no;
        const auto total = std::max<std::size_t>(progress.pages_total, 1);
        const auto step = progress.pages_done * progress_steps / total + 1;
        if (step <= step_) return base::Proceed::yes;
        step_ = step;
        job_.done = static_cast<long long>(progress.pages_done);
        job_.total = static_cast<long long>(progress.pages_total);
        job_.label = progress.label;
        const auto tx = app_.database.begin_write();
        const bool wanted = db::save_progress(*tx, job_);
        if (wanted) tx->commit();
        return wanted ? base::Proceed::yes : base::Proceed::no;
    }

  private:
    base::App& app_;
    db::JobRow& job_;
    const std::function<bool()>& stopping_;
    std::size_t step_ = 0;
};

void end_job(base::App& app, const db::JobRow& job) {
    const auto tx = app.database.begin_write();
    db::finish_job(*tx, job);
    tx->commit();
}

void queue_again(base::App& app) {
    const auto tx = app.database.begin_write();
    db::requeue_running_jobs(*tx, pack_job_kind);
    tx->commit();
}

enum class Ended { yes, given_up };

Ended build(base::App& app, db::JobRow& job, const std::function<bool()>& stopping) {
    const auto audience = workflows::from_text<Audience>(job.variant).value();
    const auto built = build_pack(app, job.subject, audience, Reporter(app, job, stopping));
    if (!built && stopping && stopping()) return Ended::given_up;
    if (!built) {
        job.state = db::JobState::failed;
        job.label = built.error().message;
        return Ended::yes;
    }
    job.state = db::JobState::done;
    job.done = job.total = built->pack.pages;
    job.label = words::pack_has(agenda::pages_words(built->pack.pages),
                                agenda::size_words(built->pack.size_bytes));
    job.result_href = pack_href(job.subject, audience);
    return Ended::yes;
}

}  // namespace

bool build_one_pack(base::App& app, const std::function<bool()>& stopping) {
    auto job = take_job(app);
    if (!job) return false;
    try {
        if (build(app, *job, stopping) == Ended::given_up) {
            queue_again(app);
            return false;
        }
    } catch (const std::exception& failure) {
        const auto reference = app.ids.id();
        app.log(base::Severity::error, "pack " + reference + " failed: " + failure.what());
        job->state = db::JobState::failed;
        job->label = words::pack_failed(reference);
    }
    end_job(app, *job);
    return true;
}

}  // namespace server::papers
