// How a viewer stands to what this room holds: rows of site/subjects.
#pragma once

#include <span>

#include "server/web/site.hpp"

namespace server::papers {

std::span<const web::SubjectKind> subjects();

}  // namespace server::papers
