// The server as it runs, over its socket: uploads of strangers, addresses, what a crash left.
#include "server/command_line/running_server.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "db/identity.hpp"
#include "server/access/signed_in_viewer.hpp"
#include "server/base/limits.hpp"
#include "server/base/secrets.hpp"
#include "server/web/session_cookie.hpp"
#include "tests/harness/test_app.hpp"
#include "tests/net/raw_client.hpp"

namespace {

constexpr std::size_t large = 2 * 1024 * 1024;

server::net::Request upload_to(const std::string& path, const std::string& cookie = "") {
    server::net::Request request;
    request.method = server::net::Method::post;
    request.path = request.target = path;
    if (!cookie.empty())
        request.headers.emplace("cookie", std::string(server::web::session_cookie) + "=" + cookie);
    return request;
}

class RunningServer : public testing::Test {
  protected:
    std::string session_of(const std::string& person) {
        auto tx = app_.app().database.begin_write();
        auto cookie = server::access::open_session(app_.app(), *tx, person);
        tx->commit();
        cookie.erase(0, cookie.find('=') + 1);
        return cookie.substr(0, cookie.find(';'));
    }
    std::string post(const std::string& path, const std::string& cookie, std::size_t bytes) {
        std::string head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
                           std::to_string(bytes) +
                           "\r\nContent-Type: multipart/form-data; boundary=b\r\n";
        if (!cookie.empty())
            head += "Cookie: " + std::string(server::web::session_cookie) + "=" + cookie + "\r\n";
        return head + "\r\n" + std::string(bytes, 'x');
    }
    tests::TestApp app_;
};

TEST_F(RunningServer, TakesUploadsOnlyWhereThereAreAnyAndFromASession) {
    const auto session = session_of("hwb-secretariat");
    auto& dispatcher = app_.dispatcher();
    const std::string page = "/items/any/papers";
    EXPECT_EQ(dispatcher.upload_allowance(upload_to(page, session)),
              app_.app().config.upload_bytes_max);
    EXPECT_EQ(dispatcher.upload_allowance(upload_to(page)), 0U);
    EXPECT_EQ(dispatcher.upload_allowance(upload_to(page, "made-up")), 0U);
    EXPECT_EQ(dispatcher.upload_allowance(upload_to("/sign-in", session)), 0U);
    EXPECT_EQ(dispatcher.upload_allowance(upload_to("/no/such/page", session)), 0U);
}

TEST_F(RunningServer, TakesAFormsWorthFromASessionThatRanOut) {
    const auto session = session_of("hwb-secretariat");
    app_.clock().set(app_.clock().now() + server::base::limits::staff_session_life_max);
    auto& dispatcher = app_.dispatcher();
    const auto upload = upload_to("/items/any/papers", session);
    EXPECT_EQ(dispatcher.upload_allowance(upload), server::base::limits::body_bytes_max);
    {
        auto tx = app_.app().database.begin_write();
        db::end_session(*tx, server::base::sha256_hex(session));
        tx->commit();
    }
    EXPECT_EQ(dispatcher.upload_allowance(upload), 0U) << "no longer on record";
}

TEST_F(RunningServer, RefusesTheUploadOfAStrangerUnread) {
    const auto session = session_of("hwb-secretariat");
    app_.app().config.listen_port = 0;
    app_.app().config.base_url = "http://localhost";
    server::command_line::RunningServer running(app_.app(), server::command_line::Jobs::by_hand);
    const auto status = [&](const std::string& bytes) {
        tests::RawClient client(running.port());
        client.send(bytes);
        return client.answer().status;
    };
    EXPECT_EQ(status(post("/items/any/papers", "", large)), 413);
    EXPECT_EQ(status(post("/items/any/papers", "made-up", large)), 413);
    EXPECT_EQ(status(post("/items/any/papers", "made-up", 10)), 413);
    EXPECT_EQ(status(post("/sign-in", session, large)), 413);
    EXPECT_EQ(status(post("/items/any/papers", session, large)), 422);  // read, and no form
}

TEST_F(RunningServer, RemovesWhatAKilledProcessLeftInItsWork) {
    const auto work = app_.directory() / "work";
    std::filesystem::create_directory(work);
    std::ofstream(work / "upload-1.pdf") << "exempt";
    app_.restart();
    EXPECT_TRUE(std::filesystem::is_empty(work));
}

}  // namespace
