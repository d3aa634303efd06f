// The addresses of this room.
#pragma once

#include <span>

#include "server/web/route.hpp"

namespace server::timetable {

std::span<const web::Route> routes();

}  // namespace server::timetable
