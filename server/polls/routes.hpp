// The addresses of this room.
#pragma once

#include <span>

#include "server/web/route.hpp"

namespace server::polls {

std::span<const web::Route> routes();

}  // namespace server::polls
