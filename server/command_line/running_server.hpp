// The server as it runs: App, dispatcher, listener, jobs, senders, control socket; started and
// stopped in order.
#pragma once

#include <cstdint>
#include <memory>

#include "server/base/app.hpp"

namespace server::command_line {

/// Whether jobs run on their own thread, or only when run_jobs() is called (the demonstration sets
/// the clock between two runs).
enum class Jobs { by_clock, by_hand };

class RunningServer {
  public:
    /// Throws std::runtime_error with words when the data or the port cannot be had.
    explicit RunningServer(base::App& app, Jobs jobs = Jobs::by_clock);
    ~RunningServer();
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    std::uint16_t port() const;
    /// Waits for SIGTERM or SIGINT, then drains and stops.
    void run_until_signal();
    void stop();
    /// Runs what is due on this thread; by_hand only.
    void run_jobs();
    /// From here on by the clock.
    void start_jobs();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace server::command_line
