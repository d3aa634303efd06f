// Temporary files that bodies are written to, and files that answers are read from. Plain blocking
// calls for worker threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace server::net {

/// An open descriptor, closed once.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(Descriptor&& other) noexcept : value_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    int get() const { return value_; }
    bool is_open() const { return value_ >= 0; }
    int release();

  private:
    int value_ = -1;
};

/// A file that is there as long as this is; readable by its owner only.
class SpoolFile {
  public:
    SpoolFile() = default;
    SpoolFile(SpoolFile&& other) noexcept = default;
    SpoolFile& operator=(SpoolFile&& other) noexcept;
    ~SpoolFile();

    const std::filesystem::path& path() const { return path_; }
    bool is_open() const { return file_.is_open(); }

  private:
    friend std::shared_ptr<SpoolFile> open_spool(std::filesystem::path directory);
    friend bool append_to_spool(std::shared_ptr<SpoolFile> spool, std::string block);
    friend bool finish_spool(std::shared_ptr<SpoolFile> spool);
    Descriptor file_;
    std::filesystem::path path_;
};

/// Not open if the directory is full or not writable.
std::shared_ptr<SpoolFile> open_spool(std::filesystem::path directory);

/// False when the disk is full or broken.
bool append_to_spool(std::shared_ptr<SpoolFile> spool, std::string block);

/// Closes the file and leaves it in place for the handler.
bool finish_spool(std::shared_ptr<SpoolFile> spool);

/// Lets go of the file, which removes it: on a worker, since that can take a while for a large one.
bool remove_spool(std::shared_ptr<SpoolFile> spool);

/// Removes what processes that were killed left behind.
void remove_stale_spools(const std::filesystem::path& directory);

/// A file on its way to a client.
struct OutgoingFile {
    Descriptor file;
    std::uint64_t size = 0;
};

/// Not open if it is no regular file that can be read.
std::shared_ptr<OutgoingFile> open_outgoing(std::filesystem::path path);

/// The next bytes, at most `bytes`; fewer or none when the file was cut meanwhile.
std::string read_outgoing(std::shared_ptr<OutgoingFile> file, std::size_t bytes);

}  // namespace server::net
