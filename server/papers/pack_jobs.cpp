#include "server/papers/pack_jobs.hpp"

#include <exception>

#include "server/agenda/agenda_content.hpp"
#include "server/papers/pack_progress_commands.hpp"
#include "server/papers/words.hpp"

namespace server::papers {
namespace {

using templates::PackProgress;

/// How often a build writes down how far it is, so that a pack of 600 pages costs 20 commits.
constexpr std::size_t progress_steps = 20;

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
        return save_pack_progress(app_, job_) ? base::Proceed::yes : base::Proceed::no;
    }

  private:
    base::App& app_;
    db::JobRow& job_;
    const std::function<bool()>& stopping_;
    std::size_t step_ = 0;
};

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
    auto job = take_pack_job(app);
    if (!job) return false;
    try {
        if (build(app, *job, stopping) == Ended::given_up) {
            queue_pack_jobs_again(app);
            return false;
        }
    } catch (const std::exception& failure) {
        const auto reference = app.ids.id();
        app.log(base::Severity::error, "pack " + reference + " failed: " + failure.what());
        job->state = db::JobState::failed;
        job->label = words::pack_failed(reference);
    }
    end_pack_job(app, *job);
    return true;
}

}  // namespace server::papers
