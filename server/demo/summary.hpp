// What the county looks like after the story, counted from its data.
#pragma once

#include <ostream>

#include "server/demo/story.hpp"

namespace server::demo {

void print_summary(Stage& stage, const Story& story, std::ostream& out);

}  // namespace server::demo
