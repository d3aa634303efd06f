// Starts and stops the threads; all else happens on the io thread.
#include "server/net/http_server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

#include "server/net/service.hpp"

namespace server::net {

// The io thread, and who waits for its end.
class HttpServer::Running {
  public:
    Running(NetConfig config, Callbacks callbacks)
        : service_(std::move(config), std::move(callbacks)) {}

    Service& service() { return service_; }

    void start() {
        service_.open();
        asio::co_spawn(service_.io, accept_connections(&service_), LogFailure{&service_});
        io_thread_ = std::thread([this] { run(); });
    }

    Drained stop() {
        const std::lock_guard lock(stopping_);
        if (io_thread_.joinable()) {
            asio::post(service_.io, [this] { service_.begin_drain(); });
            io_thread_.join();
            service_.workers.join();
        }
        return service_.was_cut ? Drained::cut : Drained::all;
    }

    Drained run_until_signal() {
        asio::post(service_.io, [this] { service_.watch_signals(); });
        ended_.wait();
        return stop();
    }

  private:
    // A defect that throws past a connection's own barrier must not end the process.
    void run() {
        for (bool again = true; again;) {
            try {
                service_.io.run();
                again = false;
            } catch (const std::exception& error) {
                service_.log(LogLevel::error,
                             std::string("the io loop went on after: ") + error.what());
            }
        }
        end_.set_value();
    }

    Service service_;
    std::mutex stopping_;
    std::promise<void> end_;
    std::shared_future<void> ended_ = end_.get_future().share();
    std::thread io_thread_;
};

HttpServer::HttpServer(NetConfig config, Callbacks callbacks)
    : running_(std::make_unique<Running>(std::move(config), std::move(callbacks))) {}

HttpServer::~HttpServer() {
    stop();
}

void HttpServer::start() {
    running_->start();
}

std::uint16_t HttpServer::port() const {
    return running_->service().port;
}

Drained HttpServer::stop() {
    return running_->stop();
}

Drained HttpServer::run_until_signal() {
    return running_->run_until_signal();
}

Counts HttpServer::counts() const {
    const Service& service = running_->service();
    Counts counts;
    counts.connections = service.accepted.value();
    counts.connections_open = service.open_now.value();
    counts.requests = service.requests.value();
    counts.refused = service.refused.value();
    counts.overloaded = service.overloaded.value();
    counts.timed_out = service.timed_out.value();
    counts.turned_away = service.turned_away.value();
    return counts;
}

}  // namespace server::net
