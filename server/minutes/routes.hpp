// The addresses of this room.
#pragma once

#include <span>

#include "server/web/route.hpp"

namespace server::minutes {

std::span<const web::Route> routes();

}  // namespace server::minutes
