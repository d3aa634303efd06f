#include "server/web/page_cache.hpp"

#include <algorithm>

#include "db/outbox.hpp"
#include "server/base/limits.hpp"

namespace server::web {
namespace {

// Tags whose changes no kept page shows.
bool is_silent(const std::string& tag) {
    return tag == "session" || tag == db::mail_tag || tag == db::mail_queued_tag;
}

std::size_t bytes_of(const templates::LayoutFacts& frame) {
    std::size_t bytes = frame.title.size() + frame.board_name.size();
    for (const auto& crumb : frame.breadcrumbs)
        bytes += crumb.text.size() + crumb.href.size();
    for (const auto& other : frame.alternates)
        bytes += other.type.size() + other.title.size() + other.href.size();
    return bytes;
}

// The key is held once by its entry and once under each tag.
std::size_t bytes_of(const std::string& key, const PageCache::Entry& entry) {
    return entry.body->size() + bytes_of(entry.frame) + key.size() * (entry.tags.size() + 1);
}

}  // namespace

net::Response cached_response(const PageCache::Entry& entry, const net::Request& request) {
    net::Response response;
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

std::string body_key(const std::string& path, workflows::Relations relations) {
    return std::to_string(relations.bits()) + ":" + path;
}

std::shared_ptr<const PageCache::Entry> PageCache::entry(const std::string& key,
                                                         workflows::Instant now) const {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end() || found->second->not_after <= now) return nullptr;
    return found->second;
}

std::optional<net::Response> PageCache::find(const net::Request& request,
                                             workflows::Instant now) const {
    const auto found = entry(request.target, now);
    if (!found) return std::nullopt;
    return cached_response(*found, request);
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
    keys_of_tag_.clear();
    bytes_ = 0;
}

void PageCache::drop(const std::string& key) {
    const auto found = entries_.find(key);
    if (found == entries_.end()) return;
    bytes_ -= bytes_of(key, *found->second);
    for (const auto& tag : found->second->tags) {
        const auto keys = keys_of_tag_.find(tag);
        if (keys == keys_of_tag_.end()) continue;
        keys->second.erase(key);
        if (keys->second.empty()) keys_of_tag_.erase(keys);
    }
    entries_.erase(found);
}

void PageCache::put(const std::string& key, Entry entry, std::uint64_t changes_seen) {
    const std::lock_guard lock(mutex_);
    if (changes_seen != changes_) return;
    drop(key);
    const auto bytes = bytes_of(key, entry);
    if (bytes > base::limits::page_cache_bytes_max) return;
    if (bytes_ + bytes > base::limits::page_cache_bytes_max) clear();
    for (const auto& tag : entry.tags)
        keys_of_tag_[tag].insert(key);
    bytes_ += bytes;
    entries_.emplace(key, std::make_shared<const Entry>(std::move(entry)));
}

void PageCache::forget(const std::vector<std::string>& tags) {
    if (!tags.empty() && std::all_of(tags.begin(), tags.end(), is_silent)) return;
    const std::lock_guard lock(mutex_);
    ++changes_;
    const bool everything =
        tags.empty() || std::find(tags.begin(), tags.end(), "everything") != tags.end();
    if (everything) return clear();
    for (const auto& tag : tags) {
        const auto found = keys_of_tag_.find(tag);
        if (found == keys_of_tag_.end()) continue;
        const auto keys = std::move(found->second);
        keys_of_tag_.erase(found);
        for (const auto& key : keys)
            drop(key);
    }
}

}  // namespace server::web
