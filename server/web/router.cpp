#include "server/web/router.hpp"

#include <vector>

namespace server::web {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1);  // its leading slash
        const auto end = path.find('/');
        segments.push_back(path.substr(0, end));
        if (end == std::string_view::npos) break;
        path.remove_prefix(end);
    }
    return segments;
}

bool match_segment(std::string_view pattern, std::string_view segment, PathParams& params) {
    if (pattern.empty() || pattern.front() != '{') return pattern == segment;
    const auto close = pattern.find('}');
    const auto suffix = pattern.substr(close + 1);
    if (segment.size() <= suffix.size() || !segment.ends_with(suffix)) return false;
    const auto value = segment.substr(0, segment.size() - suffix.size());
    if (suffix.empty() && value.find('.') != std::string_view::npos) return false;
    params.insert_or_assign(std::string(pattern.substr(1, close - 1)), std::string(value));
    return true;
}

std::optional<PathParams> match_pattern(std::string_view pattern,
                                        const std::vector<std::string_view>& segments) {
    const auto wanted = segments_of(pattern);
    if (wanted.size() != segments.size()) return std::nullopt;
    PathParams params;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!match_segment(wanted[i], segments[i], params)) return std::nullopt;
    }
    return params;
}

}  // namespace

const std::string& param(const PathParams& params, std::string_view name) {
    return params.find(name)->second;
}

std::optional<Match> match_route(std::span<const Route> table, Verb verb, std::string_view path) {
    const auto segments = segments_of(path);
    for (const Route& route : table) {
        if ((route.page != nullptr) != (verb == Verb::page)) continue;
        if (auto params = match_pattern(route.address.pattern, segments)) {
            return Match{&route, std::move(*params)};
        }
    }
    return std::nullopt;
}

}  // namespace server::web
