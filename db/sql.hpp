// A statement with a name, so that logs and tests can speak of it.
#pragma once

namespace db {

/// One SQL statement in the portable subset (docs/adr/0003): named parameters `:name`, bound in
/// the order of their first appearance; every column named.
struct Sql {
    const char* name;
    const char* text;
};

}  // namespace db
