// The addresses of this room.
#pragma once

#include <span>

#include "server/web/route.hpp"

namespace server::forward_plan {

std::span<const web::Route> routes();

}  // namespace server::forward_plan
