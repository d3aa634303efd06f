// What the wire gate lets through and what it refuses, on heads without sockets.
#include "server/net/wire_gate.hpp"

#include <gtest/gtest.h>

#include "server/base/limits.hpp"

namespace {

using server::net::decode_path;
using server::net::Gated;
using server::net::Head;
using server::net::HeadScanner;
using server::net::Method;
using server::net::read_gated_head;

const std::vector<std::string> hosts{"moot.example", "other.example:81", "[::1]:8080"};

std::string head_of(const std::string& line, const std::string& fields) {
    return line + "\r\n" + fields + "\r\n";
}

/// The status of the refusal, or 200.
int verdict(const std::string& bytes) {
    HeadScanner scanner;
    const auto size = scanner.scan(bytes);
    if (!size) return size.error().status;
    if (*size == 0) return 0;
    const Gated<Head> head = read_gated_head(std::string_view(bytes).substr(0, *size), hosts);
    return head ? 200 : head.error().status;
}

int verdict_of_target(const std::string& target) {
    return verdict(head_of("GET " + target + " HTTP/1.1", "Host: moot.example\r\n"));
}

int verdict_of_fields(const std::string& fields) {
    return verdict(head_of("POST / HTTP/1.1", "Host: moot.example\r\n" + fields));
}

Head accepted(const std::string& bytes) {
    const Gated<Head> head = read_gated_head(bytes, hosts);
    EXPECT_TRUE(head) << bytes;
    return head ? *head : Head{};
}

TEST(WireGate, ReadsAProperHead) {
    const Head head = accepted(
        "POST /boards/h%C3%A9alth?a=1&b=%26+x HTTP/1.1\r\nHost: MOOT.example:8080\r\n"
        "Content-Length: 12\r\nCookie: x=1; session=abc\r\nX-Odd:  two  words \r\n"
        "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(head.request.method, Method::post);
    EXPECT_EQ(head.request.path,
              "/boards/h\xC3\xA9"
              "alth");
    EXPECT_EQ(head.request.query_value("b"), "& x");
    EXPECT_EQ(head.request.cookie("session"), "abc");
    EXPECT_EQ(head.request.cookie("sess"), "");
    EXPECT_EQ(head.request.header("x-odd"), "two  words");
    EXPECT_EQ(head.content_length, 12U);
    EXPECT_TRUE(head.keep_alive);
    EXPECT_EQ(head.expects, server::net::Expects::continue_100);
}

TEST(WireGate, KeepsConnectionsByVersion) {
    EXPECT_FALSE(accepted("GET / HTTP/1.0\r\nHost: moot.example\r\n\r\n").keep_alive);
    EXPECT_TRUE(accepted("GET / HTTP/1.0\r\nHost: moot.example\r\nConnection: keep-alive\r\n\r\n")
                    .keep_alive);
    EXPECT_FALSE(accepted("GET / HTTP/1.1\r\nHost: moot.example\r\nConnection: x, close\r\n\r\n")
                     .keep_alive);
}

TEST(WireGate, RefusesEveryTransferEncoding) {
    EXPECT_EQ(verdict_of_fields("Transfer-Encoding: chunked\r\n"), 411);
    EXPECT_EQ(verdict_of_fields("transfer-encoding: CHUNKED\r\n"), 411);
    for (const char* coding :
         {"gzip", "chunked, gzip", "gzip, chunked", "identity", "xchunked", ""})
        EXPECT_EQ(verdict_of_fields(std::string("Transfer-Encoding: ") + coding + "\r\n"), 501);
    EXPECT_EQ(verdict_of_fields("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"), 400);
    EXPECT_EQ(verdict_of_fields("Content-Length: 3\r\nTransfer-Encoding: gzip\r\n"), 400);
}

TEST(WireGate, TakesOneLengthOfPlainDigits) {
    EXPECT_EQ(verdict_of_fields("Content-Length: 3\r\n"), 200);
    EXPECT_EQ(verdict_of_fields("Content-Length: 3\r\nContent-Length: 3\r\n"), 400);
    for (const char* length : {"+3", "-3", "0x3", "3, 3", "3 3", "", "3.0", "99999999999999999999"})
        EXPECT_EQ(verdict_of_fields(std::string("Content-Length: ") + length + "\r\n"), 400)
            << length;
    EXPECT_EQ(verdict(head_of("GET / HTTP/1.1", "Host: moot.example\r\nContent-Length: 1\r\n")),
              400);
    EXPECT_EQ(verdict(head_of("GET / HTTP/1.1", "Host: moot.example\r\nContent-Length: 0\r\n")),
              200);
}

TEST(WireGate, WantsOneHostThatItKnows) {
    const auto host = [](const std::string& fields) {
        return verdict(head_of("GET / HTTP/1.1", fields));
    };
    EXPECT_EQ(host(""), 400);
    EXPECT_EQ(host("Host:\r\n"), 400);
    EXPECT_EQ(host("Host: moot.example\r\nHost: moot.example\r\n"), 400);
    EXPECT_EQ(host("Host: evil.example\r\n"), 421);
    EXPECT_EQ(host("Host: moot.example.evil\r\n"), 421);
    EXPECT_EQ(host("Host: moot.example:x\r\n"), 421);
    EXPECT_EQ(host("Host: moot.example:\r\n"), 200);
    EXPECT_EQ(host("Host: other.example\r\n"), 421);
    EXPECT_EQ(host("Host: Other.Example:81\r\n"), 200);
    EXPECT_EQ(host("Host: [::1]:8080\r\n"), 200);
    EXPECT_EQ(host("Host: [::1]:9\r\n"), 421);
}

TEST(WireGate, RefusesMalformedFields) {
    EXPECT_EQ(verdict_of_fields("X-A: b\r\n folded\r\n"), 400);
    EXPECT_EQ(verdict_of_fields("X-A : b\r\n"), 400);
    EXPECT_EQ(verdict_of_fields(": b\r\n"), 400);
    EXPECT_EQ(verdict_of_fields("no colon\r\n"), 400);
    EXPECT_EQ(verdict_of_fields(std::string("X-A: b\0c\r\n", 10)), 400);
    EXPECT_EQ(verdict_of_fields("X-A: b\nX-B: c\r\n"), 400);
    EXPECT_EQ(verdict_of_fields("X-A: b\rX-B: c\r\n"), 400);
    EXPECT_EQ(verdict_of_fields("Expect: 100-continue\r\nExpect: x\r\n"), 400);
    EXPECT_EQ(verdict_of_fields("Expect: 200-ok\r\n"), 417);
    EXPECT_EQ(verdict("\r\nGET / HTTP/1.1\r\nHost: moot.example\r\n\r\n"), 400);
}

TEST(WireGate, BoundsTheHead) {
    std::string fields = "Host: moot.example\r\n";
    for (std::size_t i = 1; i < server::base::limits::head_fields_max; ++i)
        fields += "X-A: b\r\n";
    EXPECT_EQ(verdict(head_of("GET / HTTP/1.1", fields)), 200);
    EXPECT_EQ(verdict(head_of("GET / HTTP/1.1", fields + "X-A: b\r\n")), 431);
    EXPECT_EQ(verdict_of_fields("X-A: " + std::string(20'000, 'b') + "\r\n"), 431);
    EXPECT_EQ(verdict_of_target("/" + std::string(2047, 'a')), 200);
    EXPECT_EQ(verdict_of_target("/" + std::string(2048, 'a')), 414);
    EXPECT_EQ(verdict_of_target("/" + std::string(20'000, 'a')), 414);
}

TEST(WireGate, AnswersThreeMethodsAndTwoVersions) {
    for (const char* method : {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "PRI"})
        EXPECT_EQ(verdict(head_of(std::string(method) + " / HTTP/1.1", "Host: moot.example\r\n")),
                  405)
            << method;
    EXPECT_EQ(verdict(head_of("GET / HTTP/2.0", "Host: moot.example\r\n")), 505);
    for (const char* line :
         {"GET /", "GET  / HTTP/1.1", "GET / HTTP/1.1 ", "GET / http/1.1", "GET\t/ HTTP/1.1",
          " GET / HTTP/1.1", "G(T / HTTP/1.1", "GET / HTTP/1.10"})
        EXPECT_EQ(verdict(head_of(line, "Host: moot.example\r\n")), 400) << line;
}

TEST(WireGate, RefusesOddTargets) {
    for (const char* target : {"*",
                               "http://moot.example/",
                               "moot.example:80",
                               "/a#b",
                               "/a\x80",
                               "/%00",
                               "/a%",
                               "/%g1",
                               "/..",
                               "/a/../b",
                               "/%2e%2e/b",
                               "/./a",
                               "//",
                               "/a//b",
                               "/%ff",
                               "/%c0%af",
                               "/a%2fb",
                               "/a%5Cb",
                               "/a\\b",
                               "/a%0d%0ab",
                               "/a%7f",
                               "/a?b=%00",
                               "/a?b=%f",
                               "/a?%ff"})
        EXPECT_EQ(verdict_of_target(target), 400) << target;
    for (const char* target : {"/", "/a/", "/a..b", "/a+b", "/a?b=//..", "/caf%C3%A9?x=1|2"})
        EXPECT_EQ(verdict_of_target(target), 200) << target;
}

TEST(WireGate, DecodesPathsOnce) {
    EXPECT_EQ(decode_path("/a%20b+c"), "/a b+c");
    EXPECT_EQ(decode_path("/a%2525"), "/a%25");
    EXPECT_EQ(decode_path("a"), std::nullopt);
    EXPECT_EQ(decode_path(""), std::nullopt);
}

TEST(WireGate, JudgesTheSameWhereverTheBytesAreCut) {
    const std::vector<std::string> vectors{
        head_of("GET /a HTTP/1.1", "Host: moot.example\r\nX-A: b\r\n") + "GET /rest",
        head_of("GET /a HTTP/1.1", "Host: moot.example\r\nX-A: b\n\r\n"),
        head_of("GET /a HTTP/1.1", "Host: moot.example\r\n folded\r\n"),
        "GET /a HTTP/1.1\r\r\nHost: moot.example\r\n\r\n",
        head_of("POST / HTTP/1.1", "Host: moot.example\r\nTransfer-Encoding: gzip\r\n") + "GET /b"};
    for (const std::string& bytes : vectors) {
        HeadScanner whole;
        const auto expected = whole.scan(bytes);
        for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
            HeadScanner scanner;
            auto size = scanner.scan(std::string_view(bytes).substr(0, cut));
            if (size && *size == 0) size = scanner.scan(bytes);
            ASSERT_EQ(size.has_value(), expected.has_value()) << cut;
            if (size)
                EXPECT_EQ(*size, *expected) << cut;
            else
                EXPECT_EQ(size.error().words, expected.error().words) << cut;
        }
    }
}

}  // namespace
