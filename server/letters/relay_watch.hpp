// Tells the operator's log when mail stops going and when it goes again.
#pragma once

#include <atomic>
#include <memory>

#include "mail/transport.hpp"
#include "server/base/app.hpp"

namespace server::letters {

/// One warning at the first failure of the relay since the start or a success, one line when it
/// takes mail again. Never an address of a person, which a relay's own words may hold. Thread-safe.
class RelayWatch {
  public:
    explicit RelayWatch(base::LogLine log) : log_(std::move(log)) {}

    /// A transport whose results are watched; the watch must outlive it.
    std::unique_ptr<mail::MailTransport> watched(std::unique_ptr<mail::MailTransport> transport);
    void saw(const mail::SendResult& result);

  private:
    const base::LogLine log_;
    std::atomic<bool> lost_ = false;
};

}  // namespace server::letters
