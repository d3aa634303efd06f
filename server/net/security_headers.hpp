// The strict headers of every answer, in one table.
#pragma once

#include <string>
#include <string_view>

#include "server/net/request.hpp"

namespace server::net {

enum class Channel { plain, secure };

/// For text/html and image/svg+xml: no inline script or style, nothing from elsewhere, no framing.
/// Not for application/pdf: the browsers' own viewers break under a policy.
extern const std::string_view content_security_policy;

/// Appends "Name: value\r\n" of each strict header that fits the content type and the channel and
/// that the response does not carry itself: Content-Security-Policy, Referrer-Policy,
/// X-Content-Type-Options, Cross-Origin-Opener-Policy, Cross-Origin-Resource-Policy,
/// Permissions-Policy, and on a secure channel Strict-Transport-Security (RFC 6797, 7.2 forbids it
/// on a plain one). Caching is left to the handler. Any thread.
void append_security_headers(std::string& head, const Response& response, Channel channel);

}  // namespace server::net
