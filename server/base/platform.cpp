#include "server/base/platform.hpp"

#include <sodium.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace server::base {

workflows::Instant SystemClock::now() const {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

RandomIds::RandomIds() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
}

std::string RandomIds::id() {
    constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyz";  // no l, no o: read aloud
    constexpr std::string_view symbols = "abcdefghijkmnpqrstuvwxyz23456789";
    std::string id(12, ' ');
    id[0] = letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
    for (std::size_t i = 1; i < id.size(); ++i) {
        id[i] = symbols[randombytes_uniform(static_cast<std::uint32_t>(symbols.size()))];
    }
    return id;
}

std::string RandomIds::secret() {
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::string text(sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back();  // its terminating zero
    return text;
}

std::string RandomIds::code() {
    auto digits = std::to_string(randombytes_uniform(1'000'000));
    return std::string(6 - digits.size(), '0') + digits;
}

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
    if (value == nullptr) return std::nullopt;
    return std::string(value);
}

std::string boot_name() {
    std::ifstream stream("/proc/sys/kernel/random/boot_id");
    std::string name;
    std::getline(stream, name);
    return name;
}

}  // namespace server::base
