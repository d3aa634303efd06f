// Calls what the owner of the server gave us; what it throws becomes an answer.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "server/net/service.hpp"

namespace server::net {

/// The handler's answer, or a 500 when it threw. Worker thread.
Response call_handler(const Service* service, Request request);

/// The fast path's answer if it has one, or a 500 when it threw.
std::optional<Response> ask_fast_path(const Service& service, const Request& request);

/// How many bytes of multipart body this request may send; 0 when the callback threw. Worker
/// thread.
std::uint64_t allowed_upload_bytes(const Service* service, std::shared_ptr<const Request> request);

}  // namespace server::net
