// POSIX calls, so that errors are values and the mode of a new file is ours.
#include "server/net/spool.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

namespace server::net {

namespace {

constexpr std::string_view spool_prefix = "upload-";

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    Descriptor old(std::exchange(value_, other.release()));
    return *this;
}

Descriptor::~Descriptor() {
    if (is_open()) ::close(value_);
}

int Descriptor::release() {
    return std::exchange(value_, -1);
}

SpoolFile& SpoolFile::operator=(SpoolFile&& other) noexcept {
    file_ = std::move(other.file_);
    path_.swap(other.path_);
    return *this;
}

SpoolFile::~SpoolFile() {
    // The handler may have moved it to its final place: then there is nothing to remove.
    if (!path_.empty()) ::unlink(path_.c_str());
}

std::shared_ptr<SpoolFile> open_spool(std::filesystem::path directory) {
    auto spool = std::make_shared<SpoolFile>();
    std::string name = (directory / (std::string(spool_prefix) + "XXXXXX")).string();
    spool->file_ = Descriptor(::mkostemp(name.data(), O_CLOEXEC));
    if (spool->file_.is_open()) spool->path_ = name;
    return spool;
}

bool append_to_spool(std::shared_ptr<SpoolFile> spool, std::string block) {
    for (std::string_view left = block; !left.empty();) {
        const ssize_t written = ::write(spool->file_.get(), left.data(), left.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool finish_spool(std::shared_ptr<SpoolFile> spool) {
    return ::close(spool->file_.release()) == 0;
}

bool remove_spool(std::shared_ptr<SpoolFile> spool) {
    spool.reset();
    return true;
}

void remove_stale_spools(const std::filesystem::path& directory) {
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(spool_prefix)) continue;
        std::error_code ignored;  // what cannot be removed now is removed at the next start
        std::filesystem::remove(entry.path(), ignored);
    }
}

std::shared_ptr<OutgoingFile> open_outgoing(std::filesystem::path path) {
    auto outgoing = std::make_shared<OutgoingFile>();
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!file.is_open() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return outgoing;
    outgoing->size = static_cast<std::uint64_t>(status.st_size);
    outgoing->file = std::move(file);
    return outgoing;
}

std::string read_outgoing(std::shared_ptr<OutgoingFile> file, std::size_t bytes) {
    std::string block(bytes, '\0');
    std::size_t filled = 0;
    while (filled < bytes) {
        const ssize_t got = ::read(file->file.get(), block.data() + filled, bytes - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        filled += static_cast<std::size_t>(got);
    }
    block.resize(filled);
    return block;
}

}  // namespace server::net
