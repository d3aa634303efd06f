#include "server/base/verified_files.hpp"

#include <system_error>

#include "server/base/limits.hpp"

namespace server::base {

// A file that is not there has no length and no time; verify() says so.
VerifiedFiles::Seen VerifiedFiles::look(const std::filesystem::path& path) {
    std::error_code failure;
    const auto changed = std::filesystem::last_write_time(path, failure);
    if (failure) return {};
    const auto size_bytes = std::filesystem::file_size(path, failure);
    if (failure) return {};
    return {changed, size_bytes};
}

workflows::Result<void> VerifiedFiles::verify(const db::DocumentStore& store,
                                              const std::string& sha256) {
    // Looked at before it is read: a change meanwhile is seen the next time.
    const auto seen = look(store.path_of(sha256));
    {
        const std::lock_guard lock(mutex_);
        const auto found = good_.find(sha256);
        if (found != good_.end() && found->second == seen && seen.size_bytes > 0) return {};
    }
    auto whole = store.verify(sha256);
    const std::lock_guard lock(mutex_);
    if (!whole) {
        good_.erase(sha256);
        return whole;
    }
    if (good_.size() >= limits::verified_files_max) good_.clear();
    good_.insert_or_assign(sha256, seen);
    return whole;
}

}  // namespace server::base
