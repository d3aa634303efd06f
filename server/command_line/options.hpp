// The command line: one declaration for flags, SHIREMOOT_… variables and the configuration file,
// which win in this order.
#pragma once

#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "server/base/config.hpp"

namespace server::command_line {

enum class Exit : int { ok = 0, failed = 1, usage = 2, not_found = 3, conflict = 4 };

/// What was asked for. Only the fields of the chosen command mean something.
struct Options {
    std::string command;  // "serve", "import csv", "explain clear-days", …
    base::Config config;
    std::string listen = "127.0.0.1:8080";
    bool json = false;
    bool dry_run = false;
    bool once = false;
    bool lint = false;                    // register: what is to be mended
    bool in_server = false;               // carried out by the running server
    std::filesystem::path path;           // DIR or FILE of import, export, backup, restore
    std::filesystem::path output;         // -o
    std::filesystem::path settings_file;  // --config; read by parse_options
    std::string email;
    std::string board;
    std::string date;
    std::string from;
    std::string to;
    std::string at;
    std::string meeting;
    std::string published;
    std::string profile = "va_working";
    std::string format = "md";
    std::string audience = "members";
    std::string name;  // a letter, a county, the id of a circulation
    std::string year;  // as typed
    long long number = 0;
    int days = -1;
};

struct ParsedOptions {
    std::optional<Options> options;  // nothing: leave with `exit`, all is said
    Exit exit = Exit::ok;
};

/// Reads the arguments (without the program's name). Relative paths are taken from `directory`.
/// Help goes to `out`, what is wrong to `err`.
ParsedOptions parse_options(const std::vector<std::string>& arguments,
                            const std::filesystem::path& directory, std::ostream& out,
                            std::ostream& err);

}  // namespace server::command_line
