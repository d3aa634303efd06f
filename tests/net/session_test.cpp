// The HTTP server over real sockets: answers, refusals, order of pipelined requests, bodies.
#include <gtest/gtest.h>

#include "tests/net/server_fixture.hpp"

namespace tests {
namespace {

class SessionTest : public NetTest {};

TEST_F(SessionTest, AnswersAndKeepsTheConnection) {
    start();
    RawClient client = connect();
    for (int i = 0; i < 3; ++i) {
        client.send(get("/a?x=1"));
        const auto response = client.read_response();
        ASSERT_TRUE(response);
        EXPECT_EQ(response->status, 200);
        EXPECT_EQ(response->body, "GET /a from 127.0.0.1 ");
        EXPECT_EQ(response->header("Connection"), "keep-alive");
    }
    client.send(get("/a", "Connection: close\r\n"));
    EXPECT_EQ(client.answer().header("Connection"), "close");
    EXPECT_TRUE(client.is_closed());
}

TEST_F(SessionTest, AnswersHttp10) {
    start();
    RawClient client = connect();
    client.send("GET / HTTP/1.0\r\nHost: moot.example\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(client.answer().header("Connection"), "keep-alive");
    client.send("GET / HTTP/1.0\r\nHost: moot.example\r\n\r\n");
    EXPECT_EQ(client.answer().header("Connection"), "close");
    EXPECT_TRUE(client.is_closed());
}

TEST_F(SessionTest, AnswersHeadAsGetWithoutBody) {
    start();
    RawClient client = connect();
    client.send("HEAD /a HTTP/1.1\r\nHost: moot.example\r\n\r\n" + get("/b"));
    const auto head = client.answer(true);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Length"), "22");
    EXPECT_EQ(client.answer().body, "GET /b from 127.0.0.1 ");
}

TEST_F(SessionTest, SendsNoBodyWithNotModified) {
    start();
    RawClient client = connect();
    client.send(get("/not_modified") + get("/b"));
    const auto response = client.answer(true);
    EXPECT_EQ(response.status, 304);
    EXPECT_EQ(response.header("Content-Length"), "");
    EXPECT_EQ(client.answer().body, "GET /b from 127.0.0.1 ");
}

TEST_F(SessionTest, AnswersPipelinedRequestsInOrder) {
    start();
    RawClient client = connect();
    client.send(get("/1") + post("/2", "GET /no HTTP/1.1\r\n\r\n") + get("/3") + post("/4", ""));
    EXPECT_EQ(client.answer().body, "GET /1 from 127.0.0.1 ");
    EXPECT_EQ(client.answer().body, "POST /2 from 127.0.0.1 GET /no HTTP/1.1\r\n\r\n");
    EXPECT_EQ(client.answer().body, "GET /3 from 127.0.0.1 ");
    EXPECT_EQ(client.answer().body, "POST /4 from 127.0.0.1 ");
    EXPECT_TRUE(client.is_silent(0));
}

// A refusal must end the connection: what follows it may be the body of the refused request.
TEST_F(SessionTest, AnswersTheMarkerOnceAndNothingBehindARefusal) {
    start();
    const std::string host = "Host: moot.example\r\n";
    const std::vector<std::pair<std::string, int>> vectors{
        {"POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411},
        {"POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n", 501},
        {"POST / HTTP/1.1\r\n" + host + "Content-Length: 4\r\nTransfer-Encoding: gzip\r\n\r\n",
         400},
        {"POST / HTTP/1.1\r\n" + host + "Content-Length: +4\r\n\r\nabcd", 400},
        {"POST / HTTP/1.1\r\n" + host + "Content-Length: 9999999\r\n\r\n", 413},
        {"POST / HTTP/1.1\r\n" + host + "Expect: ghosts\r\nContent-Length: 1\r\n\r\n", 417},
        {"GET / HTTP/1.1\r\n" + host + host + "\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421},
        {"PUT / HTTP/1.1\r\n" + host + "\r\n", 405},
        {"GET /../x HTTP/1.1\r\n" + host + "\r\n", 400},
        {"GET / HTTP/1.1\n" + host + "\r\n", 400},
        {"GET /" + std::string(3000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414},
        {"GET / HTTP/1.1\r\n" + host + "A: " + std::string(17000, 'a') + "\r\n\r\n", 431}};
    for (const auto& [bytes, status] : vectors) {
        RawClient client = connect();
        client.send(get("/marker") + bytes + get("/smuggled"));
        EXPECT_EQ(client.answer().body, "GET /marker from 127.0.0.1 ");
        const auto refusal = client.read_response();
        ASSERT_TRUE(refusal) << bytes;
        EXPECT_EQ(refusal->status, status) << bytes;
        EXPECT_EQ(refusal->header("Connection"), "close");
        client.finish_sending();
        EXPECT_TRUE(client.is_closed()) << bytes;
    }
    EXPECT_EQ(http->counts().refused, vectors.size());
    EXPECT_EQ(http->counts().requests, vectors.size());
}

TEST_F(SessionTest, NamesTheMethodsItTakes) {
    start();
    EXPECT_EQ(ask("DELETE / HTTP/1.1\r\nHost: moot.example\r\n\r\n").header("Allow"),
              "GET, HEAD, POST");
}

TEST_F(SessionTest, AnswersTheSameWhereverTheBytesAreCut) {
    start();
    const std::vector<std::string> vectors{get("/a", "X-A: b\r\n"), post("/a", "0123456789"),
                                           get("/a", "X-A: b\r\n c\r\n"),
                                           get("/a", "Transfer-Encoding: chunked\r\n")};
    for (const std::string& bytes : vectors) {
        const RawResponse expected = ask(bytes);
        for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
            RawClient client = connect();
            client.send(bytes.substr(0, cut));
            // The server may not have read the first piece yet; both orders must give one answer.
            if (cut % 2 == 0) client.is_silent(0);
            client.send(bytes.substr(cut));
            const auto response = client.read_response();
            ASSERT_TRUE(response) << cut;
            EXPECT_EQ(response->status, expected.status) << cut;
            EXPECT_EQ(response->body, expected.body) << cut;
        }
    }
}

TEST_F(SessionTest, InvitesABodyThatWaits) {
    start();
    RawClient client = connect();
    client.send(
        "POST /a HTTP/1.1\r\nHost: moot.example\r\nExpect: 100-continue\r\n"
        "Content-Length: 3\r\n\r\n");
    EXPECT_EQ(client.answer().status, 100);
    client.send("xyz");
    EXPECT_EQ(client.answer().body, "POST /a from 127.0.0.1 xyz");
}

TEST_F(SessionTest, TakesABodyUpToItsLimit) {
    config.bounds.body_bytes_max = 1000;
    start();
    EXPECT_EQ(ask(post("/a", std::string(1000, 'x'))).status, 200);
    EXPECT_EQ(ask(post("/a", std::string(1001, 'x'))).status, 413);
}

TEST_F(SessionTest, StreamsAFile) {
    TemporaryDirectory files;
    std::string content(1024 * 1024 + 5, 'y');
    content[content.size() - 2] = '\0';
    std::ofstream(files.path() / "pack", std::ios::binary) << content;
    start();
    RawClient client = connect();
    const std::string target = "/file?name=" + (files.path() / "pack").string();
    client.send(get(target) + "HEAD " + target + " HTTP/1.1\r\nHost: moot.example\r\n\r\n" +
                get("/after"));
    const auto response = client.answer();
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, content);
    EXPECT_EQ(client.answer(true).header("Content-Length"), std::to_string(content.size()));
    EXPECT_EQ(client.answer().body, "GET /after from 127.0.0.1 ");
    EXPECT_EQ(ask(get(target + "_missing")).status, 500);
}

TEST_F(SessionTest, SendsALargeSharedBody) {
    auto body = std::make_shared<const std::string>(5 * 1024 * 1024, 'z');
    callbacks.handler = [body](server::net::Request&&) {
        server::net::Response response;
        response.shared_body = body;
        return response;
    };
    start();
    EXPECT_EQ(ask(get("/")).body, *body);
}

TEST_F(SessionTest, SurvivesAHandlerThatThrows) {
    start();
    RawClient client = connect();
    client.send(get("/throws") + get("/throws_odd") + get("/after"));
    const auto response = client.answer();
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(response.body.find("secret"), std::string::npos);
    EXPECT_EQ(client.answer().status, 500);
    EXPECT_EQ(client.answer().status, 200);
    EXPECT_NE(logged().find("secret detail"), std::string::npos);
}

TEST_F(SessionTest, NeverSendsASplitResponse) {
    start();
    const RawResponse response = ask(get("/splits"));
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(response.head.find("Set-Cookie"), std::string::npos);
}

TEST_F(SessionTest, AnswersFromTheFastPathWithoutAWorker) {
    callbacks.fast_path =
        [](const server::net::Request& request) -> std::optional<server::net::Response> {
        if (request.path == "/throws") throw std::runtime_error("broken cache");
        if (request.path != "/cached") return std::nullopt;
        server::net::Response response;
        response.shared_body = std::make_shared<const std::string>("cached");
        return response;
    };
    config.workers = 1;
    start();
    RawClient busy = connect();
    busy.send(get("/waits"));
    gate.wait_for(1);
    EXPECT_EQ(ask(get("/cached")).body, "cached");
    EXPECT_EQ(ask(get("/throws")).status, 500);
    gate.open();
    EXPECT_EQ(busy.answer().status, 200);
    EXPECT_EQ(ask(get("/other")).body, "GET /other from 127.0.0.1 ");
}

TEST_F(SessionTest, SendsTheDate) {
    config.now = [] {
        return std::chrono::system_clock::time_point(std::chrono::seconds(784111777));
    };
    start();
    EXPECT_EQ(ask(get("/")).header("Date"), "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST_F(SessionTest, SendsTheStrictHeadersOfEachKind) {
    start();
    const RawResponse page = ask(get("/page"));
    EXPECT_EQ(page.header("Content-Security-Policy").find("default-src 'none'; script-src 'self';"),
              0U);
    EXPECT_NE(page.header("Content-Security-Policy").find("trusted-types 'none'"),
              std::string::npos);
    const RawResponse pdf = ask(get("/pdf"));
    EXPECT_EQ(pdf.header("Content-Security-Policy"), "");
    for (const RawResponse& response :
         {page, pdf, ask("PUT / HTTP/1.1\r\n\r\n"), ask(get("/throws"))}) {
        EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(response.header("Referrer-Policy"), "same-origin");
        EXPECT_EQ(response.header("Cross-Origin-Opener-Policy"), "same-origin");
        EXPECT_EQ(response.header("Cross-Origin-Resource-Policy"), "same-origin");
        EXPECT_EQ(response.header("Permissions-Policy"),
                  "camera=(), microphone=(), geolocation=()");
        EXPECT_EQ(response.header("Strict-Transport-Security"), "");
    }
    const RawResponse own = ask(get("/own_policy"));
    EXPECT_EQ(own.header("referrer-policy"), "no-referrer");
    EXPECT_EQ(own.header("Referrer-Policy"), "");
}

TEST_F(SessionTest, IgnoresForwardingFieldsOfStrangers) {
    start();
    const RawResponse response =
        ask(get("/page", "X-Forwarded-For: 9.9.9.9\r\nX-Forwarded-Proto: https\r\n"));
    EXPECT_EQ(response.body, "GET /page from 127.0.0.1 ");
    EXPECT_EQ(response.header("Strict-Transport-Security"), "");
}

TEST_F(SessionTest, BelievesTrustedProxiesFromTheRight) {
    config.trusted_proxies = {"127.0.0.1", "10.0.0.0/8", "fd00::/8"};
    start();
    const auto client_of = [&](const std::string& fields) {
        const std::string body = ask(get("/a", fields)).body;
        return body.substr(body.find(" from ") + 6);
    };
    EXPECT_EQ(client_of(""), "127.0.0.1 ");
    EXPECT_EQ(client_of("X-Forwarded-For: 1.1.1.1, 203.0.113.7\r\n"), "203.0.113.7 ");
    EXPECT_EQ(client_of("X-Forwarded-For: 1.1.1.1, 203.0.113.7, 10.1.2.3\r\n"), "203.0.113.7 ");
    EXPECT_EQ(client_of("X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 203.0.113.8\r\n"),
              "203.0.113.8 ");
    EXPECT_EQ(client_of("X-Forwarded-For: 1.1.1.1, unknown, 10.1.2.3\r\n"), "10.1.2.3 ");
    EXPECT_EQ(client_of("X-Forwarded-For: ::ffff:203.0.113.9\r\n"), "203.0.113.9 ");
    EXPECT_EQ(client_of("X-Forwarded-Proto: https\r\n"), "127.0.0.1 secure ");
    EXPECT_EQ(client_of("X-Forwarded-Proto: https, http\r\n"), "127.0.0.1 ");
    EXPECT_NE(ask(get("/a", "X-Forwarded-Proto: https\r\n")).header("Strict-Transport-Security"),
              "");
}

}  // namespace
}  // namespace tests
