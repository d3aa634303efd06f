// Head and body are written from where they are; no body is copied.
#include "server/net/answer.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <string_view>

#include "server/net/offload.hpp"
#include "server/net/spool.hpp"

namespace server::net {

namespace {

using Buffers = std::array<asio::const_buffer, 2>;

std::string_view body_of(const Response& response) {
    return response.shared_body ? std::string_view(*response.shared_body)
                                : std::string_view(response.body);
}

asio::awaitable<bool> write(Connection* connection, Buffers buffers) {
    connection->stream.expires_after(connection->service->config.timeouts.write);
    const auto [error, bytes] = co_await asio::async_write(connection->stream, buffers, use_result);
    if (error == boost::beast::error::timeout) connection->service->timed_out.add();
    co_return !error;
}

// The head is in connection->head.
asio::awaitable<bool> write_memory(Connection* connection, std::string_view body) {
    std::string_view head = connection->head;
    bool written = true;
    do {
        const std::string_view piece = body.substr(0, base::limits::transfer_chunk_bytes);
        body.remove_prefix(piece.size());
        const Buffers buffers{asio::buffer(head), asio::buffer(piece)};
        head = {};
        written = co_await write(connection, buffers);
    } while (written && !body.empty());
    co_return written;
}

asio::awaitable<bool> write_file(Connection* connection, std::shared_ptr<OutgoingFile> file) {
    std::string_view head = connection->head;
    for (std::uint64_t left = file->size; left > 0 || !head.empty();) {
        const auto bytes = static_cast<std::size_t>(
            std::min<std::uint64_t>(left, base::limits::transfer_chunk_bytes));
        const std::string block =
            co_await offload(connection->service->workers, read_outgoing, file, bytes);
        // Cut meanwhile: the length was announced, so the connection must end here.
        if (block.size() != bytes) co_return false;
        left -= bytes;
        const Buffers buffers{asio::buffer(head), asio::buffer(block)};
        head = {};
        const bool written = co_await write(connection, buffers);
        if (!written) co_return false;
    }
    co_return true;
}

asio::awaitable<void> linger(Connection* connection) {
    boost::system::error_code ignored;  // the client may be gone already
    connection->stream.socket().shutdown(asio::socket_base::shutdown_send, ignored);
    const auto deadline =
        std::chrono::steady_clock::now() + connection->service->config.timeouts.linger;
    connection->received.clear();
    for (std::size_t thrown_away = 0; thrown_away < base::limits::linger_bytes_max;) {
        connection->stream.expires_at(deadline);
        const auto space = connection->received.prepare(base::limits::head_bytes_max);
        const auto [error, bytes] = co_await connection->stream.async_read_some(space, use_result);
        if (error) break;
        thrown_away += bytes;
    }
}

}  // namespace

asio::awaitable<bool> send_response(Connection* connection, Response response, AnswerMode mode) {
    Service* service = connection->service;
    std::shared_ptr<OutgoingFile> file;
    if (!response.file.empty())
        file = co_await offload(service->workers, open_outgoing, response.file);
    const bool broken = !is_sendable(response) || (file && !file->file.is_open());
    if (broken) {
        service->log(LogLevel::error, "a response cannot be sent: bad header or missing file");
        file.reset();
        response = failure_response();
    }
    const std::string_view body = body_of(response);
    const bool keep = mode.keep_alive && !response.close_connection && !service->draining;
    const Framing framing{keep ? Persistence::keep_alive : Persistence::close, mode.channel,
                          file ? file->size : body.size()};
    write_head(connection->head, response, framing, service->date_line());
    const bool without_body = mode.without_body || is_bodiless(response.status);
    bool written = false;
    if (file && !without_body)
        written = co_await write_file(connection, file);
    else
        written = co_await write_memory(connection, without_body ? std::string_view() : body);
    co_return written&& keep;
}

asio::awaitable<void> refuse(Connection* connection, Refusal refusal) {
    connection->service->refused.add();
    connection->service->log(LogLevel::info, "refused " + std::to_string(refusal.status) + " to " +
                                                 connection->peer.to_string() + ": " +
                                                 std::string(refusal.words));
    Response response = refusal_response(refusal);
    const AnswerMode mode;
    co_await send_response(connection, std::move(response), mode);
    co_await linger(connection);
}

}  // namespace server::net
