// mmap and munmap, no more.
#include "templates/documents/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace templates {

MappedFile::MappedFile(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat facts {};
    int error = file < 0 || fstat(file, &facts) != 0 ? errno : 0;
    size_ = static_cast<std::size_t>(facts.st_size);
    if (error == 0 && size_ > 0) {
        void* address = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
        error = address == MAP_FAILED ? errno : 0;
        address_ = error == 0 ? address : nullptr;
    }
    if (file >= 0) {
        close(file);
    }
    if (error != 0) {
        throw std::system_error(error, std::generic_category(), path);
    }
}

MappedFile::~MappedFile() {
    if (address_ != nullptr) {
        munmap(address_, size_);
    }
}

}  // namespace templates
