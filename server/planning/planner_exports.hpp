// The year planner as data, and what its picture is drawn from.
#pragma once

#include <string>

#include "server/planning/planner_queries.hpp"
#include "templates/figures/density_strip.hpp"

namespace server::planning {

/// board,date,state,kind,held_in,shape,clash,meeting (RFC 4180); clash is empty without the right.
std::string planner_csv(const Planner& planner);
/// {"year":2019,"holidays":[{"date","name"}],"meetings":[{…}]}
std::string planner_json(const Planner& planner);

templates::figures::DensityStrip planner_strip(const Planner& planner);

}  // namespace server::planning
