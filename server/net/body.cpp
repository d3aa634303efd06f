// Bodies are read piece by piece under two deadlines: silence, and an average that is too slow.
#include "server/net/body.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/error.hpp>
#include <chrono>
#include <cstring>

#include "server/net/offload.hpp"

namespace server::net {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

// One step of growing a block.
constexpr std::size_t body_read_bytes = 64 * 1024;

class Pace {
  public:
    explicit Pace(const Timeouts& timeouts)
        : timeouts_(timeouts), start_(std::chrono::steady_clock::now()) {}

    void received(std::size_t bytes) { bytes_ += bytes; }
    SteadyTime deadline() const {
        const std::chrono::milliseconds earned(bytes_ * 1000 /
                                               base::limits::body_bytes_per_second_min);
        return std::min(std::chrono::steady_clock::now() + timeouts_.body,
                        start_ + timeouts_.body_grace + earned);
    }

  private:
    const Timeouts timeouts_;
    const SteadyTime start_;
    std::uint64_t bytes_ = 0;
};

BodyEnd end_of(const boost::system::error_code& error) {
    return error == boost::beast::error::timeout ? BodyEnd::too_slow : BodyEnd::gone;
}

// What came in one packet with the head.
void take_received(Connection* connection, std::string& block, std::size_t bytes) {
    const auto data = connection->received.data();
    const std::size_t taken = std::min(bytes, data.size());
    block.append(static_cast<const char*>(data.data()), taken);
    connection->received.consume(taken);
}

asio::awaitable<MemoryBody> read_block(Connection* connection, std::shared_ptr<Pace> pace,
                                       std::size_t bytes) {
    MemoryBody block;
    take_received(connection, block.text, bytes);
    pace->received(block.text.size());
    while (block.text.size() < bytes) {
        const std::size_t had = block.text.size();
        block.text.resize(had + std::min(bytes - had, body_read_bytes));
        connection->stream.expires_at(pace->deadline());
        const auto space = asio::buffer(block.text.data() + had, block.text.size() - had);
        const auto [error, got] = co_await connection->stream.async_read_some(space, use_result);
        block.text.resize(had + got);
        pace->received(got);
        if (error) {
            block.end = end_of(error);
            co_return block;
        }
    }
    block.end = BodyEnd::complete;
    co_return block;
}

}  // namespace

asio::awaitable<bool> invite_body(Connection* connection) {
    // A client that sent its body without waiting needs no invitation.
    if (connection->received.size() > 0) co_return true;
    constexpr std::string_view invitation = "HTTP/1.1 100 Continue\r\n\r\n";
    connection->stream.expires_after(connection->service->config.timeouts.write);
    const auto bytes = asio::buffer(invitation.data(), invitation.size());
    const auto [error, written] = co_await asio::async_write(connection->stream, bytes, use_result);
    co_return !error && written == invitation.size();
}

asio::awaitable<MemoryBody> read_body(Connection* connection, std::uint64_t length) {
    auto pace = std::make_shared<Pace>(connection->service->config.timeouts);
    const auto bytes = static_cast<std::size_t>(length);
    MemoryBody body = co_await read_block(connection, pace, bytes);
    co_return body;
}

asio::awaitable<SpooledBody> spool_body(Connection* connection, std::uint64_t length) {
    Service* service = connection->service;
    auto pace = std::make_shared<Pace>(service->config.timeouts);
    SpooledBody body;
    body.spool = co_await offload(service->workers, open_spool, service->config.spool_directory);
    bool written = body.spool->is_open();
    for (std::uint64_t left = length; written && left > 0;) {
        const auto bytes = static_cast<std::size_t>(
            std::min<std::uint64_t>(left, base::limits::transfer_chunk_bytes));
        MemoryBody block = co_await read_block(connection, pace, bytes);
        if (block.end != BodyEnd::complete) {
            body.end = block.end;
            co_return body;
        }
        left -= bytes;
        written =
            co_await offload(service->workers, append_to_spool, body.spool, std::move(block.text));
    }
    if (written) written = co_await offload(service->workers, finish_spool, body.spool);
    body.end = written ? BodyEnd::complete : BodyEnd::disk_full;
    co_return body;
}

}  // namespace server::net
