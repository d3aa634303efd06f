// Issues between boards through the pages (protocol 4.6, 6.3): who sees them, each step, the
// meeting planned from one, and what comes of a request that nobody answers.
#include <gtest/gtest.h>

#include "server/letters/reminders.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/server/issue_fixture.hpp"

namespace {

using tests::Fields;
using tests::Issues;
using tests::item_request;
using tests::new_issue;
using tests::with;

TEST_F(Issues, IsRaisedWithTheOtherChairAndTellsBothBoards) {
    const auto issue = raise();
    EXPECT_EQ(issue_column(issue, "reference state holder"), "I-2018-001 with_chair hib-chair");
    EXPECT_EQ(latest_recipients(),
              "cabinet-children hib-chair hwb-secretariat safeguarding-secretariat");
    EXPECT_EQ(letter_subject("issue_news"), "Issue I-2018-001: raised with the chair");
    const auto page = app.browser("hib-chair").get(issue);
    EXPECT_TRUE(page.has("School nursing"));
    EXPECT_TRUE(page.has("With Chairman of the Health Improvement Board, 0 days at this step"));
    EXPECT_TRUE(page.offers(issue + "/chairs_together"));
    EXPECT_FALSE(page.offers(issue + "/withdraw"));
    EXPECT_TRUE(app.browser("cabinet-children").get(issue).offers(issue + "/withdraw"));
}

TEST_F(Issues, NobodyElseKnowsOfIt) {
    const auto issue = raise(new_issue("Canary nursing"));
    for (const char* person : {"oscb-chair", "osab-chair", "growth-secretariat", "leader-county",
                               "director-public-health", "assistant-chief-executive"}) {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get(issue).status, 404) << person;
        EXPECT_EQ(browser.get(issue + ".json").status, 404) << person;
        for (const char* list : {"/issues", "/issues.csv", "/issues.json", "/digest", "/digest.csv",
                                 "/digest.json", "/home"}) {
            browser.get(list);
            EXPECT_FALSE(browser.page().has("Canary")) << person << " " << list;
            EXPECT_FALSE(browser.page().has("I-2018-001")) << person << " " << list;
        }
        browser.get("/home");
        EXPECT_EQ(browser
                      .post_raw(issue + "/resolve", {{"version", "1"}, {"comment", "x"}},
                                browser.token_on_page())
                      .status,
                  404)
            << person;
    }
    EXPECT_EQ(count_mail(app, "", {{"subject LIKE", "%Canary%"}}), 0);
}

TEST_F(Issues, GoesUpInOrderOrPassesAStepOverWithAReason) {
    const auto issue = raise();
    auto page = act("cabinet-children", issue, "resolution_meeting");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("Enter the reason for skipping a step."));
    EXPECT_TRUE(page.has("href=\"#comment-resolution_meeting\""));
    EXPECT_EQ(issue_column(issue, "state"), "with_chair");
    EXPECT_EQ(act("cabinet-children", issue, "chairs_together").status, 200);
    EXPECT_EQ(issue_column(issue, "state holder"), "chairs_together cabinet-children");
    EXPECT_EQ(act("hib-chair", issue, "resolution_meeting").status, 200);
    page = act("hwb-secretariat", issue, "resolve", {{"comment", " "}});
    EXPECT_TRUE(page.has("Enter what the boards have agreed to do."));
    page = act("hwb-secretariat", issue, "resolve", {{"comment", "Joint funding from April."}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Way forward: Joint funding from April."));
    EXPECT_TRUE(page.has(", on behalf of Chairman of the Health Improvement Board"));
    EXPECT_EQ(issue_column(issue, "state holder next_date way_forward"),
              "resolved   Joint funding from April.");
    page = act("cabinet-children", issue, "reopen", {{"comment", "April has come and gone."}});
    EXPECT_EQ(issue_column(issue, "state"), "reopened");
}

TEST_F(Issues, SeniorOfficersAreFoundBySeatAndMaySettleIt) {
    const auto issue = raise();
    auto browser = app.browser("cabinet-children");
    browser.get(issue);
    EXPECT_TRUE(browser.page().has("Strategic Director for People (lead officer of HIB)"));
    EXPECT_TRUE(browser.page().has("Cabinet Member for Public Health (lead member of HIB)"));
    EXPECT_EQ(app.browser("cabinet-public-health").get(issue).status, 404);
    const auto page =
        browser.submit(issue + "/senior_officers", {{"comment", "The chairs met twice."},
                                                    {"people[]", "director-people"},
                                                    {"people[]", "cabinet-public-health"}});
    EXPECT_EQ(page.status, 200) << page.body;
    EXPECT_EQ(issue_column(issue, "state holder"), "senior_officers director-people");
    EXPECT_NE(latest_recipients().find("cabinet-public-health"), std::string::npos);
    EXPECT_NE(latest_recipients().find("director-people"), std::string::npos);
    EXPECT_EQ(app.browser("cabinet-public-health").get(issue).status, 200);
    auto officer = app.browser("director-people");
    EXPECT_TRUE(officer.get("/home").has("Issue I-2018-001"));
    officer.get(issue);
    EXPECT_FALSE(officer.page().offers(issue + "/withdraw"));
    const auto settled = officer.submit(issue + "/resolve", {{"comment", "One team from May."}});
    EXPECT_TRUE(settled.has("Done. We’ve emailed the other board")) << settled.body;
    EXPECT_EQ(issue_column(issue, "state"), "resolved");
    for (const char* person : {"director-people", "cabinet-public-health"})
        EXPECT_EQ(app.browser(person).get(issue).status, 404) << "their step is over: " << person;
}

TEST_F(Issues, WhoLostTheSeatHoldsItNoMoreAndTheBoardsChooseAnother) {
    const auto issue = raise();
    auto former = app.browser("hib-chair");
    former.get(issue);
    end_seats("hib-chair");
    EXPECT_EQ(former.submit_only(issue + "/keep", {{"comment", "Still here."}}).status, 404);
    EXPECT_EQ(former.get(issue).status, 404);
    EXPECT_EQ(former.get(issue + ".json").status, 404);
    EXPECT_FALSE(former.get("/home").has("I-2018-001"));
    const std::string nobody = "Nobody is dealing with it: select someone";
    for (const char* person : {"cabinet-children", "safeguarding-secretariat", "hwb-secretariat"})
        EXPECT_TRUE(app.browser(person).get("/home").has(nobody)) << person;
    EXPECT_TRUE(app.browser("cabinet-children")
                    .get(issue)
                    .has("The person dealing with it is no longer on either board."));
    set_day(2018, 11, 16);
    server::letters::run_due(app.app());
    EXPECT_EQ(count_mail(app, "", {{"person", "hib-chair"}, {"template <>", "issue_news"}}), 0);
    act("cabinet-children", issue, "keep", {{"comment", "A note."}});
    EXPECT_EQ(latest_recipients().find("hib-chair"), std::string::npos);
    act("cabinet-children", issue, "keep", {{"holder", "cabinet-children"}});
    EXPECT_FALSE(app.browser("hwb-secretariat").get("/home").has(nobody));
}

TEST_F(Issues, WhoLostTheSeatIsNotOfItsMeetingAnyMore) {
    const auto issue = raise();
    act("cabinet-children", issue, "chairs_together");
    auto browser = app.browser("cabinet-children");
    browser.get(issue);
    browser.submit(issue + "/meeting", {{"date-day", "20"},
                                        {"date-month", "11"},
                                        {"date-year", "2018"},
                                        {"certain", "yes"},
                                        {"people[]", "hib-chair"},
                                        {"people[]", "cabinet-children"}});
    const auto meeting = rows(app, "issue_meeting").value("meeting");
    rows(app, "meeting").set({{"joining", "CANARY room"}});
    EXPECT_TRUE(app.browser("hib-chair").get("/meetings/" + meeting).has("CANARY room"));
    end_seats("hib-chair");
    EXPECT_FALSE(app.browser("hib-chair").get("/meetings/" + meeting).has("CANARY room"));
    EXPECT_FALSE(app.browser("safeguarding-secretariat")
                     .get("/meetings/" + meeting + "/replies")
                     .has("Chairman of the Health Improvement Board"));
}

TEST_F(Issues, ADoubleClickAndAStalePageChangeNothingTwice) {
    const auto issue = raise();
    auto browser = app.browser("cabinet-children");
    browser.get(issue);
    auto other = app.browser("hib-chair");
    other.get(issue);
    const Fields step{{"version", "1"},
                      {"holder", "hib-chair"},
                      {"next_date-day", "20"},
                      {"next_date-month", "11"},
                      {"next_date-year", "2018"}};
    const auto token = browser.token_on_page();
    const auto first = browser.post_raw(issue + "/chairs_together", step, token);
    EXPECT_EQ(first.status, 303);
    const auto second = browser.post_raw(issue + "/chairs_together", step, token);
    EXPECT_EQ(second.location(), first.location());
    EXPECT_EQ(steps_of(app, "issue").count(), 2);
    const auto stale = other.submit_only(issue + "/resolve", {{"comment", "Settled by phone."}});
    EXPECT_EQ(stale.status, 409);
    EXPECT_TRUE(stale.has("This issue has changed since you opened the page."));
    EXPECT_TRUE(stale.has("Settled by phone."));
    EXPECT_EQ(issue_column(issue, "state"), "chairs_together");
}

TEST_F(Issues, TextOfACaseIsRefusedWithTheFieldAndTheRemedy) {
    auto browser = app.browser("cabinet-children");
    browser.get("/issues/new");
    const auto page =
        browser.submit("/issues/new", with(new_issue(), "text", "Child AB, 943 476 5919"));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("“What is unresolved?” seems to contain an NHS number."));
    EXPECT_TRUE(page.has("href=\"#text\""));
    EXPECT_EQ(rows(app, "issue").count(), 0);
    const auto issue = raise();
    const auto refused = act("cabinet-children", issue, "keep", {{"comment", "born 3 May 2009"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has("a date of birth"));
    EXPECT_EQ(steps_of(app, "issue").count(), 1);
}

TEST_F(Issues, AMeetingIsPlannedWithTheRightPeopleAndLinkedBothWays) {
    const auto issue = raise();
    act("cabinet-children", issue, "chairs_together");
    auto browser = app.browser("cabinet-children");
    EXPECT_TRUE(browser.get(issue).has("Arrange a meeting: chairs’ meeting"));
    const Fields plan{{"date-day", "20"},        {"date-month", "11"},
                      {"date-year", "2018"},     {"certain", "yes"},
                      {"people[]", "hib-chair"}, {"people[]", "cabinet-children"}};
    EXPECT_EQ(browser.submit(issue + "/meeting", plan).status, 200);
    const auto meeting = rows(app, "issue_meeting").value("meeting");
    EXPECT_EQ(rows(app, "meeting", {{"id", meeting}}).value("board kind state held_in planned"),
              "CT chairs confirmed private 2018-11-20");
    EXPECT_EQ(recipients("invitation"), "cabinet-children hib-chair safeguarding-secretariat");
    EXPECT_EQ(issue_column(issue, "next_date"), "2018-11-20");
    EXPECT_TRUE(browser.page().has("/meetings/" + meeting));
    EXPECT_FALSE(browser.page().offers(issue + "/meeting"));
    EXPECT_TRUE(app.browser("safeguarding-secretariat")
                    .get("/meetings/" + meeting + "/workspace")
                    .has("Issue I-2018-001, the subject of this meeting"));
    EXPECT_FALSE(app.browser("police-lpa-commander").get("/meetings/" + meeting).has("I-2018-001"));
    EXPECT_FALSE(app.browser().get("/meetings/" + meeting).has("I-2018-001"));
    const Fields alone{{"version", "3"}, {"people[]", "hib-chair"}};
    const auto again = browser.post_raw(issue + "/meeting", alone, browser.token_on_page());
    EXPECT_EQ(again.status, 409);
    EXPECT_TRUE(again.has("A meeting has already been arranged for this step."));
}

TEST_F(Issues, ASilentRequestIsOfferedAndOnlyAPersonTakesItFurther) {
    const auto request = send(item_request());
    set_day(2018, 11, 12);
    EXPECT_FALSE(app.browser("oscb-chair").get("/home").links_to(request));
    set_day(2018, 11, 13);
    server::letters::run_due(app.app());
    EXPECT_EQ(rows(app, "issue").count(), 0);
    EXPECT_TRUE(app.browser("oscb-chair").get("/home").links_to(request));
    const std::string choose = "wait, withdraw or escalate";
    EXPECT_TRUE(app.browser("oscb-chair").get("/home").has(choose));
    EXPECT_FALSE(app.browser("leader-county").get("/home").has(choose));
    auto browser = app.browser("oscb-chair");
    EXPECT_TRUE(browser.get(request).has(
        "Oxfordshire Health and Wellbeing Board has not responded in time."));
    EXPECT_TRUE(browser.page().offers(request + "/escalate"));
    EXPECT_FALSE(app.browser("leader-county").get(request).offers(request + "/escalate"));
    const auto page = browser.submit(request + "/escalate", {{"comment", "No answer."}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("I-2018-001: Chairs’ meeting"));
    EXPECT_EQ(rows(app, "issue").value("raising_board asked_board state holder detail"),
              "OSCB HWB chairs_together oscb-chair No answer.");
    EXPECT_EQ("/requests/" + rows(app, "issue").value("request"), request);
    EXPECT_EQ(recipients("issue_news"), "");
    EXPECT_EQ(recipients("request_escalated"),
              "clinical-chair-ccg hwb-secretariat leader-county oscb-chair "
              "safeguarding-secretariat");
    const auto issue = "/issues/" + rows(app, "issue").value("id");
    EXPECT_TRUE(app.browser("leader-county").get(issue).has("href=\"" + request + "\""));
    act("leader-county", issue, "resolve", {{"comment", "On the agenda of March."}});
    EXPECT_TRUE(app.browser("leader-county").get(issue).has("The request is still open."));
}

TEST_F(Issues, ARefusalIsOfferedTooAndCaseDataStaysOut) {
    const auto request = send(item_request());
    act("leader-county", request, "decline", {{"comment", "Outside our plan."}});
    auto browser = app.browser("oscb-chair");
    EXPECT_TRUE(browser.get("/home").has("You can escalate it: "));
    EXPECT_TRUE(browser.get(request).has(
        "Oxfordshire Health and Wellbeing Board has declined this request."));
    const auto page = browser.submit(request + "/escalate", {{"comment", "Child AB waits."}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("somebody’s initials"));
    EXPECT_EQ(state(request), "declined");
    EXPECT_EQ(rows(app, "issue").count(), 0);
}

TEST_F(Issues, ANextDateThatPassesIsRemindedOfAndListedAsOverdue) {
    const auto issue = raise();
    set_day(2018, 11, 13);
    server::letters::run_due(app.app());
    EXPECT_EQ(count_mail(app, "matter_due", {{"subject LIKE", "%School%"}}), 0);
    EXPECT_EQ(recipients("matter_due"), "hib-chair safeguarding-secretariat");
    set_day(2018, 11, 16);
    EXPECT_TRUE(app.browser("hib-chair").get("/issues").has("Overdue since Thu 15 Nov 2018"));
    EXPECT_TRUE(app.browser("hib-chair").get(issue).has("The next date has passed"));
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/home").has("Record the outcome"));
    EXPECT_TRUE(app.browser("hib-chair")
                    .get("/issues.csv")
                    .has("I-2018-001,boards,CT,HIB,School nursing,with_chair,"));
    EXPECT_TRUE(app.browser("hib-chair").get("/issues.json").has("\"overdue\":true"));
    act("hib-chair", issue, "keep",
        {{"next_date-day", "30"}, {"next_date-month", "11"}, {"next_date-year", "2018"}});
    EXPECT_EQ(issue_column(issue, "next_date state"), "2018-11-30 with_chair");
}

TEST_F(Issues, AConcernAboutTheProtocolGoesItsOwnRoute) {
    auto fields = with(with(new_issue("Nobody answers within a month"), "kind", "protocol"),
                       "agency", "A health trust");
    const auto issue = raise(with(fields, "asked_board", ""));
    EXPECT_EQ(issue_column(issue, "state holder asked_board"), "own_chair cabinet-children ");
    EXPECT_EQ(app.browser("oscb-chair").get(issue).status, 404);
    auto page = act("cabinet-children", issue, "other_chairs");
    EXPECT_TRUE(page.has("Select the board whose chair you will speak to."));
    page = act("cabinet-children", issue, "other_chairs",
               {{"asked_board", "OSCB"}, {"holder", "cabinet-children"}});
    EXPECT_EQ(page.status, 200) << page.body;
    EXPECT_EQ(app.browser("oscb-chair").get(issue).status, 200);
    EXPECT_FALSE(app.browser("oscb-chair").get(issue).offers(issue + "/board_concern"));
    EXPECT_EQ(act("safeguarding-secretariat", issue, "board_concern").status, 200);
    EXPECT_EQ(issue_column(issue, "state"), "board_concern");
}

}  // namespace
