// What the rooms bring, joined: each file beside this one concatenates one kind of row.
#pragma once

#include <span>

#include "server/base/app.hpp"
#include "server/base/jobs.hpp"
#include "server/letters/deadlines.hpp"
#include "server/letters/link_types.hpp"
#include "server/web/site.hpp"

namespace server::site {

/// Literal segments are tried before parameters.
std::span<const web::Route> routes();
std::span<const web::SubjectKind> subjects();
std::span<const web::BeginningForm> boards_present();
std::span<const letters::LinkKind> links();
std::span<const letters::DutySource> deadlines();
std::span<const base::Job> jobs();
web::Followers followers();

/// New at each call: one for each App. `demo_routes`: what `shiremoot demo` adds.
base::Services services(std::span<const web::Route> demo_routes = {});

}  // namespace server::site
