// The people that the demonstration's banner offers.
#pragma once

#include <vector>

#include "server/context.hpp"
#include "templates/form_fields.hpp"

namespace server {

/// One post of each kind that the story needs, and the public.
std::vector<templates::Choice> demo_people(const Context& context);

}  // namespace server
