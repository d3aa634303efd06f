// The decoding of queries and urlencoded bodies.
#pragma once

#include <string_view>

#include "server/net/request.hpp"
#include "workflows/core/result.hpp"

namespace server::net {

/// "a=1&b=2" decoded into pairs. Errors: invalid (bad percent-encoding, not UTF-8),
/// too_large (more than limits::form_fields_max fields).
workflows::Result<NameValues> parse_urlencoded(std::string_view text);

}  // namespace server::net
