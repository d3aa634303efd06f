#include "db/document_store.hpp"

#include <algorithm>
#include <stdexcept>

#include "db/files.hpp"
#include "db/sha256.hpp"
#include "db/words.hpp"

namespace db {
namespace {

namespace fs = std::filesystem;
using workflows::Error;
using workflows::Result;

constexpr std::size_t folder_length = 2;

void create_private(const fs::path& directory) {
    if (!fs::create_directory(directory)) return;
    fs::permissions(directory, fs::perms::owner_all);
    sync_directory(directory.parent_path());
}

Error missing() {
    return workflows::not_found(words::paper_file_missing);
}

Error damaged() {
    return workflows::refused(words::paper_file_damaged);
}

}  // namespace

DocumentStore::DocumentStore(const fs::path& directory) : papers_(directory / "papers") {
    create_private(papers_);
}

StoredDocument DocumentStore::put(const fs::path& temporary) const {
    StoredDocument document{sha256_of_file(temporary),
                            static_cast<long long>(fs::file_size(temporary))};
    File(temporary, File::Mode::read).sync();
    const auto target = path_of(document.sha256);
    create_private(target.parent_path());
    // Over a file of the same hash too: were that one damaged, it is whole again.
    fs::permissions(temporary, fs::perms::owner_read | fs::perms::owner_write);
    fs::rename(temporary, target);
    sync_directory(target.parent_path());
    return document;
}

fs::path DocumentStore::path_of(const std::string& sha256) const {
    if (!is_sha256_hex(sha256)) throw std::invalid_argument("not a SHA-256: " + sha256);
    return papers_ / sha256.substr(0, folder_length) / sha256.substr(folder_length);
}

Result<std::string> DocumentStore::read(const std::string& sha256) const {
    const auto path = path_of(sha256);
    if (!fs::exists(path)) return missing();
    File file(path, File::Mode::read);
    std::string all;
    for (auto bytes = file.read(file_chunk_bytes); !bytes.empty();
         bytes = file.read(file_chunk_bytes))
        all += bytes;
    if (sha256_hex(all) != sha256) return damaged();
    return all;
}

Result<void> DocumentStore::verify(const std::string& sha256) const {
    const auto path = path_of(sha256);
    if (!fs::exists(path)) return missing();
    if (sha256_of_file(path) != sha256) return damaged();
    return {};
}

std::vector<std::string> DocumentStore::list() const {
    std::vector<std::string> hashes;
    for (const auto& folder : fs::directory_iterator(papers_)) {
        if (!folder.is_directory()) continue;
        for (const auto& file : fs::directory_iterator(folder)) {
            auto name = folder.path().filename().string() + file.path().filename().string();
            if (is_sha256_hex(name)) hashes.push_back(std::move(name));
        }
    }
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

}  // namespace db
