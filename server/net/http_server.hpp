// The HTTP server: sockets, the wire gate, time-outs and workers behind four functions. No Beast
// here.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/base/limits.hpp"
#include "server/net/request.hpp"

namespace server::net {

struct Timeouts {
    std::chrono::milliseconds head = base::limits::head_time_max;
    std::chrono::milliseconds idle = base::limits::idle_time_max;
    std::chrono::milliseconds body = base::limits::body_time_max;
    std::chrono::milliseconds body_grace = base::limits::body_grace;
    std::chrono::milliseconds write = base::limits::write_time_max;
    std::chrono::milliseconds linger = base::limits::linger_time_max;
    std::chrono::milliseconds drain = base::limits::drain_time_max;
};

struct Bounds {
    std::uint64_t upload_bytes_max = base::limits::upload_bytes_max;
    std::uint64_t body_bytes_max = base::limits::body_bytes_max;
    int uploads_at_once_max = base::limits::uploads_at_once_max;
    int uploads_per_address_max = base::limits::uploads_per_address_max;
    int requests_waiting_max = base::limits::requests_waiting_max;
    std::size_t connections_max = base::limits::connections_max;
    std::size_t connections_per_address_max = base::limits::connections_per_address_max;
    std::size_t descriptors_reserved = base::limits::descriptors_reserved;
};

struct NetConfig {
    std::string address = "127.0.0.1";  // IPv4 or IPv6, no names
    std::uint16_t port = 0;             // 0: any free one, see port()

    /// What a Host field may say: "host" (with any port) or "host:port", any case. Empty: only the
    /// listen address with the port in use, and "localhost" with it. Refused ones get 421.
    std::vector<std::string> allowed_hosts;

    /// Addresses or networks ("10.0.0.0/8") whose X-Forwarded-For and X-Forwarded-Proto we believe;
    /// from all others these fields are as if not sent.
    std::vector<std::string> trusted_proxies;

    std::size_t workers = 4;
    std::filesystem::path spool_directory;  // for uploads; made by start() if missing
    Timeouts timeouts;
    Bounds bounds;

    /// For the Date field (RFC 9110, 6.6.1); empty: none is sent.
    std::function<std::chrono::system_clock::time_point()> now;
};

/// Called on worker threads, several at a time. What it throws is logged and answered with 500.
using Handler = std::function<Response(Request&&)>;

/// Called on the io thread before a worker is asked, for GET and HEAD; must not block. Nothing: ask
/// a worker. What it throws is logged and answered with 500.
using FastPath = std::function<std::optional<Response>(const Request&)>;

/// Called on a worker with the head alone of a request that announces a multipart body: how many
/// bytes of it may be sent, for example 0 for addresses that take no upload. More is answered with
/// 413 unread, and a throw counts as 0. Empty: the Bounds. Other bodies have the Bounds alone.
using UploadAllowance = std::function<std::uint64_t(const Request&)>;

enum class LogLevel { debug, info, warning, error };

/// Called from any thread; never with the address of a page or anything that a body holds.
using Log = std::function<void(LogLevel, const std::string&)>;

struct Callbacks {
    Handler handler;
    FastPath fast_path;                // may be empty
    UploadAllowance upload_allowance;  // may be empty
    Log log;                           // may be empty
};

/// Counts since start(), for /metrics.
struct Counts {
    std::uint64_t connections = 0;  // accepted
    std::uint64_t connections_open = 0;
    std::uint64_t requests = 0;     // through the gate
    std::uint64_t refused = 0;      // by the gate
    std::uint64_t overloaded = 0;   // answered 503 for want of a worker
    std::uint64_t timed_out = 0;    // closed for being slow
    std::uint64_t turned_away = 0;  // over connections_per_address_max
};

enum class Drained { all, cut };

/// One io thread and `workers` handler threads. All functions may be called from any thread, but
/// start() only once.
class HttpServer {
  public:
    HttpServer(NetConfig config, Callbacks callbacks);
    ~HttpServer();  // stop()
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Binds, listens and starts the threads. Removes uploads that a killed process left in the
    /// spool directory. Throws std::runtime_error with words when it cannot.
    void start();

    /// The port in use, after start().
    std::uint16_t port() const;

    /// Stops accepting, closes idle connections, lets requests in flight finish for at most
    /// timeouts.drain, cuts the rest and joins the threads (a handler that does not return is
    /// waited for). Later calls return what the first did.
    Drained stop();

    /// Waits for SIGTERM or SIGINT, then stops as stop() does; a second signal cuts at once.
    /// Returns also when another thread calls stop().
    Drained run_until_signal();

    Counts counts() const;

  private:
    class Running;
    std::unique_ptr<Running> running_;
};

}  // namespace server::net
