#include "server/base/temporary_data.hpp"

#include <stdlib.h>

#include <stdexcept>
#include <string>

namespace server::base {

TemporaryData::TemporaryData() {
    auto name = (std::filesystem::temp_directory_path() / "shiremoot-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    path_ = name;
}

TemporaryData::~TemporaryData() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace server::base
