// Time-outs, caps and stopping of the HTTP server.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <filesystem>
#include <list>
#include <thread>

#include "tests/net/server_fixture.hpp"

namespace tests {
namespace {

using server::net::Drained;
using std::chrono::milliseconds;

class LoadTest : public NetTest {};

TEST_F(LoadTest, ClosesASlowHead) {
    config.timeouts.head = milliseconds(50);
    start();
    RawClient client = connect();
    client.send("GET / HTTP/1.1\r\nHost: moot");
    EXPECT_TRUE(client.is_closed());
    EXPECT_TRUE(eventually([&] { return http->counts().timed_out == 1; }));
}

TEST_F(LoadTest, GivesAHeadOneDeadlineHoweverOftenABytesArrives) {
    config.timeouts.head = milliseconds(50);
    start();
    RawClient client = connect();
    client.send("GET / HTTP/1.1\r\nX-Slow: ");
    while (client.is_silent(1) && client.send("x")) {
    }
    EXPECT_TRUE(client.is_closed());
    EXPECT_TRUE(eventually([&] { return http->counts().timed_out == 1; }));
}

TEST_F(LoadTest, ClosesAConnectionThatSaysNothing) {
    config.timeouts.head = milliseconds(50);
    start();
    EXPECT_TRUE(connect().is_closed());
}

TEST_F(LoadTest, ClosesAnIdleConnection) {
    config.timeouts.idle = milliseconds(50);
    start();
    RawClient client = connect();
    client.send(get("/a"));
    EXPECT_EQ(client.answer().status, 200);
    EXPECT_TRUE(client.is_closed());
}

TEST_F(LoadTest, ClosesASilentBody) {
    config.timeouts.body = milliseconds(50);
    start();
    RawClient client = connect();
    client.send("POST / HTTP/1.1\r\nHost: moot.example\r\nContent-Length: 9\r\n\r\nabc");
    EXPECT_TRUE(client.is_closed());
    EXPECT_TRUE(eventually([&] { return http->counts().timed_out == 1; }));
}

TEST_F(LoadTest, ClosesABodyThatIsTooSlowOnTheWhole) {
    config.timeouts.body_grace = milliseconds(50);
    start();
    RawClient client = connect();
    client.send("POST / HTTP/1.1\r\nHost: moot.example\r\nContent-Length: 900000\r\n\r\n");
    // 16 bytes at a time, a piece each millisecond or slower while 1024 a second are asked for: the
    // client is kept as long as it is quick enough, so it is made slower step by step.
    int pause = 1;
    while (client.is_silent(pause) && client.send("x"))
        pause += 5;
    EXPECT_TRUE(client.is_closed());
    EXPECT_TRUE(eventually([&] { return http->counts().timed_out == 1; }));
}

TEST_F(LoadTest, ClosesAClientThatDoesNotRead) {
    config.timeouts.write = milliseconds(50);
    auto body = std::make_shared<const std::string>(64 * 1024 * 1024, 'z');
    callbacks.handler = [body](server::net::Request&&) {
        server::net::Response response;
        response.shared_body = body;
        return response;
    };
    start();
    RawClient client = connect();
    client.send(get("/"));
    EXPECT_TRUE(eventually([&] { return http->counts().timed_out == 1; }));
    EXPECT_TRUE(eventually([&] { return http->counts().connections_open == 0; }));
}

TEST_F(LoadTest, SaysWhenAllWorkersAreBusy) {
    config.workers = 1;
    config.bounds.requests_waiting_max = 2;
    start();
    RawClient running = connect();
    running.send(get("/waits"));
    gate.wait_for(1);
    RawClient waiting = connect();
    waiting.send(get("/b"));
    ASSERT_TRUE(eventually([&] { return http->counts().requests == 2; }));
    RawClient third = connect();
    third.send(get("/c"));
    const auto refused = third.answer();
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("Retry-After"), "2");
    EXPECT_EQ(refused.header("Connection"), "keep-alive");
    gate.open();
    EXPECT_EQ(running.answer().status, 200);
    EXPECT_EQ(waiting.answer().status, 200);
    third.send(get("/c"));
    EXPECT_EQ(third.answer().status, 200);
    EXPECT_EQ(http->counts().overloaded, 1U);
}

TEST_F(LoadTest, LetsConnectionsOverTheCapWait) {
    config.bounds.connections_max = 2;
    start();
    auto first = std::make_unique<RawClient>(http->port());
    RawClient second = connect();
    first->send(get("/1"));
    second.send(get("/2"));
    EXPECT_EQ(first->answer().status, 200);
    EXPECT_EQ(second.answer().status, 200);
    RawClient third = connect();
    third.send(get("/3"));
    second.send(get("/2"));
    EXPECT_EQ(second.answer().status, 200);
    EXPECT_EQ(http->counts().connections, 2U);
    first.reset();
    EXPECT_EQ(third.answer().body, "GET /3 from 127.0.0.1 ");
}

/// Leaves `spare` descriptors to be opened while it lives.
class FewDescriptors {
  public:
    explicit FewDescriptors(std::size_t spare) {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        rlimit few = before_;
        few.rlim_cur = lowest_free() + spare;
        ::setrlimit(RLIMIT_NOFILE, &few);
    }
    ~FewDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }
    FewDescriptors(const FewDescriptors&) = delete;
    FewDescriptors& operator=(const FewDescriptors&) = delete;

  private:
    // The limit is on numbers, and numbers are given lowest first.
    static std::size_t lowest_free() {
        const int number = ::dup(STDERR_FILENO);
        ::close(number);
        return static_cast<std::size_t>(number);
    }
    rlimit before_{};
};

TEST_F(LoadTest, KeepsDescriptorsBack) {
    config.bounds.descriptors_reserved = 32;
    config.bounds.connections_per_address_max = 1000;
    {
        const FewDescriptors few(50);
        start();
    }
    std::list<RawClient> clients;
    for (int i = 0; i < 30; ++i)
        clients.emplace_back(http->port());
    RawClient& first = clients.front();
    first.send(get("/a"));
    EXPECT_EQ(first.answer().status, 200);
    EXPECT_LE(http->counts().connections_open, 50U - 32U);
    RawClient& last = clients.back();
    last.send(get("/z"));
    while (clients.size() > 1)
        clients.pop_front();
    EXPECT_EQ(last.answer().status, 200);
}

TEST_F(LoadTest, GoesOnWhenDescriptorsRanOut) {
    start();
    std::unique_ptr<RawClient> client;
    {
        const FewDescriptors one_for_the_client(1);
        client = std::make_unique<RawClient>(http->port());
        EXPECT_TRUE(
            eventually([&] { return logged().find("cannot accept") != std::string::npos; }));
    }
    client->send(get("/a"));
    EXPECT_EQ(client->answer().status, 200);
}

TEST_F(LoadTest, CapsConnectionsOfOneAddress) {
    config.bounds.connections_per_address_max = 2;
    start();
    RawClient first = connect();
    auto second = std::make_unique<RawClient>(http->port());
    EXPECT_TRUE(connect().is_closed());
    EXPECT_EQ(http->counts().turned_away, 1U);
    RawClient elsewhere = connect("127.0.0.2");
    elsewhere.send(get("/a"));
    EXPECT_EQ(elsewhere.answer().body, "GET /a from 127.0.0.2 ");
    second.reset();
    EXPECT_TRUE(eventually([&] { return http->counts().connections_open == 2; }));
    EXPECT_EQ(ask(get("/a")).status, 200);
}

TEST_F(LoadTest, DoesNotCapTrustedProxies) {
    config.bounds.connections_per_address_max = 1;
    config.trusted_proxies = {"127.0.0.0/8"};
    start();
    RawClient first = connect();
    EXPECT_EQ(ask(get("/a")).status, 200);
}

TEST_F(LoadTest, FinishesARequestInFlightWhenItStops) {
    start();
    RawClient idle = connect();
    idle.send(get("/a"));
    EXPECT_EQ(idle.answer().status, 200);
    RawClient busy = connect();
    busy.send(get("/waits") + get("/next"));
    gate.wait_for(1);
    Drained drained = Drained::cut;
    std::thread stopper([&] { drained = http->stop(); });
    EXPECT_TRUE(idle.is_closed());
    gate.open();
    const auto response = busy.read_response();
    stopper.join();
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->header("Connection"), "close");
    EXPECT_EQ(drained, Drained::all);
    EXPECT_THROW(connect(), std::runtime_error);
    EXPECT_EQ(http->stop(), Drained::all);
}

TEST_F(LoadTest, CutsWhatDoesNotFinish) {
    config.timeouts.drain = milliseconds(50);
    start();
    RawClient half = connect();
    half.send("POST / HTTP/1.1\r\nHost: moot.example\r\nContent-Length: 9\r\n\r\nabc");
    ASSERT_TRUE(eventually([&] { return http->counts().connections_open == 1; }));
    RawClient busy = connect();
    busy.send(get("/waits"));
    gate.wait_for(1);
    std::thread opener([&] {
        EXPECT_TRUE(half.is_closed());
        EXPECT_TRUE(busy.is_closed());
        gate.open();
    });
    EXPECT_EQ(http->stop(), Drained::cut);
    opener.join();
}

TEST_F(LoadTest, StopsBeforeAndAfterNothing) {
    http = std::make_unique<server::net::HttpServer>(config, callbacks);
    EXPECT_EQ(http->stop(), Drained::all);
    start();
    EXPECT_EQ(http->stop(), Drained::all);
}

TEST_F(LoadTest, StopsOnASignal) {
    start();
    RawClient client = connect();
    client.send(get("/a"));
    EXPECT_EQ(client.answer().status, 200);
    // Blocked here, so that a signal before the server watches is not the end of the tests.
    auto* before = ::signal(SIGTERM, SIG_IGN);
    std::atomic<bool> ended = false;
    std::thread runner([&] {
        EXPECT_EQ(http->run_until_signal(), Drained::all);
        ended = true;
    });
    EXPECT_TRUE(eventually([&] {
        ::kill(::getpid(), SIGTERM);
        return client.is_silent(5) ? ended.load() : true;
    }));
    runner.join();
    EXPECT_TRUE(client.is_closed());
    ::signal(SIGTERM, before);
}

TEST_F(LoadTest, SaysWhyItCannotListen) {
    start();
    server::net::NetConfig taken = config;
    taken.port = http->port();
    server::net::HttpServer second(taken, callbacks);
    EXPECT_THROW(second.start(), std::runtime_error);
    taken.address = "not an address";
    server::net::HttpServer third(taken, callbacks);
    EXPECT_THROW(third.start(), std::runtime_error);
    taken.trusted_proxies = {"10.0.0.0/33"};
    EXPECT_THROW(server::net::HttpServer(taken, callbacks), std::runtime_error);
}

}  // namespace
}  // namespace tests
