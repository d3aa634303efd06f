// Uploads over real sockets: their bounds, the slots they take and give back, the files they leave.
#include <gtest/gtest.h>

#include "tests/net/server_fixture.hpp"

namespace tests {
namespace {

class UploadTest : public NetTest {};

const std::string multipart_type = "Content-Type: multipart/form-data; boundary=b\r\n";

TEST_F(UploadTest, LetsTheOwnerBoundAnUploadByItsHead) {
    callbacks.upload_allowance = [](const server::net::Request& request) {
        if (request.path == "/throws") throw std::runtime_error("no");
        return request.path == "/upload" ? std::uint64_t{1000} : std::uint64_t{0};
    };
    start();
    EXPECT_EQ(ask(post("/upload", std::string(1000, 'x'), multipart_type)).status, 200);
    EXPECT_EQ(ask(post("/upload", std::string(1001, 'x'), multipart_type)).status, 413);
    EXPECT_EQ(ask(post("/other", "x", multipart_type)).status, 413);
    EXPECT_EQ(ask(post("/throws", "x", multipart_type)).status, 413);
    EXPECT_EQ(ask(post("/other", "x")).status, 200);
}

TEST_F(UploadTest, SpoolsAnUploadAndRemovesIt) {
    start();
    std::string body(3 * 1024 * 1024 + 17, 'x');
    for (std::size_t i = 0; i < body.size(); i += 1000)
        body[i] = static_cast<char>('a' + i % 26);
    RawClient client = connect();
    client.send(post("/upload", body, multipart_type) + get("/after"));
    EXPECT_EQ(client.answer().status, 200);
    EXPECT_EQ(spooled, body);
    EXPECT_EQ(spool.entries(), 0U);
    EXPECT_EQ(client.answer().body, "GET /after from 127.0.0.1 ");
}

TEST_F(UploadTest, RefusesAnUploadOverItsLimitUnread) {
    config.bounds.upload_bytes_max = 1000;
    start();
    const RawResponse response = ask(post("/upload", std::string(200'000, 'x'), multipart_type));
    EXPECT_EQ(response.status, 413);
    EXPECT_EQ(spool.entries(), 0U);
    EXPECT_EQ(ask(post("/upload", std::string(1000, 'x'), multipart_type)).status, 200);
}

TEST_F(UploadTest, RemovesAnUploadThatBreaksOff) {
    start();
    {
        RawClient client = connect();
        client.send(post("/upload", std::string(600'000, 'x'), multipart_type).substr(0, 500'000));
        EXPECT_TRUE(eventually([&] { return spool.entries() == 1; }));
    }
    EXPECT_TRUE(eventually([&] { return spool.entries() == 0; }));
    EXPECT_EQ(ask(get("/a")).status, 200);
}

TEST_F(UploadTest, SaysWhenTheSpoolIsBroken) {
    start();
    std::filesystem::remove_all(spool.path());
    EXPECT_EQ(ask(post("/upload", "x", multipart_type)).status, 507);
    EXPECT_NE(logged().find("spool"), std::string::npos);
}

TEST_F(UploadTest, RemovesUploadsOfAKilledProcessAtStart) {
    std::ofstream(spool.path() / "upload-AbCdEf") << "left";
    start();
    EXPECT_EQ(spool.entries(), 0U);
}

TEST_F(UploadTest, BoundsUploadsAtOnce) {
    config.bounds.uploads_at_once_max = 1;
    start();
    RawClient first = connect();
    const std::string bytes = post("/upload", std::string(1000, 'x'), multipart_type);
    first.send(bytes.substr(0, bytes.size() - 1));
    ASSERT_TRUE(eventually([&] { return spool.entries() == 1; }));
    const RawResponse refused = ask(bytes);
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("Retry-After"), "2");
    first.send("x");
    EXPECT_EQ(first.answer().status, 200);
}

TEST_F(UploadTest, BoundsUploadsOfOneAddress) {
    config.bounds.uploads_per_address_max = 1;
    start();
    RawClient first = connect();
    const std::string bytes = post("/upload", std::string(1000, 'x'), multipart_type);
    first.send(bytes.substr(0, bytes.size() - 1));
    ASSERT_TRUE(eventually([&] { return spool.entries() == 1; }));
    EXPECT_EQ(ask(bytes).status, 503);
    RawClient other = connect("127.0.0.2");
    other.send(bytes);
    EXPECT_EQ(other.answer().status, 200);
    first.send("x");
    EXPECT_EQ(first.answer().status, 200);
    EXPECT_EQ(ask(bytes).status, 200);
}

// Their connections stay open for a while after the refusal, until the client has heard it.
TEST_F(UploadTest, GivesNoUploadSlotToThoseItRefuses) {
    config.bounds.uploads_at_once_max = 1;
    config.timeouts.linger = std::chrono::seconds(20);
    callbacks.upload_allowance = [](const server::net::Request& request) {
        return request.path == "/upload" ? std::uint64_t{1000} : std::uint64_t{0};
    };
    start();
    RawClient stranger = connect("127.0.0.2");
    stranger.send(post("/other", std::string(1000, 'x'), multipart_type).substr(0, 200));
    EXPECT_EQ(stranger.answer().status, 413);
    EXPECT_EQ(ask(post("/upload", std::string(1000, 'x'), multipart_type)).status, 200);
}

TEST_F(UploadTest, GivesAnUploadSlotBackBeforeItRefuses) {
    config.bounds.uploads_at_once_max = 1;
    config.timeouts.linger = std::chrono::seconds(20);
    start();
    std::filesystem::remove_all(spool.path());
    RawClient first = connect();
    first.send(post("/upload", "x", multipart_type));
    EXPECT_EQ(first.answer().status, 507);
    std::filesystem::create_directory(spool.path());
    EXPECT_EQ(ask(post("/upload", "x", multipart_type)).status, 200);
}

TEST_F(UploadTest, LooksForAnUploadSlotOnceTheOwnerHasAnswered) {
    config.bounds.uploads_at_once_max = 1;
    callbacks.upload_allowance = [this](const server::net::Request&) {
        gate.pass();
        return std::uint64_t{1000};
    };
    start();
    const std::string bytes = post("/upload", std::string(1000, 'x'), multipart_type);
    RawClient first = connect();
    RawClient second = connect();
    first.send(bytes.substr(0, bytes.size() - 1));
    second.send(bytes.substr(0, bytes.size() - 1));
    gate.wait_for(2);
    gate.open();
    // Neither ends its body, so only the one without a slot is answered.
    ASSERT_TRUE(eventually([&] { return !first.is_silent(0) || !second.is_silent(0); }));
    RawClient& refused = first.is_silent(0) ? second : first;
    EXPECT_EQ(refused.answer().status, 503);
    RawClient& taken = &refused == &first ? second : first;
    taken.send("x");
    EXPECT_EQ(taken.answer().status, 200);
}

TEST_F(UploadTest, AsksNoMoreOwnersThanWait) {
    config.bounds.requests_waiting_max = 1;
    callbacks.upload_allowance = [this](const server::net::Request&) {
        gate.pass();
        return std::uint64_t{1000};
    };
    start();
    RawClient first = connect();
    first.send(post("/upload", "x", multipart_type));
    gate.wait_for(1);
    EXPECT_EQ(ask(post("/upload", "x", multipart_type)).status, 503);
    gate.open();
    EXPECT_EQ(first.answer().status, 200);
}

TEST(BodyLimits, BoundTheTimeOfABodyByItsSize) {
    namespace limits = server::base::limits;
    const auto seconds = [](std::uint64_t bytes) {
        return bytes / limits::body_bytes_per_second_min;
    };
    EXPECT_LE(seconds(limits::body_bytes_max), 60U);
    EXPECT_LE(seconds(limits::upload_bytes_max), 40U * 60);
    EXPECT_LT(limits::uploads_per_address_max * 2, limits::uploads_at_once_max);
}

}  // namespace
}  // namespace tests
