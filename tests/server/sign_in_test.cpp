// Signing in by code and by link, signing out, and what the edge refuses.
#include <gtest/gtest.h>

#include <regex>

#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

std::string mailed_code(TestApp& app) {
    const auto bytes = app.query(
        "SELECT bytes FROM outbox WHERE template = 'sign_in_code' ORDER BY id DESC LIMIT 1");
    std::smatch match;
    return std::regex_search(bytes, match, std::regex("code: (\\d{3} \\d{3})")) ? match[1].str()
                                                                                : "";
}

TEST(SignIn, ByMailedCode) {
    TestApp app;
    auto browser = app.browser();
    browser.get("/sign-in");
    browser.submit("/sign-in", {{"email", "OSCB-chair@example.org "}});
    EXPECT_TRUE(browser.page().has("Check your e-mail"));
    browser.submit_only("/sign-in/code", {{"code", mailed_code(app)}});
    EXPECT_EQ(browser.page().status, 303);
    EXPECT_EQ(browser.page().location(), "/home");
    EXPECT_NE(browser.get("/healthz").status, 403);
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
    EXPECT_EQ(app.query("SELECT COUNT(*) FROM outbox"), "1");
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
        EXPECT_TRUE(page.has("wrong or too old"));
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

TEST(SignIn, NeverLeadsToAnotherSite) {
    TestApp app;
    auto browser = app.browser();
    for (const char* next : {"//evil.example", "https://evil.example", "/\\evil.example",
                             "/sign-in?next=x", "javascript:alert(1)"}) {
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
