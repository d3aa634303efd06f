#include "db/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "db/sha256.hpp"

namespace db {

File::File(const std::filesystem::path& path, Mode mode) : path_(path) {
    const int flags = mode == Mode::read ? O_RDONLY : O_WRONLY | O_CREAT | O_EXCL;
    descriptor_ = ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor_ < 0) fail("open");
}

File::~File() {
    ::close(descriptor_);
}

std::string_view File::read(std::size_t bytes_max) {
    buffer_.resize(bytes_max);
    const auto count = ::read(descriptor_, buffer_.data(), bytes_max);
    if (count < 0) fail("read");
    return std::string_view(buffer_).substr(0, static_cast<std::size_t>(count));
}

void File::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0) fail("write");
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void File::sync() {
    if (::fsync(descriptor_) != 0) fail("fsync");
}

void File::fail(const char* what) const {
    throw std::system_error(errno, std::generic_category(),
                            std::string(what) + " " + path_.string());
}

void sync_directory(const std::filesystem::path& directory) {
    File(directory, File::Mode::read).sync();
}

std::string sha256_of_file(const std::filesystem::path& path) {
    File file(path, File::Mode::read);
    Sha256 sum;
    for (auto bytes = file.read(file_chunk_bytes); !bytes.empty();
         bytes = file.read(file_chunk_bytes))
        sum.add(bytes);
    return sum.hex();
}

}  // namespace db
