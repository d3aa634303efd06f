// The county that tests/fixtures/county_ff573da keeps, as a data directory of that program.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "db/document_store.hpp"
#include "db/session.hpp"

namespace tests {

inline std::filesystem::path county_ff573da() {
    return std::filesystem::path(SHIREMOOT_SOURCE_DIR) / "tests/fixtures/county_ff573da";
}

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Nothing of it is migrated yet.
inline void write_county_ff573da(const std::filesystem::path& directory) {
    db::Session session(directory / "shiremoot.db", db::Access::read_write);
    session.execute_script("PRAGMA foreign_keys = OFF; " +
                           bytes_of(county_ff573da() / "county.sql"));
    const db::DocumentStore papers(directory);
    for (const auto& paper : std::filesystem::directory_iterator(county_ff573da() / "papers")) {
        const auto copy = directory / "paper.pdf";
        std::filesystem::copy_file(paper.path(), copy);
        papers.put(copy);
    }
}

}  // namespace tests
