// The configuration file: one setting a line, under the names of the flags.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "workflows/core/result.hpp"

namespace server::command_line {

struct Setting {
    int line = 0;
    std::string name;   // as the flag, without its hyphens: "smtp-url"
    std::string value;  // without the quotes around it, if any
};

/// Lines of "name = value"; empty ones, those that begin with # or ; and the head "[serve]" say
/// nothing. Errors: not_found (the file cannot be read), invalid (a line of no such form), each
/// with the file and the line.
workflows::Result<std::vector<Setting>> read_settings_file(const std::filesystem::path& file);

}  // namespace server::command_line
