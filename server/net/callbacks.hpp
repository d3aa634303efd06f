// Calls what the owner of the server gave us; what it throws becomes an answer.
#pragma once

#include <cstdint>
#include <optional>

#include "server/net/service.hpp"

namespace server::net {

/// The handler's answer, or a 500 when it threw. Worker thread.
Response call_handler(const Service* service, Request request);

/// The fast path's answer if it has one, or a 500 when it threw.
std::optional<Response> ask_fast_path(const Service& service, const Request& request);

/// How many bytes of body this request may send; 0 when the callback threw.
std::uint64_t allowed_body_bytes(const Service& service, const Request& request, bool is_multipart);

}  // namespace server::net
