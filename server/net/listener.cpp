// Accepts connections as long as there are descriptors for them.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>

#include "server/net/service.hpp"

namespace server::net {

namespace {

using asio::ip::tcp;

// Above the cap new connections wait in the kernel's queue, which costs no descriptor.
asio::awaitable<void> wait_for_slot(Service* service) {
    while (!service->has_free_slot() && !service->draining) {
        service->slot_freed.expires_at(asio::steady_timer::time_point::max());
        co_await service->slot_freed.async_wait(use_result);
    }
}

// Out of descriptors all the same: asking again at once would spin.
asio::awaitable<void> pause_accepting(Service* service) {
    service->slot_freed.expires_after(base::limits::accept_pause);
    co_await service->slot_freed.async_wait(use_result);
}

void begin_session(Service* service, tcp::socket socket) {
    boost::system::error_code error;
    const tcp::endpoint endpoint = socket.remote_endpoint(error);
    if (error) return;  // gone already
    const asio::ip::address peer = plain_address(endpoint.address());
    service->accepted.add();
    if (!service->may_connect(peer)) {
        service->turned_away.add();
        return;
    }
    socket.set_option(tcp::no_delay(true), error);
    asio::co_spawn(service->io, serve_connection(service, std::move(socket), peer),
                   LogFailure{service});
}

}  // namespace

asio::awaitable<void> accept_connections(Service* service) {
    while (!service->draining) {
        co_await wait_for_slot(service);
        if (service->draining) break;
        auto [error, socket] = co_await service->acceptor.async_accept(use_result);
        if (service->draining) break;
        if (!error) {
            begin_session(service, std::move(socket));
        } else if (error != asio::error::connection_aborted) {
            service->log(LogLevel::warning, "cannot accept: " + error.message());
            co_await pause_accepting(service);
        }
    }
}

}  // namespace server::net
