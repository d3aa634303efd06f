// Which stored files were read whole and found good: so that not every download hashes its file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <unordered_map>

#include "db/document_store.hpp"
#include "workflows/core/result.hpp"

namespace server::base {

/// Thread-safe. Holds at most limits::verified_files_max files.
class VerifiedFiles {
  public:
    /// As DocumentStore::verify(), but a file whose length and time of change are those of the last
    /// good reading is not read again.
    workflows::Result<void> verify(const db::DocumentStore& store, const std::string& sha256);

  private:
    struct Seen {
        std::filesystem::file_time_type changed;
        std::uintmax_t size_bytes = 0;
        bool operator==(const Seen&) const = default;
    };
    static Seen look(const std::filesystem::path& path);

    std::mutex mutex_;
    std::unordered_map<std::string, Seen> good_;
};

}  // namespace server::base
