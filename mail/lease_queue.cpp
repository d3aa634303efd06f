// The queue between the clerk, who leases and marks, and the senders.
#include "mail/lease_queue.hpp"

#include <algorithm>
#include <utility>

namespace mail {
namespace {

bool may_be_marked_ahead(MessageClass message_class) {
    return message_class == MessageClass::statutory || message_class == MessageClass::invite;
}

}  // namespace

void LeaseQueue::add(std::vector<Leased> rows) {
    for (auto& row : rows) {
        entries_.push_back({std::move(row), Mark::none});
    }
}

bool LeaseQueue::has_free_row() const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [](const Entry& entry) { return entry.mark != Mark::under_way; });
}

std::optional<LeaseQueue::Taken> LeaseQueue::take() {
    const auto first = [this](Mark mark) {
        return std::find_if(entries_.begin(), entries_.end(),
                            [mark](const Entry& entry) { return entry.mark == mark; });
    };
    auto found = first(Mark::kept);
    if (found == entries_.end()) {
        found = first(Mark::none);
    }
    if (found == entries_.end()) {
        return std::nullopt;
    }
    Taken taken{std::move(found->leased), found->mark == Mark::kept};
    entries_.erase(found);
    return taken;
}

std::vector<LeaseKey> LeaseQueue::clear() {
    std::vector<LeaseKey> keys;
    for (const auto& entry : entries_) {
        keys.push_back(entry.leased.key);
    }
    entries_.clear();
    return keys;
}

bool LeaseQueue::wants_marks(std::size_t ahead) const {
    std::size_t marked = 0;
    bool markable = false;
    for (const auto& entry : entries_) {
        marked += entry.mark != Mark::none ? 1 : 0;
        markable = markable ||
                   (entry.mark == Mark::none && may_be_marked_ahead(entry.leased.message_class));
    }
    return markable && marked < ahead;
}

std::vector<LeaseKey> LeaseQueue::start_marking(std::size_t ahead) {
    std::size_t marked = 0;
    std::vector<LeaseKey> keys;
    for (auto& entry : entries_) {
        if (entry.mark == Mark::none && marked < ahead &&
            may_be_marked_ahead(entry.leased.message_class)) {
            entry.mark = Mark::under_way;
            keys.push_back(entry.leased.key);
        }
        marked += entry.mark != Mark::none ? 1 : 0;
    }
    return keys;
}

void LeaseQueue::finish_marking(std::span<const LeaseKey> stale) {
    std::erase_if(entries_, [&](const Entry& entry) {
        return entry.mark == Mark::under_way &&
               std::find(stale.begin(), stale.end(), entry.leased.key) != stale.end();
    });
    for (auto& entry : entries_) {
        entry.mark = entry.mark == Mark::under_way ? Mark::kept : entry.mark;
    }
}

void LeaseQueue::abandon_marking() {
    for (auto& entry : entries_) {
        entry.mark = entry.mark == Mark::under_way ? Mark::none : entry.mark;
    }
}

}  // namespace mail
