// A file's bytes in memory without a copy: the kernel's own pages, read only.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

namespace templates {

// The file must not shrink while it is mapped; papers are kept by hash and never change.
class MappedFile {
  public:
    // Throws std::system_error. An empty file has no address.
    explicit MappedFile(const std::string& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept
        : address_(std::exchange(other.address_, nullptr)), size_(other.size_) {}
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    const char* data() const { return static_cast<const char*>(address_); }
    std::size_t size() const { return size_; }

  private:
    void* address_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace templates
