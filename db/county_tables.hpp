// What of the database is the county, and travels with `export` and `import json`.
#pragma once

#include <span>
#include <string_view>

namespace db {

struct CountyTable {
    std::string_view name;
    std::string_view left_out = {};  // why it stays behind; empty: it travels
};

/// Every table of the schema, once; tests/db/county_json_test.cpp names one that is missing.
std::span<const CountyTable> county_tables();

}  // namespace db
