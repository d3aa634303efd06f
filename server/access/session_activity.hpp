// When each session was last used: in memory, written to the access log by a job.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "workflows/core/date.hpp"

namespace server::access {

/// Thread-safe. GET never writes to the database, so uses are gathered here (design decision 13).
class SessionActivity {
  public:
    struct Use {
        std::string session;
        std::string person;
        std::string resource;  // what was read, or empty
        workflows::Instant at;
    };

    void used(const std::string& session, const std::string& person, workflows::Instant at);
    /// Somebody read something that is not public.
    void read(const std::string& session, const std::string& person, std::string resource,
              workflows::Instant at);
    std::optional<workflows::Instant> last_used(const std::string& session) const;
    /// What is not written yet; the caller writes it.
    std::vector<Use> take();

  private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, workflows::Instant> last_;
    std::unordered_map<std::string, Use> unwritten_;
    std::vector<Use> reads_;
};

}  // namespace server::access
