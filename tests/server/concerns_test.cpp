// The register of safeguarding concerns and the quarter's digest through the pages (protocol 4.12
// to 4.14, 2.15): who knows of one and when, what is refused, what letters say.
#include <gtest/gtest.h>

#include "server/digest/digest_commands.hpp"
#include "server/letters/reminders.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/server/issue_fixture.hpp"

namespace {

using tests::Fields;
using tests::with;

Fields new_concern(const std::string& board = "CT") {
    return {{"raising_board", board},
            {"safeguarding_board", "OSAB"},
            {"matter", "Canary threshold not agreed"},
            {"raised_on-day", "31"},
            {"raised_on-month", "10"},
            {"raised_on-year", "2018"}};
}

class Concerns : public tests::Issues {
  protected:
    std::string raise_concern(const Fields& fields = new_concern(),
                              const std::string& person = "cabinet-children") {
        auto browser = app.browser(person);
        browser.get("/concerns/new");
        const auto page = browser.submit_only("/concerns/new", fields);
        EXPECT_EQ(page.status, 303) << page.body;
        const auto location = page.location();
        return location.substr(0, location.find('?'));
    }
    std::string escalate(const std::string& concern) {
        act("cabinet-children", concern, "agree_partner", {{"partner", "police-lpa-commander"}});
        act("cabinet-children", concern, "escalate");
        return column("state");
    }
    std::string column(const std::string& name) { return rows(app, "concern").value(name); }
};

TEST_F(Concerns, IsTheRaisingBoardsAloneUntilItIsEscalated) {
    const auto concern = raise_concern();
    EXPECT_EQ(column("reference state"), "SC-2018-001 raised");
    EXPECT_EQ(recipients("concern_news"), "cabinet-children safeguarding-secretariat");
    EXPECT_EQ(app.browser("osab-chair").get(concern).status, 404);
    EXPECT_FALSE(app.browser("osab-chair").get("/concerns").has("Canary"));
    EXPECT_EQ(escalate(concern), "escalated");
    EXPECT_EQ(app.browser("osab-chair").get(concern).status, 200);
    EXPECT_TRUE(app.browser("osab-chair").get("/concerns").has("Canary"));
    EXPECT_EQ(column("acknowledge_by"), "2018-11-06");
}

TEST_F(Concerns, EveryOtherChairGetsNotFound) {
    const auto concern = raise_concern();
    escalate(concern);
    for (const char* person :
         {"oscb-chair", "hib-chair", "leader-county", "growth-secretariat", "hwb-secretariat",
          "police-lpa-commander", "director-adults", "assistant-chief-executive", ""}) {
        auto browser = app.browser(person);
        EXPECT_NE(browser.get(concern).status, 200) << person;
        EXPECT_NE(browser.get(concern + ".json").status, 200) << person;
        for (const char* list : {"/concerns", "/concerns.csv", "/concerns.json", "/digest",
                                 "/digest.csv", "/home", "/due", "/audit"}) {
            browser.get(list);
            EXPECT_FALSE(browser.page().has("Canary")) << person << " " << list;
        }
    }
}

TEST_F(Concerns, GoesFromThePartnerToTheSafeguardingChairAndBack) {
    const auto concern = raise_concern();
    auto page = act("cabinet-children", concern, "agree_partner");
    EXPECT_TRUE(page.has("Select the partner who will escalate it."));
    page = act("cabinet-children", concern, "agree_partner", {{"partner", "leader-county"}});
    EXPECT_EQ(page.status, 422);
    escalate(concern);
    EXPECT_FALSE(app.browser("cabinet-children").get(concern).offers(concern + "/acknowledge"));
    EXPECT_EQ(act("osab-chair", concern, "acknowledge").status, 200);
    EXPECT_EQ(column("state acknowledge_by"), "acknowledged ");
    page = act("osab-chair", concern, "give_feedback");
    EXPECT_EQ(page.status, 422);
    EXPECT_EQ(act("osab-chair", concern, "give_feedback", {{"comment", "Advice given by letter."}})
                  .status,
              200);
    EXPECT_EQ(act("cabinet-children", concern, "close").status, 200);
    EXPECT_EQ(column("state"), "closed");
}

TEST_F(Concerns, CaseDataIsRefusedInEveryText) {
    auto browser = app.browser("cabinet-children");
    browser.get("/concerns/new");
    auto page = browser.submit("/concerns/new", with(new_concern(), "matter", "Child A.B., 7"));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("“What is it about?” seems to contain somebody’s initials."));
    EXPECT_EQ(rows(app, "concern").count(), 0);
    const auto concern = raise_concern();
    page = act("cabinet-children", concern, "withdraw", {{"comment", "NHS 943 476 5919"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_EQ(column("state"), "raised");
}

TEST_F(Concerns, LettersAndAuditHoldTheReferenceAlone) {
    const auto concern = raise_concern();
    escalate(concern);
    EXPECT_EQ(letter_subject("concern_news"), "Safeguarding concern SC-2018-001");
    EXPECT_EQ(rows(app, "outbox", {{"template", "concern_news"}}).count_different("subject"), 1);
    EXPECT_EQ(rows(app, "outbox_letter", {{"bytes LIKE", "%Canary%"}}).count(), 0);
    EXPECT_EQ(rows(app, "audit", {{"detail LIKE", "%Canary%"}}).count(), 0);
}

TEST_F(Concerns, ACommunitySafetyPartnershipHasADirectLine) {
    const auto concern = raise_concern(new_concern("CSP-OX"), "csp-oxford-manager");
    EXPECT_EQ(act("csp-oxford-manager", concern, "direct_line").status, 200);
    EXPECT_EQ(column("state acknowledge_by"), "escalated 2018-11-06");
    auto browser = app.browser("cabinet-children");
    const auto other = raise_concern();
    browser.get(other);
    EXPECT_FALSE(browser.page().offers(other + "/direct_line"));
    const auto refused =
        browser.post_raw(other + "/direct_line", {{"version", "1"}}, browser.token_on_page());
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.has("Only a community safety partnership has a direct line"));
}

TEST_F(Concerns, SilenceOfTheSafeguardingChairIsChased) {
    const auto concern = raise_concern();
    escalate(concern);
    set_day(2018, 11, 2);
    server::letters::run_due(app.app());
    EXPECT_EQ(recipients("matter_due"), "osab-chair safeguarding-secretariat");
    EXPECT_EQ(letter_subject("matter_due").find("Canary"), std::string::npos);
    set_day(2018, 11, 7);
    server::letters::run_due(app.app());
    EXPECT_EQ(count_mail(app, "matter_due"), 4);
    EXPECT_TRUE(app.browser("osab-chair").get("/home").has("SC-2018-001: Acknowledge it"));
    EXPECT_TRUE(app.browser("cabinet-children").get("/home").has("has not acknowledged it"));
    EXPECT_TRUE(app.browser("osab-chair").get(concern).has("Acknowledgement was due by"));
}

TEST_F(Concerns, TheDigestSaysWhereFeedbackCameAndGoesOnceAQuarter) {
    const auto concern = raise_concern();
    escalate(concern);
    raise();
    auto page = app.browser("cabinet-children").get("/digest");
    EXPECT_TRUE(page.has("October to December 2018"));
    EXPECT_TRUE(page.has("Safeguarding concerns: 1 open, 0 with feedback, 1 escalated"));
    EXPECT_TRUE(app.browser("osab-chair")
                    .get("/digest.csv")
                    .has("concerns,SC-2018-001,Canary threshold not agreed,CT and "
                         "OSAB,Escalated,yes,2018-11-01,,"
                         "2018-11-01"));
    EXPECT_EQ(server::digest::send_quarter_digest(app.app()), 0);  // in the middle of a quarter
    set_day(2019, 1, 1);
    EXPECT_EQ(server::digest::send_quarter_digest(app.app()), 0);  // a bank holiday
    set_day(2019, 1, 2);
    const int letters = server::digest::send_quarter_digest(app.app());
    EXPECT_EQ(recipients("quarter_digest"),
              "cabinet-children hib-chair hwb-secretariat osab-chair safeguarding-secretariat");
    EXPECT_EQ(letters, 5);
    EXPECT_EQ(server::digest::send_quarter_digest(app.app()), 0);
    set_day(2019, 1, 3);
    EXPECT_EQ(server::digest::send_quarter_digest(app.app()), 0);
    for (const char* text : {"Canary", "School"})
        EXPECT_EQ(count_letters_with(app, text, {{"template", "quarter_digest"}}), 0) << text;
    set_day(2019, 6, 3);
    EXPECT_EQ(server::digest::send_quarter_digest(app.app()),
              0);  // too late for the quarter of April
}

}  // namespace
