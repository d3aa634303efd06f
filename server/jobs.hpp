// What runs by the clock: one table of jobs, one thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

#include "server/app.hpp"

namespace server {

enum class JobReport { nothing_left, done_some };

/// `run` does one unit of work in short transactions of its own and is called again at once while
/// it has done some.
struct Job {
    std::string_view name;
    std::chrono::seconds every;
    JobReport (*run)(App&);
};
/// THE table.
std::span<const Job> jobs();

/// Runs the table. What a job throws is logged, and the job comes again at its next time.
class JobRunner {
  public:
    /// Puts itself into app.job_queued.
    explicit JobRunner(App& app, std::span<const Job> table = jobs());
    ~JobRunner();  // stops
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    /// Starts the thread.
    void start();
    /// Waits for the job that runs.
    void stop();
    /// Runs every job now, whether its time has come or not: something was queued. Any thread.
    void wake();

    /// Runs on this thread each job whose time has come (at the first call: all); how many. Only
    /// while not started: for tests and for `run-due`.
    int run_pending();

  private:
    void keep_running();
    bool is_due(std::size_t index, workflows::Instant now) const;
    void run(const Job& job);
    std::chrono::seconds wait_time(workflows::Instant now) const;

    App& app_;
    const std::span<const Job> table_;
    std::vector<std::optional<workflows::Instant>> last_run_;
    std::mutex mutex_;
    std::condition_variable called_;
    bool woken_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace server
