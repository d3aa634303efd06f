// A file for work in progress, in the data directory so that it can be moved into the store.
#pragma once

#include <filesystem>
#include <string>

namespace server::base {

/// The file NAME in the folder `work` of the data directory, readable by us alone; removed when
/// this ends, unless it was moved away.
class TemporaryFile {
  public:
    TemporaryFile(const std::filesystem::path& data_directory, const std::string& name);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// Removes what processes that were killed left in the folder `work`; only under the database's
/// lock.
void remove_stale_work(const std::filesystem::path& data_directory);

}  // namespace server::base
