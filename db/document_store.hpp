// Papers and packs as files named by their SHA-256, never by a name that a user chose.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "workflows/core/result.hpp"

namespace db {

struct StoredDocument {
    std::string sha256;  // 64 hexadecimal digits
    long long size_bytes = 0;
};

/// DIR/papers/ab/cdef…: a file once there is never changed, so any thread may read and put at any
/// time. Failures of the disk are std::system_error.
class DocumentStore {
  public:
    explicit DocumentStore(const std::filesystem::path& directory);

    /// Moves `temporary` (in the same file system) into the store. When this returns, the bytes
    /// survive a power cut. Slow: never call it while a WriteTx is open.
    StoredDocument put(const std::filesystem::path& temporary) const;

    /// Where the bytes of `sha256` are or would be; std::invalid_argument when it is no SHA-256.
    std::filesystem::path path_of(const std::string& sha256) const;

    /// The bytes, checked against their hash. Code::not_found, or Code::refused when the file was
    /// damaged. For whole files of at most the upload limit; large downloads verify() and stream.
    workflows::Result<std::string> read(const std::string& sha256) const;
    workflows::Result<void> verify(const std::string& sha256) const;

    /// The SHA-256 of everything stored, in order.
    std::vector<std::string> list() const;

  private:
    std::filesystem::path papers_;
};

}  // namespace db
