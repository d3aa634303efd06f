// When to try again: the wait after a refusal, and the breaker that rests a relay in trouble.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

#include "workflows/core/date.hpp"

namespace mail {

inline constexpr std::chrono::seconds retry_first{300};
inline constexpr std::chrono::seconds retry_longest{4000};
inline constexpr std::chrono::seconds retry_mailbox_full{24 * 60 * 60};
inline constexpr std::chrono::seconds retry_in_doubt{15 * 60};
inline constexpr int attempts_max = 24;
inline constexpr int doubt_resends_max = 1;
/// A relay's own hint ("try again in 300 seconds") is obeyed between these, with a little to spare.
inline constexpr std::chrono::seconds hint_shortest{30};
inline constexpr std::chrono::seconds hint_longest{6 * 60 * 60};
inline constexpr std::chrono::seconds hint_spare{10};

/// min(300 * 2^n, 4000) seconds, spread over 0.8 to 1.2 of it. `attempts` before this one;
/// `jitter` in [0, 1).
constexpr std::chrono::seconds retry_delay(int attempts, double jitter) {
    const int doublings = std::clamp(attempts, 0, 4);
    const auto delay = std::min(retry_first * (1 << doublings), retry_longest);
    const double seconds = static_cast<double>(delay.count()) * (0.8 + 0.4 * jitter);
    return std::chrono::seconds(static_cast<std::chrono::seconds::rep>(seconds));
}
static_assert(retry_delay(0, 0.5) == retry_first);
static_assert(retry_delay(23, 0.5) == retry_longest);

/// Rests a relay that takes nobody's mail: 15 s, doubling to 300 s, then one probe. Not
/// thread-safe; times and random numbers are given.
class RelayBreaker {
  public:
    enum class Gate { send, probe, rest };

    static constexpr std::chrono::seconds rest_first{15};
    static constexpr std::chrono::seconds rest_longest{300};
    static constexpr std::chrono::seconds rest_shortest{1};

    /// `probe` is answered once per rest: the caller sends one message and reports it.
    constexpr Gate gate(workflows::Instant now) {
        if (!until_) {
            return Gate::send;
        }
        if (probing_ || now < *until_) {
            return Gate::rest;
        }
        probing_ = true;
        return Gate::probe;
    }

    /// The relay failed. While it rests already, later reports of the same failure change nothing.
    /// `jitter` in [0, 1) picks a moment within the rest (full jitter).
    constexpr void trip(workflows::Instant now, double jitter) {
        if (until_ && !probing_) {
            return;
        }
        const auto span = std::min(rest_first * (1 << std::min(trips_, 5)), rest_longest);
        const double seconds = static_cast<double>(span.count()) * jitter;
        const std::chrono::seconds rest(static_cast<std::chrono::seconds::rep>(seconds));
        until_ = now + std::max(rest, rest_shortest);
        ++trips_;
        probing_ = false;
    }

    /// The relay took or refused a message by itself: it works.
    constexpr void reset() {
        until_.reset();
        trips_ = 0;
        probing_ = false;
    }

    /// The probe ended without telling anything (given up, or nothing to send).
    constexpr void withdraw_probe() { probing_ = false; }

    constexpr std::optional<workflows::Instant> resting_until() const { return until_; }

  private:
    std::optional<workflows::Instant> until_;
    int trips_ = 0;
    bool probing_ = false;
};

}  // namespace mail
