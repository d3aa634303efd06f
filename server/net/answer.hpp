// Sends one response, and reads on for a moment after a refusal.
#pragma once

#include <boost/asio/awaitable.hpp>

#include "server/net/response_head.hpp"
#include "server/net/service.hpp"

namespace server::net {

/// What the request says about its answer.
struct AnswerMode {
    bool without_body = false;  // HEAD
    bool keep_alive = false;
    Channel channel = Channel::plain;
};

/// True when the connection can take another request. Head and first piece of the body leave in one
/// write; each piece has timeouts.write.
asio::awaitable<bool> send_response(Connection* connection, Response response, AnswerMode mode);

/// Sends a refusal, says that nothing follows, and throws away what still arrives for a moment:
/// closing over unread bytes would reset the connection and destroy the answer on its way.
asio::awaitable<void> refuse(Connection* connection, Refusal refusal);

}  // namespace server::net
