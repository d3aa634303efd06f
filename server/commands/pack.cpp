// pack build.
#include <fstream>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/actions/build_pack.hpp"
#include "server/commands/commands.hpp"

namespace server::commands {
