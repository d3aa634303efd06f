// Slots, counts and the order of stopping.
#include "server/net/service.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <stdexcept>

#include "server/net/response_head.hpp"
#include "server/net/spool.hpp"
#include "workflows/text/words.hpp"

namespace server::net {

namespace {

// Room for one head that is not complete and one read behind it.
constexpr std::size_t received_bytes_max = base::limits::head_bytes_max + 4096;

using workflows::text::lower;

// What the process may still open, less what is kept back for the database, files and mail.
std::size_t descriptors_for_connections(std::size_t reserved) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return base::limits::connections_max;
    const auto open = std::distance(std::filesystem::directory_iterator("/proc/self/fd"),
                                    std::filesystem::directory_iterator());
    const std::size_t used = static_cast<std::size_t>(open) + reserved;
    return limit.rlim_cur > used ? limit.rlim_cur - used : 1;
}

std::vector<std::string> hosts_of(const NetConfig& config, const asio::ip::address& address,
                                  std::uint16_t port) {
    std::vector<std::string> hosts;
    for (const std::string& host : config.allowed_hosts)
        hosts.push_back(lower(host));
    if (!hosts.empty()) return hosts;
    const std::string text = address.to_string();
    const std::string own = address.is_v6() ? "[" + text + "]" : text;
    const std::string suffix = ":" + std::to_string(port);
    return {own + suffix, "localhost" + suffix};
}

// One client is one /64 here too, also when a proxy names it.
std::string client_group(const std::string& client) {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(client, error);
    return error ? client : address_group(plain_address(address));
}

}  // namespace

UploadSlot::UploadSlot(Service& service, const std::string& client)
    : service_(service), group_(client_group(client)) {
    ++service_.uploads_now_;
    ++service_.uploads_by_group_[group_];
}

UploadSlot::~UploadSlot() {
    --service_.uploads_now_;
    const auto group = service_.uploads_by_group_.find(group_);
    if (--group->second == 0) service_.uploads_by_group_.erase(group);
}

Connection::Connection(Service* owner, asio::ip::tcp::socket socket, asio::ip::address address)
    : service(owner),
      peer(std::move(address)),
      stream(std::move(socket)),
      received(received_bytes_max) {
    service->enter(this);
}

Connection::~Connection() {
    service->leave(this);
}

Service::Service(NetConfig settings, Callbacks functions)
    : config(std::move(settings)),
      callbacks(std::move(functions)),
      proxies(config.trusted_proxies),
      workers(config.workers) {}

void Service::log(LogLevel level, const std::string& message) const {
    if (callbacks.log) callbacks.log(level, message);
}

void Service::open() {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(config.address, error);
    if (error) throw std::runtime_error("not an address to listen on: " + config.address);
    const asio::ip::tcp::endpoint endpoint(address, config.port);
    if (!config.spool_directory.empty()) {
        std::filesystem::create_directories(config.spool_directory);
        remove_stale_spools(config.spool_directory);
    }
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address(true));
    acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        throw std::runtime_error("cannot listen on " + config.address + " port " +
                                 std::to_string(config.port) + ": " + error.message());
    port = acceptor.local_endpoint().port();
    allowed_hosts = hosts_of(config, address, port);
    connections_max_ = std::min(config.bounds.connections_max,
                                descriptors_for_connections(config.bounds.descriptors_reserved));
}

// Proxies bring all their clients from one address.
bool Service::may_connect(const asio::ip::address& peer) const {
    if (proxies.trusts(peer)) return true;
    const auto group = connections_by_group_.find(address_group(peer));
    return group == connections_by_group_.end() ||
           group->second < config.bounds.connections_per_address_max;
}

bool Service::has_upload_slot(const std::string& client) const {
    if (uploads_now_ >= config.bounds.uploads_at_once_max) return false;
    const auto group = uploads_by_group_.find(client_group(client));
    return group == uploads_by_group_.end() ||
           group->second < config.bounds.uploads_per_address_max;
}

void Service::enter(Connection* connection) {
    connections_.insert(connection);
    ++connections_by_group_[address_group(connection->peer)];
    open_now.add();
}

void Service::leave(Connection* connection) {
    connections_.erase(connection);
    const auto group = connections_by_group_.find(address_group(connection->peer));
    if (--group->second == 0) connections_by_group_.erase(group);
    open_now.subtract();
    slot_freed.cancel();
    if (draining && connections_.empty()) end_drain();
}

void Service::begin_drain() {
    if (draining) return;
    draining = true;
    boost::system::error_code ignored;  // it is closed in either case
    acceptor.close(ignored);
    slot_freed.cancel();
    if (connections_.empty()) return end_drain();
    for (Connection* connection : connections_) {
        // A request that has arrived but was not read yet is still answered.
        if (connection->idle && connection->stream.socket().available(ignored) == 0)
            connection->stream.cancel();
    }
    drain_deadline.expires_after(config.timeouts.drain);
    drain_deadline.async_wait([this](boost::system::error_code error) {
        if (!error) cut();
    });
}

void Service::cut() {
    if (connections_.empty()) return;
    was_cut = true;
    log(LogLevel::warning, "stopping: cut " + std::to_string(connections_.size()) + " connections");
    // Closed sockets end the coroutines; those that wait for a worker end when it returns.
    for (Connection* connection : connections_)
        connection->stream.close();
}

void Service::end_drain() {
    drain_deadline.cancel();
    signals.cancel();
}

void Service::watch_signals() {
    if (draining) return;
    signals.add(SIGTERM);
    signals.add(SIGINT);
    wait_for_signal();
}

void Service::wait_for_signal() {
    signals.async_wait([this](boost::system::error_code error, int) {
        if (error) return;
        if (draining) return cut();
        log(LogLevel::info, "stopping: signal received");
        wait_for_signal();
        begin_drain();
    });
}

const std::string& Service::date_line() {
    if (config.now) {
        const auto now = std::chrono::floor<std::chrono::seconds>(config.now());
        if (now != date_second_) date_line_ = format_date_line(now);
        date_second_ = now;
    }
    return date_line_;
}

void LogFailure::operator()(std::exception_ptr failure) const {
    if (!failure) return;
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        service->log(LogLevel::error, std::string("connection ended by: ") + error.what());
    }
}

}  // namespace server::net
