// What runs by the clock: jobs that the rooms bring (the table is site/job_rows.cpp), one thread.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

#include "server/base/app.hpp"

namespace server::base {

enum class JobReport { nothing_left, done_some };

/// Whether the program is being stopped: asked in the middle of a long unit of work. Any thread.
using Stopping = std::function<bool()>;

/// A job that always finds more to do waits for its next time after so many units.
inline constexpr int units_in_a_row_max = 50;

/// `run` does one unit of work in short transactions of its own. While it has done some it is
/// called again, `units_per_round` times before the other jobs that are due get their turn.
struct Job {
    std::string_view name;
    std::chrono::seconds every;
    JobReport (*run)(App&, const Stopping&);
    int units_per_round = units_in_a_row_max;
};
/// Runs the table. What a job throws is logged, and the job comes again at its next time.
class JobRunner {
  public:
    /// Puts itself into app.job_queued.
    explicit JobRunner(App& app, std::span<const Job> table);
    ~JobRunner();  // stops
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    /// Starts the thread.
    void start();
    /// Waits for the unit of work that runs; a pack is given up and queued again.
    void stop();
    /// Runs every job now, whether its time has come or not: something was queued. Any thread.
    void wake();

    /// Runs on this thread each job whose time has come (at the first call: all); how many. Only
    /// while not started: for tests and for `run-due`.
    int run_pending();

  private:
    void keep_running();
    bool is_due(std::size_t index, workflows::Instant now) const;
    JobReport run(const Job& job);
    bool run_round(std::vector<int>& units_left, int& count);
    std::chrono::seconds wait_time(workflows::Instant now) const;

    App& app_;
    const std::span<const Job> table_;
    std::vector<std::optional<workflows::Instant>> last_run_;
    std::mutex mutex_;
    std::condition_variable called_;
    bool woken_ = false;
    std::atomic<bool> stopping_ = false;  // set under mutex_, read anywhere
    std::thread thread_;
};

}  // namespace server::base
