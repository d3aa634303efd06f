// A clock that can be set and then goes on: the demonstration plays in 2016 and in 2018.
#pragma once

#include <mutex>

#include "server/base/platform.hpp"

namespace server::demo {

/// Thread-safe.
class DemoClock final : public workflows::Clock {
  public:
    workflows::Instant now() const override {
        const std::lock_guard lock(mutex_);
        return set_to_ + (machine_.now() - set_at_);
    }
    void set(workflows::Instant now) {
        const std::lock_guard lock(mutex_);
        set_to_ = now;
        set_at_ = machine_.now();
    }

  private:
    base::SystemClock machine_;
    mutable std::mutex mutex_;
    workflows::Instant set_to_ = machine_.now();
    workflows::Instant set_at_ = set_to_;
};

}  // namespace server::demo
