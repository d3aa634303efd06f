#include "server/base/jobs.hpp"

#include <algorithm>
#include <exception>
#include <string>
#include <utility>

namespace server::base {
namespace {

using namespace std::chrono_literals;

// The thread sleeps at most so long: a clock that was set forward is noticed.
constexpr std::chrono::seconds sleep_longest{30};

}  // namespace

JobRunner::JobRunner(App& app, std::span<const Job> table_of_jobs)
    : app_(app), table_(table_of_jobs), last_run_(table_of_jobs.size()) {
    app_.job_queued = [this] { wake(); };
}

JobRunner::~JobRunner() {
    stop();
    app_.job_queued = [] {};
}

void JobRunner::start() {
    thread_ = std::thread([this] { keep_running(); });
}

void JobRunner::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    called_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void JobRunner::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    called_.notify_all();
}

// A clock that was set back does not make the job wait until it has caught up.
bool JobRunner::is_due(std::size_t index, workflows::Instant now) const {
    const auto& last = last_run_[index];
    return !last || now < *last || now - *last >= table_[index].every;
}

JobReport JobRunner::run(const Job& job) {
    const Stopping stopping = [this] { return stopping_.load(); };
    try {
        for (int unit = 0; unit < job.units_per_round && !stopping_; ++unit) {
            if (job.run(app_, stopping) == JobReport::nothing_left) return JobReport::nothing_left;
        }
        return JobReport::done_some;
    } catch (const std::exception& failure) {
        app_.log(Severity::error,
                 "job \"" + std::string(job.name) + "\" failed: " + failure.what());
    }
    return JobReport::nothing_left;
}

// Each job that is due, and each that has units left of an earlier round. True: another round.
bool JobRunner::run_round(std::vector<int>& units_left, int& count) {
    bool more = false;
    for (std::size_t i = 0; i < table_.size() && !stopping_; ++i) {
        const auto now = app_.clock.now();
        if (is_due(i, now)) {
            last_run_[i] = now;
            units_left[i] = units_in_a_row_max;
            ++count;
        }
        if (units_left[i] <= 0) continue;
        units_left[i] -= table_[i].units_per_round;
        if (run(table_[i]) == JobReport::nothing_left) units_left[i] = 0;
        more = more || units_left[i] > 0;
    }
    return more;
}

int JobRunner::run_pending() {
    std::vector<int> units_left(table_.size(), 0);
    int count = 0;
    while (!stopping_ && run_round(units_left, count)) {
    }
    return count;
}

std::chrono::seconds JobRunner::wait_time(workflows::Instant now) const {
    auto wait = sleep_longest;
    for (std::size_t i = 0; i < table_.size(); ++i) {
        if (last_run_[i]) wait = std::min(wait, table_[i].every - (now - *last_run_[i]));
    }
    return std::clamp(wait, std::chrono::seconds(1), sleep_longest);
}

void JobRunner::keep_running() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        if (std::exchange(woken_, false)) last_run_.assign(table_.size(), std::nullopt);
        lock.unlock();
        run_pending();
        lock.lock();
        called_.wait_for(lock, wait_time(app_.clock.now()), [&] { return stopping_ || woken_; });
    }
}

}  // namespace server::base
