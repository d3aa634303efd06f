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

void PageCache::put(const std::string& target, Entry entry, std::uint64_t changes_seen) {
    const std::lock_guard lock(mutex_);
    if (changes_seen != changes_) return;
    if (bytes_ + entry.body->size() > limits::page_cache_bytes_max) {
        entries_.clear();
        targets_of_tag_.clear();
        bytes_ = 0;
    }
    for (const auto& tag : entry.tags)
        targets_of_tag_[tag].push_back(target);
    bytes_ += entry.body->size();
    entries_.insert_or_assign(target, std::move(entry));
}

void PageCache::forget(const std::vector<std::string>& tags) {
    if (!tags.empty() && std::all_of(tags.begin(), tags.end(), is_silent)) return;
    const std::lock_guard lock(mutex_);
    ++changes_;
    const bool everything =
        tags.empty() || std::find(tags.begin(), tags.end(), "everything") != tags.end();
    if (everything) {
        entries_.clear();
        targets_of_tag_.clear();
        bytes_ = 0;
        return;
    }
    for (const auto& tag : tags) {
        const auto found = targets_of_tag_.find(tag);
        if (found == targets_of_tag_.end()) continue;
        for (const auto& target : found->second) {
            const auto entry = entries_.find(target);
            if (entry == entries_.end()) continue;
            bytes_ -= entry->second.body->size();
            entries_.erase(entry);
        }
        targets_of_tag_.erase(found);
    }
}

}  // namespace server
