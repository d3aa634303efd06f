// How the time of a meeting is said.
#pragma once

#include <string>

#include "workflows/core/planned_date.hpp"

namespace workflows {

/// "Thursday 22 November 2018, 2pm"; without a day the words of its date alone.
std::string start_words(const PlannedDate& date, TimeOfDay starts);

}  // namespace workflows
