// The reports of the forward plan as a picture, on its page and as a file.
#pragma once

#include <string>
#include <vector>

#include "server/forward_plan/forward_plan_queries.hpp"
#include "server/web/context.hpp"

namespace server::forward_plan {

/// What server::forward_plan() gave for `span`, filtered or not.
struct PlanAsked {
    const std::vector<ForwardEntry>& entries;
    PlanSpan span;
    workflows::Day today;
};

/// Markup for the page, whose tables have the facts and the links; empty without reports. `query`
/// is the filter of the page. Out of order is what the timetable finds so; what the filter hides
/// counts too.
std::string forward_plan_figure(const web::Context& context, const PlanAsked& asked,
                                const std::string& query);
net::Response forward_plan_svg(const web::Context& context, const PlanAsked& asked);

}  // namespace server::forward_plan
