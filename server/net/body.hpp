// Reads the body of a request whose head passed the gate.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <memory>
#include <string>

#include "server/net/service.hpp"
#include "server/net/spool.hpp"

namespace server::net {

enum class BodyEnd {
    complete,
    gone,       // the client closed or the connection broke
    too_slow,   // under limits::body_bytes_per_second_min or silent for timeouts.body
    disk_full,  // the spool could not be written
};

struct MemoryBody {
    BodyEnd end = BodyEnd::gone;
    std::string text;
};

struct SpooledBody {
    BodyEnd end = BodyEnd::gone;
    std::shared_ptr<SpoolFile> spool;
};

/// Tells the client to go on, if it asked (RFC 9110, 10.1.1). False when the connection broke.
asio::awaitable<bool> invite_body(Connection* connection);

/// Memory grows with what arrives, not with what was announced.
asio::awaitable<MemoryBody> read_body(Connection* connection, std::uint64_t length);

/// The same into a temporary file, written by the workers.
asio::awaitable<SpooledBody> spool_body(Connection* connection, std::uint64_t length);

}  // namespace server::net
