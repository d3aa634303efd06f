// When the reminders need to be looked at again: a tick with nothing due costs no query.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>

#include "workflows/core/date.hpp"

namespace server::letters {

/// Thread-safe. After a look that found nothing to send, there is nothing to do until the earliest
/// reminder comes due, something in the county changes, or the clock is set back.
class ReminderWatch {
  public:
    bool is_resting(workflows::Instant now, std::uint64_t changes) const {
        const std::lock_guard lock(mutex_);
        return rest_ && changes == rest_->changes && now >= rest_->since && now < rest_->until;
    }
    void rest(workflows::Instant since, workflows::Instant until, std::uint64_t changes) {
        const std::lock_guard lock(mutex_);
        rest_ = Rest{since, until, changes};
    }

  private:
    struct Rest {
        workflows::Instant since;
        workflows::Instant until;
        std::uint64_t changes;
    };
    mutable std::mutex mutex_;
    std::optional<Rest> rest_;
};

}  // namespace server::letters
