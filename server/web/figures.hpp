// A picture as an answer of its own.
#pragma once

#include <string>

#include "server/web/context.hpp"
#include "templates/figures/svg.hpp"

namespace server::web {

/// A picture as a file that a browser saves under `name`; `title` says what it shows.
net::Response svg_response(const Context& context, const templates::figures::Picture& picture,
                           const std::string& title, const std::string& name);

}  // namespace server::web
