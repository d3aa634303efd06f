// `shiremoot demo`: a county in temporary data that plays the main job through its own pages.
#pragma once

#include <ostream>

#include "server/command_line/options.hpp"

namespace server {

/// Exit::ok only if the whole story held.
Exit run_demo(const Options& options, std::ostream& out, std::ostream& err);

}  // namespace server
