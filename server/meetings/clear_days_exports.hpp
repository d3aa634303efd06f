// A count of clear days as JSON, for the command line and for programs.
#pragma once

#include <string>

#include "workflows/core/clear_days.hpp"

namespace server::meetings {

/// {"meeting":"2016-03-31","days":5,"profile":"va_working","latest_publication":"2016-03-21",
///  "counted":["2016-03-22",…],"skipped":[{"date":"2016-03-25","reason":"Good Friday"},…]}; asked
/// by the publication: "published", "treated_as" where it counts for a later day, and
/// "earliest_meeting" instead. Keys in that order, no spaces.
std::string clear_days_json(const workflows::ClearDays& answer);

}  // namespace server::meetings
