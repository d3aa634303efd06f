#include "server/base/begun_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace server::base {
namespace {

constexpr std::size_t title_bytes = 64;
constexpr std::string_view form = "shiremoot begun 1 ";

// A killed process leaves its stores in the order of the program, and these keep the compiler's.
void in_order() {
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

[[noreturn]] void refuse(const std::filesystem::path& file, int error) {
    throw std::runtime_error("The file " + file.string() +
                             " cannot be made: " + std::generic_category().message(error) + ".");
}

}  // namespace

struct BegunFile::Slot {
    std::int64_t row;  // 0: free; written last
    std::int64_t fence;
};

struct BegunFile::Contents {
    std::array<char, title_bytes> title;
    std::array<Slot, begun_slots> slots;
};

BegunFile::BegunFile(const std::filesystem::path& file, const std::string& boot,
                     std::span<const mail::LeaseKey> marked) {
    open(file);
    std::string title = std::string(form) + boot;
    title.resize(title_bytes);
    const bool known =
        !boot.empty() && std::memcmp(contents_->title.data(), title.data(), title_bytes) == 0;
    if (known) {
        keep_only(marked);
    } else {
        start_with(marked, title);
    }
}

BegunFile::~BegunFile() {
    ::munmap(contents_, sizeof(Contents));
}

void BegunFile::open(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) refuse(file, errno);
    // Room is taken now: a full disk must not show itself at a store into memory.
    const int no_room = ::posix_fallocate(descriptor, 0, sizeof(Contents));
    void* mapped = no_room == 0 ? ::mmap(nullptr, sizeof(Contents), PROT_READ | PROT_WRITE,
                                         MAP_SHARED, descriptor, 0)
                                : MAP_FAILED;
    const int error = no_room != 0 ? no_room : errno;
    ::close(descriptor);
    if (mapped == MAP_FAILED) refuse(file, error);
    contents_ = static_cast<Contents*>(mapped);
}

// A kill between an outcome and end() leaves a slot of a lease that is over.
void BegunFile::keep_only(std::span<const mail::LeaseKey> marked) {
    for (Slot& slot : contents_->slots) {
        const mail::LeaseKey key{slot.row, slot.fence};
        if (std::find(marked.begin(), marked.end(), key) == marked.end()) slot.row = 0;
    }
}

// The title goes first and comes last: a kill on the way leaves a file that counts as unknown.
void BegunFile::start_with(std::span<const mail::LeaseKey> marked, const std::string& title) {
    contents_->title.fill('\0');
    in_order();
    contents_->slots.fill({});
    all_ = marked.size() > begun_slots;
    if (all_) return;
    for (const auto& key : marked)
        begin(key);
    in_order();
    std::memcpy(contents_->title.data(), title.data(), title_bytes);
}

BegunFile::Slot* BegunFile::find(const mail::LeaseKey& key) const {
    const auto found = std::find_if(
        contents_->slots.begin(), contents_->slots.end(),
        [&](const Slot& slot) { return slot.row == key.row && slot.fence == key.fence; });
    return found == contents_->slots.end() ? nullptr : &*found;
}

bool BegunFile::begin(const mail::LeaseKey& key) noexcept {
    const std::lock_guard lock(mutex_);
    const auto slot = std::find_if(contents_->slots.begin(), contents_->slots.end(),
                                   [](const Slot& one) { return one.row == 0; });
    if (slot == contents_->slots.end()) return false;
    slot->fence = key.fence;
    in_order();
    slot->row = key.row;
    return true;
}

void BegunFile::end(const mail::LeaseKey& key) noexcept {
    const std::lock_guard lock(mutex_);
    if (Slot* slot = find(key)) slot->row = 0;
}

bool BegunFile::has(const mail::LeaseKey& key) const noexcept {
    const std::lock_guard lock(mutex_);
    return all_ || find(key) != nullptr;
}

}  // namespace server::base
