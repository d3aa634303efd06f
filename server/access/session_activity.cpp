#include "server/access/session_activity.hpp"

#include <utility>

#include "server/base/limits.hpp"

namespace server::access {

void SessionActivity::used(const std::string& session, const std::string& person,
                           workflows::Instant at) {
    const std::lock_guard lock(mutex_);
    if (last_.size() >= base::limits::sessions_remembered_max)
        last_.clear();  // the log has the rest
    auto& last = last_[session];
    if (at - last < base::limits::session_use_granularity) return;
    last = at;
    unwritten_.insert_or_assign(session, Use{session, person, "", at});
}

void SessionActivity::read(const std::string& session, const std::string& person,
                           std::string resource, workflows::Instant at) {
    const std::lock_guard lock(mutex_);
    reads_.push_back({session, person, std::move(resource), at});
}

std::optional<workflows::Instant> SessionActivity::last_used(const std::string& session) const {
    const std::lock_guard lock(mutex_);
    const auto found = last_.find(session);
    if (found == last_.end()) return std::nullopt;
    return found->second;
}

std::vector<SessionActivity::Use> SessionActivity::take() {
    const std::lock_guard lock(mutex_);
    auto uses = std::exchange(reads_, {});
    for (auto& [session, use] : unwritten_)
        uses.push_back(std::move(use));
    unwritten_.clear();
    return uses;
}

}  // namespace server::access
