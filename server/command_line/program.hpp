// Chooses the command and where it runs: here, or in the server that has the data open.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "server/command_line/options.hpp"

namespace server::command_line {

/// `shiremoot demo`, which stands above this room.
using Demonstration = Exit (*)(const Options&, std::ostream& out, std::ostream& err);

/// Throws std::exception for what no user's input caused.
Exit run_program(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
                 Demonstration demonstration);

}  // namespace server::command_line
