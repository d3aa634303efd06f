// Standing invitations and groups of boards: administrators add, change and end them.
#include <gtest/gtest.h>

#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

// The county comes with one: the OSCB chair is invited to the Children's Trust.
class Invitations : public testing::Test {
  protected:
    Invitations() { make_administrator(app_, "assistant-chief-executive"); }
    tests::Browser administrator() { return app_.browser("assistant-chief-executive"); }
    TestApp app_;
    const std::string invitation_ = "/invitations/ct/oscb-chair";
};

TEST_F(Invitations, AreListedAndAdded) {
    auto browser = administrator();
    EXPECT_TRUE(browser.get("/people").has("href=\"/invitations\""));
    EXPECT_TRUE(browser.get("/invitations").has(invitation_));
    const auto wrong = browser.submit("/invitations", {{"board", "HIB"}, {"reason", "Kept"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.has("Select a post from the list"));
    EXPECT_TRUE(wrong.has("value=\"Kept\""));
    browser.get("/invitations");
    browser.submit("/invitations",
                   {{"board", "HIB"}, {"person", "oscb-chair"}, {"reason", "Agreed in June"}});
    EXPECT_TRUE(browser.page().has("Agreed in June"));
    EXPECT_EQ(count_audit(app_, "invitation.add"), 1);
    EXPECT_EQ(browser
                  .submit("/invitations",
                          {{"board", "HIB"}, {"person", "oscb-chair"}, {"reason", "Again"}})
                  .status,
              409);
    EXPECT_EQ(app_.browser("hwb-secretariat").get("/invitations").status, 403);
}

TEST_F(Invitations, EndOnADayAndThenInviteNobody) {
    EXPECT_TRUE(app_.browser("oscb-chair").get("/home").has("2018-12-12"));
    auto browser = administrator();
    browser.get(invitation_);
    EXPECT_EQ(browser.submit(invitation_, {{"reason", " "}}).status, 422);
    browser.get(invitation_);
    browser.submit(invitation_,
                   {{"to_day-day", "31"}, {"to_day-month", "10"}, {"to_day-year", "2018"}});
    EXPECT_TRUE(browser.page().has("Wednesday 31 October 2018"));
    EXPECT_FALSE(app_.browser("oscb-chair").get("/home").has("2018-12-12"));
    EXPECT_EQ(rows(app_, "standing_invitation").value("version"), "2");
}

TEST_F(Invitations, RefuseAStaleForm) {
    auto first = administrator();
    auto second = administrator();
    first.get(invitation_);
    second.get(invitation_);
    first.submit(invitation_, {{"reason", "First"}});
    const auto page = second.submit(invitation_, {{"reason", "Second"}});
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("value=\"Second\""));
    EXPECT_EQ(rows(app_, "standing_invitation").value("reason"), "First");
}

TEST_F(Invitations, GroupsTakeBoardsInAndLetThemGo) {
    auto browser = administrator();
    EXPECT_TRUE(browser.get("/groups").has("JMGs: JMG-OP"));
    browser.submit("/groups", {{"group", "JMGs"}, {"board", "HIB"}});
    const std::string pair = "JMGs: HIB";
    EXPECT_TRUE(browser.page().has(pair));
    EXPECT_EQ(browser.submit("/groups", {{"group", "JMGs"}, {"board", "HIB"}}).status, 409);
    browser.get("/groups");
    EXPECT_EQ(browser.submit("/groups", {{"group", " "}, {"board", "HIB"}}).status, 422);
    browser.get("/groups");
    const auto token = browser.token_on_page();
    EXPECT_EQ(
        browser.post_raw("/groups/remove", {{"group", "JMGs"}, {"board", "HIB"}}, token).status,
        303);
    EXPECT_FALSE(browser.get("/groups").has(pair));
    EXPECT_EQ(rows(app_, "audit", {{"action LIKE", "group.%"}}).list("action"),
              "group.add, group.remove");
}

}  // namespace
