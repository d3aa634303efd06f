// Rows of the county's CSV files for tests: quoted fields, one header row, no line breaks in
// fields.
#pragma once

#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace csv_rows {

using Row = std::map<std::string, std::string>;

inline std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> out(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            out.emplace_back();
        } else if (c != '\r') {
            out.back() += c;
        }
    }
    return out;
}

/// `name` is a file of db/demo/oxfordshire.
inline std::vector<Row> read(const std::string& name) {
    std::ifstream file(SHIREMOOT_SOURCE_DIR "/db/demo/oxfordshire/" + name);
    if (!file) throw std::runtime_error("cannot read " + name);
    std::string line;
    std::getline(file, line);
    const auto header = fields(line);
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        const auto values = fields(line);
        Row row;
        for (std::size_t i = 0; i < header.size(); ++i)
            row[header[i]] = values.at(i);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace csv_rows
