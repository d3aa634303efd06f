// Shapes of co_await that g++ 12 compiles into a double free, found in the text.
#pragma once

#include <vector>

#include "tests/tidy/statements.hpp"

namespace tidy {

/// g++ 12.2 destroys twice a lambda with captures or a braced temporary that lives across a
/// co_await, and does not compile a braced list there at all. Name it first, then move the name.
inline std::vector<Finding> find_bad_awaits(const SourceText& source) {
    std::vector<Finding> findings;
    for (const Statement& statement : read_statements(source).statements) {
        if (statement.awaits == 0) {
            continue;
        }
        auto report = [&](const char* message) {
            findings.push_back({source.path, line_of(source.code, statement.at), message});
        };
        if (statement.awaits > 1) {
            report("two co_await in one statement: write two statements");
        }
        if (statement.capturing_lambda) {
            report("a lambda with captures beside co_await: name it first, then std::move it");
        }
        if (statement.braced_value) {
            report("a braced value beside co_await: name it first, then std::move it");
        }
    }
    return findings;
}

}  // namespace tidy
