// Writes and reads tar archives of plain files (POSIX.1-1988 ustar), as any tar program does.
#pragma once

#include <filesystem>
#include <string>

#include "db/files.hpp"

namespace db {

/// Names are relative, of at most 99 ASCII characters; files of at most 8 GiB less one byte.
class TarWriter {
  public:
    /// Creates `archive`; it must not exist.
    explicit TarWriter(const std::filesystem::path& archive);
    void add(const std::string& name, const std::filesystem::path& file);
    /// Ends the archive and waits until it is on the disk.
    void finish();

  private:
    File file_;
};

/// Unpacks regular files and folders into `directory`, files by fsync. std::runtime_error when the
/// archive is cut short or damaged, or a name would lead out of the directory.
void unpack_tar(const std::filesystem::path& archive, const std::filesystem::path& directory);

}  // namespace db
