// Where the server listens and what people type to reach it, read from what an operator wrote.
#pragma once

#include <string>

#include "server/base/config.hpp"
#include "workflows/core/result.hpp"

namespace server::base {

/// "127.0.0.1:8080" or "[::1]:8080" into the config, and the base address from it when none is set.
/// Port 0 is any free one. Error: invalid, with the form to use.
workflows::Result<void> set_listen(Config& config, const std::string& listen);

/// "https://boards.example.gov.uk" out of what was written: without a slash at its end and without
/// the scheme's own port, which browsers leave out of Host. Error: invalid for another scheme, a
/// path, a query, a user name or no host.
workflows::Result<std::string> read_base_url(const std::string& text);

}  // namespace server::base
