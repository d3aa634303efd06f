#include "db/tar.hpp"

#include <array>
#include <cstring>
#include <numeric>
#include <stdexcept>
#include <string_view>

#include "db/words.hpp"

namespace db {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t block_bytes = 512;
using Block = std::array<char, block_bytes>;

// Offset and length of the header's fields that we use; numbers are octal text.
struct Part {
    std::size_t offset;
    std::size_t length;
};
constexpr Part name_part{0, 100};
constexpr Part mode_part{100, 8};
constexpr Part owner_part{108, 8};
constexpr Part group_part{116, 8};
constexpr Part size_part{124, 12};
constexpr Part time_part{136, 12};
constexpr Part checksum_part{148, 8};
constexpr std::size_t type_offset = 156;
constexpr Part magic_part{257, 8};
constexpr std::string_view magic{
    "ustar\0"
    "00",
    8};
constexpr unsigned long long file_bytes_max = (1ULL << 33U) - 1;

[[noreturn]] void damaged(const std::string& what) {
    throw std::runtime_error(words::archive_damaged(what));
}

void put_text(Block& block, Part part, std::string_view text) {
    std::memcpy(block.data() + part.offset, text.data(), std::min(text.size(), part.length));
}

void put_number(Block& block, Part part, unsigned long long number) {
    for (std::size_t i = part.length - 1; i > 0; --i, number /= 8)
        block[part.offset + i - 1] = static_cast<char>('0' + number % 8);
}

unsigned long long get_number(const Block& block, Part part) {
    unsigned long long number = 0;
    for (std::size_t i = 0; i + 1 < part.length; ++i) {
        const char digit = block[part.offset + i];
        if (digit < '0' || digit > '7') damaged("a header holds no number");
        number = number * 8 + static_cast<unsigned long long>(digit - '0');
    }
    return number;
}

// The sum of all bytes, those of the checksum taken as blanks.
unsigned long long checksum(Block block) {
    put_text(block, checksum_part, "        ");
    return std::accumulate(block.begin(), block.end(), 0ULL, [](unsigned long long sum, char c) {
        return sum + static_cast<unsigned char>(c);
    });
}

Block header(const std::string& name, unsigned long long size) {
    Block block{};
    put_text(block, name_part, name);
    put_number(block, mode_part, 0600);
    put_number(block, owner_part, 0);
    put_number(block, group_part, 0);
    put_number(block, size_part, size);
    put_number(block, time_part, 0);
    block[type_offset] = '0';
    put_text(block, magic_part, magic);
    const auto sum = checksum(block);
    put_text(block, checksum_part, "        ");
    put_number(block, {checksum_part.offset, checksum_part.length - 1}, sum);
    block[checksum_part.offset + checksum_part.length - 2] = '\0';
    return block;
}

std::size_t padding(unsigned long long size) {
    return static_cast<std::size_t>((block_bytes - size % block_bytes) % block_bytes);
}

// Reads whole blocks, so that an archive cut short is noticed.
class Blocks {
  public:
    explicit Blocks(const fs::path& archive) : file_(archive, File::Mode::read) {}

    Block next() {
        Block block{};
        for (std::size_t have = 0; have < block_bytes;) {
            const auto bytes = file_.read(block_bytes - have);
            if (bytes.empty()) damaged("it ends too early");
            std::memcpy(block.data() + have, bytes.data(), bytes.size());
            have += bytes.size();
        }
        return block;
    }

  private:
    File file_;
};

std::string name_of(const Block& block) {
    std::string name(block.data(), strnlen(block.data(), name_part.length));
    const fs::path path(name);
    bool inside = !name.empty() && path.is_relative();
    for (const auto& part : path)
        inside = inside && part != "..";
    if (!inside) damaged("the name \"" + name + "\" leads out of it");
    return name;
}

void check_header(const Block& block) {
    // Six octal digits, a zero byte and a blank.
    const auto sum = get_number(block, {checksum_part.offset, checksum_part.length - 1});
    if (sum != checksum(block)) damaged("a header's sum is wrong");
}

void unpack_file(Blocks& blocks, const fs::path& target, unsigned long long size) {
    fs::create_directories(target.parent_path());
    File file(target, File::Mode::create);
    for (auto left = size; left > 0;) {
        const auto block = blocks.next();
        const auto count = std::min<unsigned long long>(left, block_bytes);
        file.write({block.data(), static_cast<std::size_t>(count)});
        left -= count;
    }
    file.sync();
}

bool is_end(const Block& block) {
    return block == Block{};
}

}  // namespace

TarWriter::TarWriter(const fs::path& archive) : file_(archive, File::Mode::create) {}

void TarWriter::add(const std::string& name, const fs::path& path) {
    if (name.size() >= name_part.length) throw std::invalid_argument("name too long: " + name);
    const auto size = static_cast<unsigned long long>(fs::file_size(path));
    if (size > file_bytes_max) throw std::runtime_error("too large for an archive: " + name);
    const auto head = header(name, size);
    file_.write({head.data(), head.size()});
    File source(path, File::Mode::read);
    unsigned long long written = 0;
    for (auto bytes = source.read(file_chunk_bytes); !bytes.empty();
         bytes = source.read(file_chunk_bytes)) {
        file_.write(bytes);
        written += bytes.size();
    }
    if (written != size) throw std::runtime_error("the file changed while it was read: " + name);
    file_.write(std::string(padding(size), '\0'));
}

void TarWriter::finish() {
    file_.write(std::string(2 * block_bytes, '\0'));
    file_.sync();
}

void unpack_tar(const fs::path& archive, const fs::path& directory) {
    Blocks blocks(archive);
    for (auto block = blocks.next(); !is_end(block); block = blocks.next()) {
        check_header(block);
        const auto target = directory / name_of(block);
        if (block[type_offset] == '5')
            fs::create_directories(target);
        else if (block[type_offset] == '0' || block[type_offset] == '\0')
            unpack_file(blocks, target, get_number(block, size_part));
        else
            damaged("it holds something that is no plain file");
    }
}

}  // namespace db
