// Turns a Response into the bytes in front of its body.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "server/net/request.hpp"
#include "server/net/security_headers.hpp"
#include "server/net/wire_gate.hpp"

namespace server::net {

enum class Persistence { keep_alive, close };

/// How the answer is framed, apart from what the handler decided.
struct Framing {
    Persistence persistence = Persistence::close;
    Channel channel = Channel::plain;
    std::uint64_t content_length = 0;
};

/// False when a header name is no token or a value holds a control character: such a response must
/// not be sent, since it could be two.
bool is_sendable(const Response& response);

/// True for statuses that have no body (RFC 9110, 15.3.5 and 15.4.5).
bool is_bodiless(int status);

/// Replaces `head` by status line, fields and the empty line. `date_line` is a whole Date line or
/// empty.
void write_head(std::string& head, const Response& response, const Framing& framing,
                const std::string& date_line);

/// "Date: Sun, 06 Nov 1994 08:49:37 GMT" and CRLF (RFC 9110, 5.6.7).
std::string format_date_line(std::chrono::system_clock::time_point now);

/// The plain-text answer to a refusal; it closes the connection.
Response refusal_response(const Refusal& refusal);

/// The answer when all workers are busy, with Retry-After.
Response overloaded_response();

/// The answer when a handler failed.
Response failure_response();

}  // namespace server::net
