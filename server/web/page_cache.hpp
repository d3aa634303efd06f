// Pages kept until something they show changes: public ones whole, answered without a worker, and
// the bodies of pages that all who stand alike to their subject read alike.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "server/net/request.hpp"
#include "templates/layout.hpp"
#include "workflows/core/date.hpp"
#include "workflows/core/policy.hpp"

namespace server::web {

/// Thread-safe; lookups hold the lock for one hash look-up.
class PageCache {
  public:
    struct Entry {
        std::shared_ptr<const std::string> body;
        std::string content_type;
        std::string etag;
        std::vector<std::string> tags;  // "meeting:ID", "board:HWB"
        workflows::Instant not_after;   // pages speak of "next": they end with the day
        templates::LayoutFacts frame;   // of a body: what its page says of itself, nothing personal
    };

    /// For the fast path: 200 or 304, or nothing.
    std::optional<net::Response> find(const net::Request& request, workflows::Instant now) const;
    /// The page or body kept under `key`, or null. Whole pages stand under their target, which
    /// begins with "/"; bodies under body_key().
    std::shared_ptr<const Entry> entry(const std::string& key, workflows::Instant now) const;
    /// The changes seen when a page began to be made: a page made before a change is not kept.
    std::uint64_t changes() const;
    /// What is kept never takes more than limits::page_cache_bytes_max, keys, tags and frames
    /// included.
    void put(const std::string& key, Entry entry, std::uint64_t changes_seen);
    /// Forgets what shows one of these; all of it when there is no tag.
    void forget(const std::vector<std::string>& tags);
    /// What the entries take now.
    std::size_t bytes() const;

  private:
    void clear();
    void drop(const std::string& key);

    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::shared_ptr<const Entry>> entries_;
    std::unordered_map<std::string, std::unordered_set<std::string>> keys_of_tag_;
    std::size_t bytes_ = 0;
    std::uint64_t changes_ = 0;
};

/// Where the body of a page stands for everybody with these relations to its subject.
std::string body_key(const std::string& path, workflows::Relations relations);

/// 304 when the request's If-None-Match names `etag`, else the whole page.
net::Response cached_response(const PageCache::Entry& entry, const net::Request& request);

}  // namespace server::web
