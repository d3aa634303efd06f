// Finds the route of a path.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/web/route.hpp"

namespace server::web {

using PathParams = std::map<std::string, std::string, std::less<>>;

enum class Verb { page, post };

struct Match {
    const Route* route = nullptr;
    PathParams params;
};

/// The parameter of that name; it stands in the pattern of the route that matched.
const std::string& param(const PathParams& params, std::string_view name);

/// A pattern's segments match literally, as "{name}", or as "{name}.suffix". The first row of that
/// verb that matches wins, so literals stand above parameters in the table (site/routes sorts
/// them).
std::optional<Match> match_route(std::span<const Route> table, Verb verb, std::string_view path);

}  // namespace server::web
