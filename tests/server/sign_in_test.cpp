// Signing in by code and by link, signing out, and what the edge refuses.
#include <gtest/gtest.h>

#include <regex>

#include "db/identity.hpp"
#include "db/session.hpp"
#include "server/access/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

std::string mailed_code(TestApp& app) {
    const auto bytes = newest_letter(app, {{"template", "sign_in_code"}});
    std::smatch match;
    return std::regex_search(bytes, match, std::regex("code\\s+(\\d{3} \\d{3})")) ? match[1].str()
                                                                                  : "";
}

TEST(SignIn, ByMailedCode) {
    TestApp app;
    auto browser = app.browser();
    browser.get("/sign-in");
    browser.submit("/sign-in", {{"email", "OSCB-chair@example.org "}});
    EXPECT_TRUE(browser.page().has("Check your email"));
    browser.submit_only("/sign-in/code", {{"code", mailed_code(app)}});
    EXPECT_EQ(browser.page().status, 303);
    EXPECT_EQ(browser.page().location(), "/home");
    EXPECT_EQ(browser.get("/home").status, 200);
}

TEST(SignIn, AnswersTheSameForAnUnknownAddress) {
    TestApp app;
    auto known = app.browser();
    known.get("/sign-in");
    auto unknown = app.browser();
    unknown.get("/sign-in");
    const auto a = known.submit_only("/sign-in", {{"email", "oscb-chair@example.org"}});
    const auto b = unknown.submit_only("/sign-in", {{"email", "nobody@example.org"}});
    EXPECT_EQ(a.status, b.status);
    EXPECT_EQ(a.location(), b.location());
    EXPECT_EQ(count_mail(app), 1);
}

TEST(SignIn, RefusesAWrongCodeAndCountsTries) {
    TestApp app;
    auto browser = app.browser();
    browser.get("/sign-in");
    browser.submit("/sign-in", {{"email", "oscb-chair@example.org"}});
    const auto code = mailed_code(app);
    for (int i = 0; i < 5; ++i) {
        const auto page = browser.submit("/sign-in/code", {{"code", "000000"}});
        EXPECT_EQ(page.status, 422);
        EXPECT_TRUE(page.has(server::access::words::incorrect_or_expired_code_enter));
    }
    EXPECT_EQ(browser.submit("/sign-in/code", {{"code", code}}).status, 422);
}

TEST(SignIn, RefusesAnOldCode) {
    TestApp app;
    auto browser = app.browser();
    browser.get("/sign-in");
    browser.submit("/sign-in", {{"email", "oscb-chair@example.org"}});
    app.clock().set(app.clock().now() + std::chrono::minutes(15));
    EXPECT_EQ(browser.submit("/sign-in/code", {{"code", mailed_code(app)}}).status, 422);
}

TEST(SignIn, LimitsHowManyCodesOneAddressIsSent) {
    TestApp app;
    auto browser = app.browser();
    for (int i = 0; i < 5; ++i) {
        browser.get("/sign-in");
        EXPECT_EQ(browser.submit_only("/sign-in", {{"email", "oscb-chair@example.org"}}).status,
                  303);
    }
    browser.get("/sign-in");
    EXPECT_EQ(browser.submit_only("/sign-in", {{"email", "oscb-chair@example.org"}}).status, 429);
}

void add_codes(TestApp& app, const std::string& email, const std::string& client, int count,
               int tries, bool used) {
    auto tx = app.app().database.begin_write();
    for (int i = 0; i < count; ++i) {
        db::SignInCode row;
        row.id = app.app().ids.id();
        row.email = email;
        row.client = client;
        row.created_at = tx->now();
        row.not_after = tx->now();
        db::insert_sign_in_code(*tx, row);
        for (int n = 0; n < tries; ++n)
            db::count_try(*tx, row.id);
        if (used) db::use_sign_in_code(*tx, row.id);
    }
    tx->commit();
}

int answer_to_asking(TestApp& app) {
    auto browser = app.browser();
    browser.get("/sign-in");
    return browser.submit_only("/sign-in", {{"email", "oscb-chair@example.org"}}).status;
}

TEST(SignIn, AStrangerDoesNotUseUpTheCodesOfAnAddress) {
    TestApp app;
    add_codes(app, "oscb-chair@example.org", "192.0.2.1", 29, 0, false);
    EXPECT_EQ(answer_to_asking(app), 303);
    EXPECT_EQ(answer_to_asking(app), 429);
}

TEST(SignIn, LimitsWhatOneClientAsksForAllAddresses) {
    TestApp app;
    add_codes(app, "others@example.org", "127.0.0.1", 19, 0, false);
    EXPECT_EQ(answer_to_asking(app), 303);
    EXPECT_EQ(answer_to_asking(app), 429);
}

TEST(SignIn, TakesNoCodeWhileStrangersGuess) {
    TestApp app;
    add_codes(app, "oscb-chair@example.org", "192.0.2.1", 11, 5, false);
    auto browser = app.browser();
    browser.get("/sign-in");
    browser.submit("/sign-in", {{"email", "oscb-chair@example.org"}});
    const auto page = browser.submit("/sign-in/code", {{"code", mailed_code(app)}});
    EXPECT_EQ(page.status, 429);
    EXPECT_TRUE(page.has(server::access::words::too_many_incorrect_codes_have_been));
    add_codes(app, "oscb-chair@example.org", "127.0.0.1", 1, 0, true);
    EXPECT_EQ(browser.submit_only("/sign-in/code", {{"code", mailed_code(app)}}).status, 303);
}

TEST(SignIn, AMemberWhoBecomesStaffIsHeldToTheShorterTimes) {
    TestApp app;
    auto browser = app.browser("healthwatch");
    app.clock().set(app.clock().now() + std::chrono::hours(13));
    EXPECT_EQ(browser.get("/home").status, 200);
    rows(app, "membership", {{"person", "healthwatch"}}).set({{"role", "secretariat"}});
    EXPECT_EQ(browser.get("/home").status, 303);
}

TEST(SignIn, WorksInABrowserWhoseSessionEnded) {
    TestApp app;
    auto browser = app.browser("oscb-chair");
    app.clock().set(app.clock().now() + std::chrono::hours(31 * 24));
    browser.get("/sign-in");
    browser.submit("/sign-in", {{"email", "oscb-chair@example.org"}});
    EXPECT_TRUE(browser.page().has("Check your email"));
    EXPECT_EQ(browser.submit_only("/sign-in/code", {{"code", mailed_code(app)}}).location(),
              "/home");
    EXPECT_EQ(browser.get("/home").status, 200);
}

TEST(SignIn, AFormOfAnEndedSessionGetsItsTextBack) {
    TestApp app;
    auto browser = app.browser("safeguarding-secretariat");
    browser.get("/people/oscb-chair/edit");
    app.clock().set(app.clock().now() + std::chrono::hours(13));
    const auto page = browser.submit("/people/oscb-chair/edit", {{"holder", "CANARY holder"}});
    EXPECT_EQ(page.status, 403);
    EXPECT_TRUE(page.has("You have been signed out"));
    EXPECT_TRUE(page.has("CANARY holder"));
    EXPECT_NE(page.headers.at("set-cookie").find("__Host-sid=;"), std::string::npos);
    browser.get("/sign-in");
    EXPECT_EQ(browser.submit("/sign-in", {{"email", "oscb-chair@example.org"}}).status, 200);
}

TEST(SignIn, TheCookieOutlivesTheSession) {
    TestApp app;
    auto browser = app.browser();
    browser.get("/sign-in");
    browser.submit("/sign-in", {{"email", "oscb-chair@example.org"}});
    const auto page = browser.submit_only("/sign-in/code", {{"code", mailed_code(app)}});
    EXPECT_NE(page.headers.at("set-cookie").find("Max-Age=" + std::to_string(37 * 24 * 3600)),
              std::string::npos);
}

TEST(SignIn, LeavesTheCacheOfPublicPagesAlone) {
    TestApp app;
    app.app().database.on_commit(
        [&](const std::vector<std::string>& tags) { app.app().cache->forget(tags); });
    app.browser().get("/boards");
    server::net::Request request;
    request.target = "/boards";
    ASSERT_TRUE(app.app().cache->find(request, app.clock().now()));
    auto browser = app.browser();
    browser.get("/sign-in");
    browser.submit("/sign-in", {{"email", "oscb-chair@example.org"}});
    browser.submit("/sign-in/code", {{"code", "000000"}});
    browser.submit("/sign-in/code", {{"code", mailed_code(app)}});
    EXPECT_TRUE(app.app().cache->find(request, app.clock().now()));
}

TEST(Edge, KeepsAPublicPageUntilMidnightInTheCounty) {
    TestApp app;
    app.clock().set(
        workflows::to_instant(workflows::make_day(2018, 7, 2), {0, 30}, "Europe/London").value());
    app.browser().get("/boards");
    server::net::Request request;
    request.target = "/boards";
    const auto midnight =
        workflows::to_instant(workflows::make_day(2018, 7, 3), {0, 0}, "Europe/London").value();
    EXPECT_TRUE(app.app().cache->find(request, midnight - std::chrono::seconds(1)));
    EXPECT_FALSE(app.app().cache->find(request, midnight));
}

TEST(SignIn, NeverLeadsToAnotherSite) {
    TestApp app;
    auto browser = app.browser();
    for (const char* next : {"//evil.example", "https://evil.example", "/\\evil.example",
                             "/sign-in?next=x", "javascript:alert(1)", "/boards/x%0D%0Ay",
                             "/boards/x%7F", "/boards/x%20y", "/boards/%C3%A9"}) {
        browser.get(std::string("/sign-in?next=") + next);
        EXPECT_TRUE(browser.page().has("name=\"next\" value=\"/home\"")) << next;
    }
}

TEST(Edge, RefusesAFormWithoutItsToken) {
    TestApp app;
    auto browser = app.browser("oscb-chair");
    EXPECT_EQ(browser.post_raw("/sign-out", {}).status, 403);
    EXPECT_EQ(browser.post_raw("/sign-out", {}, "abc.def").status, 403);
}

TEST(Edge, SaysWhichMethodsAnAddressHas) {
    TestApp app;
    auto browser = app.browser();
    EXPECT_EQ(browser.get("/sign-out").status, 405);
    EXPECT_EQ(browser.get("/no-such-page").status, 404);
}

}  // namespace
