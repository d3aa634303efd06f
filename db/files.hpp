// File work that must survive a power cut: descriptors that close themselves, and fsync.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace db {

/// An open file. Every failure is a std::system_error that names the path.
class File {
  public:
    enum class Mode { read, create };  // create: must not exist yet, 0600

    File(const std::filesystem::path& path, Mode mode);
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    /// Up to `bytes_max` bytes from where the last read ended; empty at the end.
    std::string_view read(std::size_t bytes_max);
    void write(std::string_view bytes);
    void sync();

  private:
    [[noreturn]] void fail(const char* what) const;
    std::filesystem::path path_;
    int descriptor_ = -1;
    std::string buffer_;
};

/// How much of a file is held in memory at a time.
inline constexpr std::size_t file_chunk_bytes = 256 << 10;

/// Makes a new or renamed entry of the directory lasting.
void sync_directory(const std::filesystem::path& directory);

/// The hexadecimal SHA-256 of a file.
std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace db
