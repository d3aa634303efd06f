// The reports of the timetable in the forward plan: each at its meeting, or in its season while it
// has none.
#pragma once

#include <vector>

#include "server/forward_plan/forward_plan_queries.hpp"

namespace server::forward_plan {

/// Open to anybody, as the timetable is. Reports that are dealt with, waived or of a season that is
/// over are left out; those of the year before that are still open are not.
std::vector<ForwardEntry> forward_reports(const base::App& app, db::ReadTx& tx,
                                          const PlanSpan& span, const PlanFilter& filter = {});

}  // namespace server::forward_plan
