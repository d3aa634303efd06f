#include "server/page_cache.hpp"

#include <algorithm>

#include "db/outbox.hpp"
#include "server/limits.hpp"

namespace server {
namespace {

// Tags whose changes no public page shows.
bool is_silent(const std::string& tag) {
    return tag == "session" || tag == db::mail_tag || tag == db::mail_queued_tag;
}

// The target is held once by its entry and once under each tag.
std::size_t bytes_of(const std::string& target, const PageCache::Entry& entry) {
    return entry.body->size() + target.size() * (entry.tags.size() + 1);
}

}  // namespace

Response cached_response(const PageCache::Entry& entry, const Request& request) {
    Response response;
    response.content_type = entry.content_type;
    response.headers = {{"Cache-Control", "public, no-cache"}, {"ETag", entry.etag}};
    if (request.header("if-none-match") == entry.etag) {
        response.status = 304;
        response.content_type.clear();
    } else {
        response.shared_body = entry.body;
    }
    return response;
}

std::optional<Response> PageCache::find(const Request& request, workflows::Instant now) const {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(request.target);
    if (found == entries_.end() || found->second.not_after <= now) return std::nullopt;
    return cached_response(found->second, request);
}

std::uint64_t PageCache::changes() const {
    const std::lock_guard lock(mutex_);
    return changes_;
}

std::size_t PageCache::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

void PageCache::clear() {
    entries_.clear();
    targets_of_tag_.clear();
    bytes_ = 0;
}

void PageCache::drop(const std::string& target) {
    const auto found = entries_.find(target);
    if (found == entries_.end()) return;
    bytes_ -= bytes_of(target, found->second);
    for (const auto& tag : found->second.tags) {
        const auto targets = targets_of_tag_.find(tag);
        if (targets == targets_of_tag_.end()) continue;
        targets->second.erase(target);
        if (targets->second.empty()) targets_of_tag_.erase(targets);
    }
    entries_.erase(found);
}

void PageCache::put(const std::string& target, Entry entry, std::uint64_t changes_seen) {
    const std::lock_guard lock(mutex_);
    if (changes_seen != changes_) return;
    drop(target);
    const auto bytes = bytes_of(target, entry);
    if (bytes > limits::page_cache_bytes_max) return;
    if (bytes_ + bytes > limits::page_cache_bytes_max) clear();
    for (const auto& tag : entry.tags)
        targets_of_tag_[tag].insert(target);
    bytes_ += bytes;
    entries_.emplace(target, std::move(entry));
}

void PageCache::forget(const std::vector<std::string>& tags) {
    if (!tags.empty() && std::all_of(tags.begin(), tags.end(), is_silent)) return;
    const std::lock_guard lock(mutex_);
    ++changes_;
    const bool everything =
        tags.empty() || std::find(tags.begin(), tags.end(), "everything") != tags.end();
    if (everything) return clear();
    for (const auto& tag : tags) {
        const auto found = targets_of_tag_.find(tag);
        if (found == targets_of_tag_.end()) continue;
        const auto targets = std::move(found->second);
        targets_of_tag_.erase(found);
        for (const auto& target : targets)
            drop(target);
    }
}

}  // namespace server
