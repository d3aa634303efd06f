// What the county looks like after the story, counted from its data.
#pragma once

#include <filesystem>
#include <ostream>
#include <string_view>
#include <vector>

#include "server/demo/story.hpp"

namespace server::demo {

/// Where something lies for the reader to look at.
struct Place {
    std::string_view what;
    std::filesystem::path path;
};

/// The places come last, a line for each.
void print_summary(Stage& stage, const Story& story, const std::vector<Place>& places,
                   std::ostream& out);

}  // namespace server::demo
