#include "server/base/temporary_file.hpp"

namespace server::base {

namespace fs = std::filesystem;

TemporaryFile::TemporaryFile(const fs::path& data_directory, const std::string& name)
    : path_(data_directory / "work" / name) {
    if (fs::create_directory(path_.parent_path()))
        fs::permissions(path_.parent_path(), fs::perms::owner_all);
}

TemporaryFile::~TemporaryFile() {
    std::error_code gone;
    fs::remove(path_, gone);
}

void remove_stale_work(const fs::path& data_directory) {
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(data_directory / "work", missing))
        fs::remove_all(entry.path());
}

}  // namespace server::base
