// A data directory that is gone when this ends: for the demonstration and for dry runs.
#pragma once

#include <filesystem>

namespace server::base {

class TemporaryData {
  public:
    /// Throws std::runtime_error when the folder for temporary files takes none.
    TemporaryData();
    ~TemporaryData();
    TemporaryData(const TemporaryData&) = delete;
    TemporaryData& operator=(const TemporaryData&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace server::base
