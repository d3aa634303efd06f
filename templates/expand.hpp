// Puts partials where their tags stand, once at start, so that no render parses one again.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "templates/scan.hpp"

namespace templates {

inline constexpr std::string_view partial_folder = "partials/";

using ScannedTemplates = std::map<std::string, std::vector<Piece>, std::less<>>;

// The pieces of `name`, which must be in `scanned`, without partials and with neighbouring
// literals joined. Throws TemplateError for a partial that is missing or includes itself, and
// when the whole becomes too large or nests too deep (templates/store.hpp has the limits).
std::vector<Piece> expand_partials(const ScannedTemplates& scanned, std::string_view name);

// Throws TemplateError "NAME.mustache:LINE: REASON".
[[noreturn]] void fail_template(std::string_view name, std::size_t line, const std::string& reason);

}  // namespace templates
