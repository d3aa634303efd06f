// Writes messages to files, durable before they count as sent.
#include "mail/directory_transport.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace mail {
namespace {

constexpr std::size_t name_hash_bytes = 8;
constexpr std::size_t name_recipient_bytes_max = 100;

std::string file_name(const Envelope& envelope, std::string_view bytes) {
    constexpr std::string_view safe =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@._+-";
    constexpr std::string_view digits = "0123456789abcdef";
    std::string name = envelope.to.text().substr(0, name_recipient_bytes_max);
    for (char& c : name) {
        c = safe.find(c) == std::string_view::npos ? '_' : c;
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    name += '-';
    for (std::size_t i = 0; i < name_hash_bytes; ++i) {
        name += digits[hash[i] >> 4U];
        name += digits[hash[i] & 0x0FU];
    }
    return name + ".eml";
}

class File {
  public:
    File(const std::filesystem::path& path, int flags)
        : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    bool write(std::string_view bytes) const {
        while (descriptor_ >= 0 && !bytes.empty()) {
            const auto count = ::write(descriptor_, bytes.data(), bytes.size());
            if (count < 0 && errno != EINTR) {
                return false;
            }
            bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
        }
        return descriptor_ >= 0;
    }
    bool sync() const { return descriptor_ >= 0 && ::fsync(descriptor_) == 0; }

  private:
    int descriptor_;
};

SendResult failed() {
    SendResult result;
    result.verdict = Verdict::relay_trouble;
    result.reason = Reason::relay;
    result.trouble = std::string("cannot write the mail folder: ") +
                     std::error_code(errno, std::generic_category()).message();
    return result;
}

}  // namespace

DirectoryTransport::DirectoryTransport(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
}

SendResult DirectoryTransport::deliver(const Envelope& envelope, std::string_view bytes,
                                       DeliveryObserver& observer, std::stop_token stop) {
    SendResult given_up;
    given_up.verdict = Verdict::given_up;
    for (const Phase phase : {Phase::connect, Phase::envelope, Phase::body}) {
        if (observer.reached(phase) == Proceed::stop || stop.stop_requested()) {
            return given_up;
        }
    }
    const std::string name = file_name(envelope, bytes);
    const auto half = folder_ / (name + ".part");
    if (const File file(half, O_WRONLY | O_CREAT | O_TRUNC); !file.write(bytes) || !file.sync()) {
        return failed();
    }
    if (observer.reached(Phase::eod) == Proceed::stop) {
        ::unlink(half.c_str());
        return given_up;
    }
    if (::rename(half.c_str(), (folder_ / name).c_str()) != 0) {
        return failed();
    }
    File(folder_, O_RDONLY | O_DIRECTORY).sync();
    observer.reached(Phase::done);
    SendResult result;
    result.verdict = Verdict::accepted;
    result.remote_id = name;
    return result;
}

}  // namespace mail
