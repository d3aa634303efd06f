// A server on a free port with handlers that tests can look into.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "server/net/http_server.hpp"
#include "tests/net/raw_client.hpp"

namespace tests {

/// A directory that is gone after the test.
class TemporaryDirectory {
  public:
    TemporaryDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "net_test_XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
        path_ = name;
    }
    ~TemporaryDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
    const std::filesystem::path& path() const { return path_; }
    std::size_t entries() const {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(path_), {}));
    }

  private:
    std::filesystem::path path_;
};

/// Handlers wait at it until the test opens it; the test can wait until some have arrived.
class Gate {
  public:
    void pass() {
        std::unique_lock lock(mutex_);
        ++arrived_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return open_; });
    }
    void wait_for(int count) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, std::chrono::seconds(20), [&] { return arrived_ >= count; }))
            throw std::runtime_error("no handler arrived");
    }
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int arrived_ = 0;
    bool open_ = false;
};

/// Polls until `condition` holds; false when it does not within 20 seconds.
inline bool eventually(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::yield();
    }
    return true;
}

class NetTest : public testing::Test {
  protected:
    NetTest() {
        config.allowed_hosts = {"moot.example", "other.example:81"};
        config.spool_directory = spool.path();
        config.workers = 2;
        callbacks.handler = [this](server::net::Request&& request) {
            return handle(std::move(request));
        };
        callbacks.log = [this](server::net::LogLevel, const std::string& line) {
            const std::lock_guard lock(log_mutex_);
            log_ += line + "\n";
        };
    }
    ~NetTest() override { gate.open(); }

    void start() {
        http = std::make_unique<server::net::HttpServer>(config, callbacks);
        http->start();
    }
    RawClient connect(const char* from = nullptr) { return RawClient(http->port(), from); }

    /// Sends the bytes on a connection of their own and returns the first answer.
    RawResponse ask(const std::string& bytes) {
        RawClient client(http->port());
        client.send(bytes);
        return client.read_response().value_or(RawResponse{});
    }
    std::string logged() {
        const std::lock_guard lock(log_mutex_);
        return log_;
    }

    /// Echoes what it got; some paths do more.
    server::net::Response handle(server::net::Request&& request) {
        server::net::Response response;
        response.content_type = "text/plain; charset=utf-8";
        if (request.path == "/throws") throw std::runtime_error("secret detail");
        if (request.path == "/throws_odd") throw 42;
        if (request.path == "/waits") gate.pass();
        if (request.path == "/file") response.file = request.query_value("name");
        if (request.path == "/splits") response.headers.emplace_back("X-Bad", "a\r\nSet-Cookie: b");
        if (request.path == "/page") response.content_type = "text/html; charset=utf-8";
        if (request.path == "/pdf") response.content_type = "application/pdf";
        if (request.path == "/not_modified") response.status = 304;
        if (request.path == "/own_policy")
            response.headers.emplace_back("referrer-policy", "no-referrer");
        if (!request.body_file.empty()) {
            spooled_bytes = std::filesystem::file_size(request.body_file);
            std::ifstream file(request.body_file, std::ios::binary);
            spooled.assign(std::istreambuf_iterator<char>(file), {});
        }
        response.body = (request.method == server::net::Method::post ? "POST " : "GET ") +
                        request.path + " from " + request.client_address +
                        (request.secure ? " secure " : " ") + request.body;
        return response;
    }

    TemporaryDirectory spool;
    Gate gate;
    server::net::NetConfig config;
    server::net::Callbacks callbacks;
    std::uintmax_t spooled_bytes = 0;
    std::string spooled;
    std::unique_ptr<server::net::HttpServer> http;

  private:
    std::mutex log_mutex_;
    std::string log_;
};

inline std::string get(const std::string& target, const std::string& fields = "") {
    return "GET " + target + " HTTP/1.1\r\nHost: moot.example\r\n" + fields + "\r\n";
}
inline std::string post(const std::string& target, const std::string& body,
                        const std::string& fields = "") {
    return "POST " + target +
           " HTTP/1.1\r\nHost: moot.example\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + fields + "\r\n" + body;
}

}  // namespace tests
