// One loop per connection: head, gate, body, handler, answer; then the next request.
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/error.hpp>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>

#include "server/net/answer.hpp"
#include "server/net/body.hpp"
#include "server/net/callbacks.hpp"
#include "server/net/offload.hpp"
#include "server/net/service.hpp"
#include "server/net/spool.hpp"
#include "server/net/wire_gate.hpp"
#include "server/net/words.hpp"

namespace server::net {

namespace {

// One read of a head; most heads come in one.
constexpr std::size_t head_read_bytes = 4096;

std::string_view received_text(const Connection* connection) {
    const auto data = connection->received.data();
    return {static_cast<const char*>(data.data()), data.size()};
}

// A new connection has as long to say something as a head has to arrive.
std::chrono::milliseconds silence_allowed(const Connection* connection) {
    const Timeouts& timeouts = connection->service->config.timeouts;
    return connection->served_before ? timeouts.idle : timeouts.head;
}

// Waits for a whole head. Nothing: the client is gone or was silent. Refused: what to answer.
asio::awaitable<std::optional<Gated<std::size_t>>> receive_head(Connection* connection) {
    Service* service = connection->service;
    HeadScanner scanner;
    connection->idle = connection->received.size() == 0;
    auto deadline =
        std::chrono::steady_clock::now() +
        (connection->idle ? silence_allowed(connection) : service->config.timeouts.head);
    for (;;) {
        const Gated<std::size_t> size = scanner.scan(received_text(connection));
        if (!size || *size > 0) co_return size;
        if (connection->idle && service->draining) co_return std::nullopt;
        connection->stream.expires_at(deadline);
        const auto space = connection->received.prepare(head_read_bytes);
        const auto [error, bytes] = co_await connection->stream.async_read_some(space, use_result);
        connection->received.commit(bytes);
        // tcp_stream has closed the socket then: a slow client gets no answer.
        if (error == boost::beast::error::timeout) service->timed_out.add();
        if (error) co_return std::nullopt;
        if (connection->idle)
            deadline = std::chrono::steady_clock::now() + service->config.timeouts.head;
        connection->idle = false;
    }
}

// The rest of the request goes into head->request.
asio::awaitable<BodyEnd> receive_body(Connection* connection, Head* head,
                                      std::shared_ptr<SpoolFile>* spool) {
    if (head->expects == Expects::continue_100) {
        const bool invited = co_await invite_body(connection);
        if (!invited) co_return BodyEnd::gone;
    }
    if (head->is_multipart) {
        SpooledBody body = co_await spool_body(connection, head->content_length);
        head->request.body_file = body.spool->path();
        *spool = std::move(body.spool);
        co_return body.end;
    }
    MemoryBody body = co_await read_body(connection, head->content_length);
    head->request.body = std::move(body.text);
    co_return body.end;
}

constexpr Refusal too_large(413, words::what_you_sent_is_too_large);

constexpr Refusal busy(503, words::the_service_is_busy_try_again);

// What forbids the body before a byte of it is read, as far as this thread can tell.
std::optional<Refusal> check_bounds(const Service& service, const Head& head) {
    const Bounds& bounds = service.config.bounds;
    const auto most = head.is_multipart ? bounds.upload_bytes_max : bounds.body_bytes_max;
    if (head.content_length > most) return too_large;
    if (head.is_multipart && service.config.spool_directory.empty())
        return Refusal(413, words::this_server_does_not_accept_uploads);
    return std::nullopt;
}

// Asks the owner, who may look into the database, about an upload.
asio::awaitable<std::optional<Refusal>> check_upload(Service* service, const Head* head) {
    if (!service->callbacks.upload_allowance) co_return std::nullopt;
    if (service->requests_waiting >= service->config.bounds.requests_waiting_max) {
        service->overloaded.add();
        co_return busy;
    }
    const Taken taken(service->requests_waiting);
    const Service* reader = service;
    auto request = std::make_shared<const Request>(head->request);
    const std::uint64_t most =
        co_await offload(service->workers, allowed_upload_bytes, reader, std::move(request));
    if (head->content_length > most) co_return too_large;
    co_return std::nullopt;
}

// Only for uploads that the owner has admitted: strangers must not keep others from a slot.
std::optional<Refusal> take_slot(Service& service, const Head& head,
                                 std::optional<UploadSlot>& slot) {
    if (!service.has_upload_slot(head.request.client_address))
        return Refusal(503, words::too_many_uploads_at_once_try);
    slot.emplace(service, head.request.client_address);
    return std::nullopt;
}

asio::awaitable<Response> make_response(Service* service, Request request) {
    std::optional<Response> fast = ask_fast_path(*service, request);
    if (fast) co_return std::move(*fast);
    if (service->requests_waiting >= service->config.bounds.requests_waiting_max) {
        service->overloaded.add();
        co_return overloaded_response();
    }
    const Taken taken(service->requests_waiting);
    const Service* reader = service;
    Response response =
        co_await offload(service->workers, call_handler, reader, std::move(request));
    co_return response;
}

// Whether the whole request is here; if not, all is said that there was to say.
asio::awaitable<bool> receive_rest(Connection* connection, Head* head,
                                   std::shared_ptr<SpoolFile>* spool,
                                   std::optional<UploadSlot>* slot) {
    if (head->content_length == 0) co_return true;
    Service* service = connection->service;
    std::optional<Refusal> refusal = check_bounds(*service, *head);
    if (!refusal && head->is_multipart) {
        refusal = co_await check_upload(service, head);
        if (!refusal) refusal = take_slot(*service, *head, *slot);
    }
    BodyEnd end = BodyEnd::gone;
    if (!refusal) end = co_await receive_body(connection, head, spool);
    if (end == BodyEnd::too_slow) service->timed_out.add();
    if (end == BodyEnd::disk_full) {
        service->log(LogLevel::error, "cannot write an upload to the spool directory");
        refusal = Refusal(507, words::there_is_not_enough_space);
        co_await offload(service->workers, remove_spool, std::move(*spool));
    }
    // The client may take seconds to hear a refusal: others need the slot meanwhile.
    if (refusal) {
        slot->reset();
        co_await refuse(connection, *refusal);
    }
    co_return end == BodyEnd::complete;
}

// True when the connection can take another request.
asio::awaitable<bool> answer_request(Connection* connection, Head head) {
    Service* service = connection->service;
    set_client(head.request, connection->peer, service->proxies);
    // Counted until the file is gone, or the disk could fill with uploads that wait for a worker.
    std::optional<UploadSlot> upload;
    std::shared_ptr<SpoolFile> spool;
    const bool whole = co_await receive_rest(connection, &head, &spool, &upload);
    if (!whole) co_return false;
    service->requests.add();
    AnswerMode mode;
    mode.without_body = head.is_head_method;
    mode.keep_alive = head.keep_alive;
    mode.channel = head.request.secure ? Channel::secure : Channel::plain;
    Response response = co_await make_response(service, std::move(head.request));
    if (spool) co_await offload(service->workers, remove_spool, std::move(spool));
    const bool more = co_await send_response(connection, std::move(response), mode);
    co_return more;
}

// True when the connection can take another request.
asio::awaitable<bool> serve_request(Connection* connection) {
    std::optional<Gated<std::size_t>> size = co_await receive_head(connection);
    if (!size) co_return false;
    if (!*size) {
        co_await refuse(connection, size->error());
        co_return false;
    }
    Gated<Head> head = read_gated_head(received_text(connection).substr(0, **size),
                                       connection->service->allowed_hosts);
    connection->received.consume(**size);
    if (!head) {
        co_await refuse(connection, head.error());
        co_return false;
    }
    const bool more = co_await answer_request(connection, std::move(*head));
    co_return more;
}

}  // namespace

asio::awaitable<void> serve_connection(Service* service, asio::ip::tcp::socket socket,
                                       asio::ip::address peer) {
    Connection connection(service, std::move(socket), std::move(peer));
    bool more = true;
    while (more) {
        more = co_await serve_request(&connection);
        connection.served_before = true;
    }
}

}  // namespace server::net
