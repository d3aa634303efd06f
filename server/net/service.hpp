// What all coroutines of one server share, and one connection. Everything here belongs to the io
// thread, which is why nothing is locked; the exceptions say so.
#pragma once

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "server/net/http_server.hpp"
#include "server/net/proxies.hpp"

namespace server::net {

namespace asio = boost::asio;

/// For reads and writes: the end of a connection is no exception.
inline constexpr auto use_result = asio::as_tuple(asio::use_awaitable);

class Service;

/// A number that is written by the io thread and read by any.
class Counter {
  public:
    void add(std::uint64_t one = 1) { value_.fetch_add(one, std::memory_order_relaxed); }
    void subtract() { value_.fetch_sub(1, std::memory_order_relaxed); }
    std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

  private:
    std::atomic<std::uint64_t> value_{0};
};

/// Counts itself in while it lives.
class Taken {
  public:
    explicit Taken(int& count) : count_(count) { ++count_; }
    ~Taken() { --count_; }
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;

  private:
    int& count_;
};

/// One client's connection, kept in the frame of its coroutine; known to the service while it
/// lives.
struct Connection {
    Connection(Service* owner, asio::ip::tcp::socket socket, asio::ip::address address);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Service* const service;
    const asio::ip::address peer;
    boost::beast::tcp_stream stream;
    boost::beast::flat_buffer received;  // bytes not used yet; pipelined requests wait here
    std::string head;                    // of the answer, kept for its capacity
    bool idle = true;                    // between requests, with nothing received
    bool served_before = false;
};

class Service {
  public:
    Service(NetConfig settings, Callbacks functions);

    void log(LogLevel level, const std::string& message) const;  // any thread

    /// Binds and listens. Throws std::runtime_error with words.
    void open();

    bool has_free_slot() const { return connections_.size() < connections_max_; }
    bool may_connect(const asio::ip::address& peer) const;
    /// `client` is Request::client_address.
    bool has_upload_slot(const std::string& client) const;
    void enter(Connection* connection);
    void leave(Connection* connection);

    /// Stops accepting, closes idle connections, and cuts the rest when the time is over.
    void begin_drain();
    void cut();
    void watch_signals();

    /// The Date line of this second, or empty.
    const std::string& date_line();

    const NetConfig config;
    const Callbacks callbacks;
    const TrustedProxies proxies;
    std::vector<std::string> allowed_hosts;
    std::uint16_t port = 0;
    int requests_waiting = 0;
    bool draining = false;
    std::atomic<bool> was_cut = false;  // read by workers: what still waits is not begun

    Counter accepted, requests, refused, overloaded, timed_out, turned_away, open_now;

  private:
    friend class UploadSlot;
    void end_drain();
    void wait_for_signal();

    std::size_t connections_max_ = 1;
    std::unordered_set<Connection*> connections_;
    std::unordered_map<std::string, std::size_t> connections_by_group_;
    int uploads_now_ = 0;
    std::unordered_map<std::string, int> uploads_by_group_;
    std::chrono::sys_seconds date_second_{};
    std::string date_line_;

  public:
    // Last, so that they go first: coroutines that never ended refer to all of the above.
    asio::io_context io{1};
    asio::ip::tcp::acceptor acceptor{io};
    asio::steady_timer slot_freed{io};
    asio::steady_timer drain_deadline{io};
    asio::signal_set signals{io};
    asio::thread_pool workers;
};

/// Counts an upload in while it lives, for its client and for the server.
class UploadSlot {
  public:
    UploadSlot(Service& service, const std::string& client);
    ~UploadSlot();
    UploadSlot(const UploadSlot&) = delete;
    UploadSlot& operator=(const UploadSlot&) = delete;

  private:
    Service& service_;
    const std::string group_;
};

/// Accepts until draining begins.
asio::awaitable<void> accept_connections(Service* service);

/// One connection, from its first request to its last.
asio::awaitable<void> serve_connection(Service* service, asio::ip::tcp::socket socket,
                                       asio::ip::address peer);

/// Logs how a coroutine ended when it ended by an exception: the barrier of each connection.
struct LogFailure {
    Service* service;
    void operator()(std::exception_ptr failure) const;
};

}  // namespace server::net
