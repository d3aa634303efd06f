// What the demonstration's banner offers and says: people, and the day it is.
#pragma once

#include <string>
#include <vector>

#include "server/web/context.hpp"
#include "templates/form_fields.hpp"
#include "workflows/core/date.hpp"

namespace server::web {

/// One post of each kind that the story needs, and the public.
std::vector<templates::Choice> demo_people(const Context& context);
/// "In this demonstration it is Friday 16 November 2018; mail carries the real date."
std::string demo_day_words(workflows::Instant now);

}  // namespace server::web
