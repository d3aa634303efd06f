// Chairs' and resolution meetings, workshops and executives are for those who are asked to them:
// they take no business of the board, want nobody else, and go when the matter is settled.
#include <gtest/gtest.h>

#include "server/meetings/clash_queries.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/server/issue_fixture.hpp"

namespace {

using tests::Fields;
using tests::Issues;

class SpecialMeetings : public Issues {
  protected:
    // The chairs of CT and HIB meet about an issue; its id.
    std::string chairs_meet(const std::string& day, const std::string& certain = "no") {
        issue = raise();
        if (late) set_day(2018, 11, 20);
        act("cabinet-children", issue, "chairs_together");
        auto browser = app.browser("cabinet-children");
        browser.get(issue);
        const Fields plan{{"date-day", day},         {"date-month", "12"},
                          {"date-year", "2018"},     {"certain", certain},
                          {"people[]", "hib-chair"}, {"people[]", "cabinet-children"}};
        EXPECT_EQ(browser.submit(issue + "/meeting", plan).status, 200) << browser.page().body;
        return rows(app, "issue_meeting").value("meeting");
    }
    std::string issue;
    bool late = false;  // planned on 20 November
};

TEST_F(SpecialMeetings, AreNotTheNextMeetingOfTheBoard) {
    const auto next = meeting_after(app, "CT", "2018-12-06");
    cancel_meetings(app, {{"board", "CT"}, {"planned <", "2018-12-06"}, {"planned >", "2018-11"}});
    const auto before = app.browser().get("/register.json").body;
    chairs_meet("6");
    EXPECT_EQ(app.browser().get("/register.json").body, before);
    EXPECT_NE(next, "");
}

TEST_F(SpecialMeetings, TakeNoReportNoDocumentAndNoItemOfOthers) {
    const auto meeting = chairs_meet("6");
    add_obligation(app, "ob", "OSAB Annual Report", "CT");
    auto secretary = app.browser("safeguarding-secretariat");
    EXPECT_FALSE(secretary.get("/obligations/ob").has(meeting));
    const auto slotted = secretary.post_raw(
        "/obligations/ob/slot",
        {{"version", "1"}, {"meeting", meeting}, {"comment", "It is the only one."}},
        secretary.token_on_page());
    EXPECT_NE(slotted.status, 303);
    EXPECT_EQ(rows(app, "obligation").value("state meeting"), "expected ");

    EXPECT_FALSE(app.browser("oscb-chair").get("/requests/new?to=CT").has(meeting));
    EXPECT_FALSE(app.browser("hwb-secretariat").get("/requests/new").has(meeting));
}

// Four of CT sit on OSCB, which meets that day; none of them is asked. HIB's chair is.
TEST_F(SpecialMeetings, WantOnlyThoseWhoAreAsked) {
    const auto on_that_day = [&] {
        const auto day = workflows::make_day(2018, 12, 6);
        std::vector<std::string> people;
        for (const auto& clash : server::meetings::clashes_between(*app.app().database.begin_read(),
                                                                   day, day, db::service_reader()))
            people.push_back(clash.person);
        return people;
    };
    chairs_meet("6");
    add_meeting(app, "one", "OSCB", "2018-12-06");
    EXPECT_EQ(on_that_day(), std::vector<std::string>{"cabinet-children"});
    rows(app, "meeting", {{"id", "one"}}).set({{"board", "HIB"}});
    EXPECT_EQ(on_that_day(), std::vector<std::string>{"hib-chair"});
}

TEST_F(SpecialMeetings, GoWhenTheIssueIsSettledUnlessTheyAreConfirmed) {
    const auto meeting = chairs_meet("6");
    const Fields way{{"comment", "The boards share the cost."}};
    EXPECT_EQ(act("hib-chair", issue, "resolve", way).status, 200);
    EXPECT_EQ(rows(app, "meeting", {{"id", meeting}}).value("state cancel_reason"),
              "cancelled The issue for this meeting has been resolved.");
    EXPECT_EQ(recipients("cancelled"), "") << "nobody was invited yet";
}

TEST_F(SpecialMeetings, ThatAreConfirmedStayAndTheIssueSaysWhoCancels) {
    const auto meeting = chairs_meet("6", "yes");
    const auto page =
        act("hib-chair", issue, "resolve", {{"comment", "The boards share the cost."}});
    EXPECT_TRUE(page.has("is still confirmed. If it is no longer needed"));
    EXPECT_EQ(rows(app, "meeting", {{"id", meeting}}).value("state"), "confirmed");
}

// The day on which requests for it close is over already.
TEST_F(SpecialMeetings, PlannedLateLeaveFiveWorkingDaysToConfirmThem) {
    late = true;
    const auto meeting = chairs_meet("6");
    EXPECT_EQ(rows(app, "meeting_confirm_by", {{"meeting", meeting}}).value("confirm_by"),
              "2018-11-27");
}

TEST_F(SpecialMeetings, ChairsSeeWhoSitsOnBothBoards) {
    auto chair = app.browser("oscb-chair");
    EXPECT_EQ(chair.get("/people/seats").status, 200);
    EXPECT_TRUE(chair.page().has("CT"));
    EXPECT_EQ(app.browser("healthwatch").get("/people/seats").status, 403);
}

}  // namespace
