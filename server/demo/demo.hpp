// `shiremoot demo`: a county in temporary data that plays the main job through its own pages.
#pragma once

#include <ostream>

#include "server/command_line/options.hpp"

namespace server::demo {

/// Exit::ok only if the whole story held.
command_line::Exit run_demo(const command_line::Options& options, std::ostream& out,
                            std::ostream& err);

}  // namespace server::demo
