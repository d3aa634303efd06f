// How a viewer stands to what this room holds: rows of site/subjects.
#pragma once

#include <span>

#include "server/web/site.hpp"

namespace server::polls {

std::span<const web::SubjectKind> subjects();

}  // namespace server::polls
