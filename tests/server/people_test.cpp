// Posts: who may see and change them, and what a new mailbox does.
#include "db/people.hpp"

#include <gtest/gtest.h>

#include "db/memberships.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

TEST(People, AreForSecretariats) {
    TestApp app;
    EXPECT_EQ(app.browser().get("/people").status, 303);
    EXPECT_EQ(app.browser("healthwatch").get("/people").status, 403);
    EXPECT_EQ(app.browser("leader-county").get("/people.json").status, 403);
    EXPECT_EQ(app.browser("leader-county").get("/people/oscb-chair").status, 403);
    const auto page = app.browser("growth-secretariat").get("/people");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("oscb-chair@example.org"));
    EXPECT_TRUE(app.browser("growth-secretariat").get("/people.json").has("\"count\":36"));
}

TEST(People, ShowSeatsOfAPost) {
    TestApp app;
    const auto page = app.browser("hwb-secretariat").get("/people/cabinet-public-health");
    EXPECT_TRUE(page.has("Health Improvement Partnership Board"));
    EXPECT_TRUE(page.has("lead member"));
    EXPECT_EQ(app.browser("hwb-secretariat").get("/people/nobody").status, 404);
}

TEST(People, AMendedMailboxGetsTheNextLetterAndOldSessionsEnd) {
    TestApp app;
    auto chair = app.browser("oscb-chair");
    EXPECT_EQ(chair.get("/home").status, 200);
    auto public_browser = app.browser();
    public_browser.get("/sign-in");
    public_browser.submit("/sign-in", {{"email", "oscb-chair@example.org"}});
    auto secretariat = app.browser("safeguarding-secretariat");
    secretariat.get("/people/oscb-chair/edit");
    const auto page = secretariat.submit(
        "/people/oscb-chair/edit", {{"holder", "A. Holder"}, {"email", " New.Chair@Example.org"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("new.chair@example.org"));
    EXPECT_TRUE(page.has("still queued to the old address"));
    EXPECT_TRUE(page.has("signed out"));
    EXPECT_EQ(chair.get("/home").status, 303);
    public_browser.get("/sign-in");
    public_browser.submit("/sign-in", {{"email", "new.chair@example.org"}});
    EXPECT_EQ(app.query("SELECT recipient FROM outbox ORDER BY id DESC LIMIT 1"),
              "new.chair@example.org");
    EXPECT_TRUE(secretariat.get("/people/oscb-chair").has("oscb-chair@example.org"));
}

TEST(People, AnUnchangedMailboxKeepsSessions) {
    TestApp app;
    auto chair = app.browser("oscb-chair");
    auto secretariat = app.browser("safeguarding-secretariat");
    secretariat.get("/people/oscb-chair/edit");
    secretariat.submit("/people/oscb-chair/edit", {{"holder", "A. Holder"}});
    EXPECT_EQ(chair.get("/home").status, 200);
}

TEST(People, ABadAddressIsRefusedAndKept) {
    TestApp app;
    auto browser = app.browser("safeguarding-secretariat");
    for (const std::string bad :
         {"", "chair", "chair@", "a b@example.org", "chair@example.org\nRCPT TO:<x@y.org>",
          "\"chair\"@example.org", "chair@[127.0.0.1]", "<chair@example.org>"}) {
        browser.get("/people/oscb-chair/edit");
        const auto page = browser.submit("/people/oscb-chair/edit",
                                         {{"holder", "CANARY holder"}, {"email", bad}});
        EXPECT_EQ(page.status, 422) << bad;
        EXPECT_TRUE(page.has("href=\"#email\"")) << bad;
        EXPECT_TRUE(page.has("CANARY holder")) << bad;
    }
    EXPECT_EQ(app.query("SELECT email FROM person WHERE key = 'oscb-chair'"),
              "oscb-chair@example.org");
}

TEST(People, SeatsBeginAtMidnightInTheCounty) {
    TestApp app;
    {
        auto tx = app.app().database.begin_write();
        ASSERT_TRUE(db::insert_membership(
                        *tx, {"", "OGB", "healthwatch", "member", "", "2019-07-02", "", 1})
                        .has_value());
        tx->commit();
    }
    app.clock().set(
        workflows::to_instant(workflows::make_day(2019, 7, 2), {0, 30}, "Europe/London").value());
    EXPECT_EQ(app.browser("growth-secretariat").get("/people/healthwatch/edit").status, 200);
}

TEST(People, RefuseAStaleForm) {
    TestApp app;
    auto first = app.browser("safeguarding-secretariat");
    auto second = app.browser("safeguarding-secretariat");
    first.get("/people/oscb-chair/edit");
    second.get("/people/oscb-chair/edit");
    first.submit("/people/oscb-chair/edit", {{"holder", "First"}});
    EXPECT_EQ(second.submit("/people/oscb-chair/edit", {{"holder", "Second"}}).status, 409);
    EXPECT_EQ(app.query("SELECT holder FROM person WHERE key = 'oscb-chair'"), "First");
}

TEST(People, AreEditedBySecretariatsOfTheirBoardsAndByThemselves) {
    TestApp app;
    EXPECT_EQ(app.browser("growth-secretariat").get("/people/oscb-chair/edit").status, 403);
    EXPECT_EQ(app.browser("healthwatch").get("/people/oscb-chair/edit").status, 403);
    auto chair = app.browser("oscb-chair");
    const auto form = chair.get("/people/oscb-chair/edit");
    EXPECT_EQ(form.status, 200);
    EXPECT_FALSE(form.has("name=\"post\""));
    EXPECT_TRUE(
        chair.submit("/people/oscb-chair/edit", {{"holder", "Me"}, {"post", "King"}}).has("Saved"));
    EXPECT_EQ(app.query("SELECT holder || post FROM person WHERE key = 'oscb-chair'"),
              "MeIndependent Chair of the Safeguarding Children Board");
}

TEST(People, OnlyAnAdministratorMovesTheMailboxOfAnAdministrator) {
    TestApp app;
    {
        auto tx = app.app().database.begin_write();
        auto person = db::find_person(*tx, "oscb-chair");
        person->administrator = true;
        ASSERT_TRUE(db::save_person(*tx, *person).has_value());
        tx->commit();
    }
    auto browser = app.browser("safeguarding-secretariat");
    browser.get("/people/oscb-chair/edit");
    const auto page = browser.submit("/people/oscb-chair/edit", {{"email", "mine@example.org"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("Ask an administrator"));
}

TEST(People, ANewPostGetsAKeyOfItsOwnAndOneFormOneEffect) {
    TestApp app;
    auto browser = app.browser("growth-secretariat");
    browser.get("/people/new");
    const tests::Fields fields{{"post", "Clinical Lead"},
                               {"organisation", "Buckinghamshire"},
                               {"email", "lead@example.org"}};
    EXPECT_EQ(browser.submit_only("/people/new", fields).location(),
              "/people/clinical-lead?done=added");
    browser.get("/people/new");
    EXPECT_EQ(browser.submit_only("/people/new", fields).location(),
              "/people/clinical-lead-2?done=added");
    browser.get("/people/new");
    EXPECT_EQ(browser.submit("/people/new", {{"post", "X"}, {"email", "x@example.org"}}).status,
              422);
}

TEST(People, ADoubleClickAddsOnePost) {
    TestApp app;
    auto browser = app.browser("growth-secretariat");
    browser.get("/people/new");
    const auto token = browser.token_on_page();
    const tests::Fields fields{{"post", "Clerk"},
                               {"organisation", "Somewhere"},
                               {"holder", ""},
                               {"email", "clerk@example.org"}};
    EXPECT_EQ(browser.post_raw("/people/new", fields, token).status, 303);
    EXPECT_EQ(browser.post_raw("/people/new", fields, token).status, 303);
    EXPECT_EQ(app.query("SELECT COUNT(*) FROM person WHERE post = 'Clerk'"), "1");
}

}  // namespace
