// Writes lines of comma-separated values (RFC 4180) that a spreadsheet does not run.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace workflows::text {

/// A spreadsheet takes a cell that begins with = + - or @ for a formula and runs it. An export puts
/// an apostrophe before such a cell, and an import takes exactly that one away. Texts that begin
/// with apostrophes and then one of these get one more, so that every text comes back as it was.
std::string with_guard(std::string text);
std::string without_guard(std::string text);

/// One line with its line feed, each cell guarded, and quoted where it must be.
std::string csv_line(std::initializer_list<std::string_view> cells);
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace workflows::text
