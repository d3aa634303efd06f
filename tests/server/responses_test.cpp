// Responses that follow a paper back (protocol 4.3, 4.7), through the pages, as each side sees
// them.
#include <gtest/gtest.h>

#include "server/web/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/server/response_fixture.hpp"

namespace {

using tests::Fields;
using tests::Responses;
using tests::with;

TEST_F(Responses, ARecommendationIsOwedOnceThePaperIsDelivered) {
    EXPECT_TRUE(name(wish("CT")).has("Response needed"));
    const auto response = newest();
    EXPECT_EQ(state(response), "named");
    // Before that nobody on the other board hears or sees anything of it.
    EXPECT_EQ(count_mail(app), 0);
    EXPECT_EQ(app.browser("cabinet-children").get(response).status, 404);
    EXPECT_FALSE(app.browser("cabinet-children").get("/responses").has("early help"));
    EXPECT_TRUE(app.browser("oscb-chair").get("/responses").has("early help"));

    EXPECT_TRUE(deliver().has(server::web::words::done_weve_emailed_the_other_board));
    EXPECT_EQ(state(response), "due");
    EXPECT_EQ(recipients("response_due"), "cabinet-children safeguarding-secretariat");
    EXPECT_EQ(rows(app, "outbox").value("subject"),
              "Response requested by Friday 1 March 2019: recommendation 1 of Canary annual…");
    auto owing = app.browser("cabinet-children");
    EXPECT_TRUE(owing.get("/responses").has("Due from your boards"));
    EXPECT_TRUE(owing.page().has("Due Friday 1 March 2019 (in 120 days)"));
    EXPECT_TRUE(owing.get("/home").status == 200);

    EXPECT_EQ(act("cabinet-children", response, "accept", {{"owner", "director-children"}}).status,
              200);
    EXPECT_EQ(recipients("response_accepted"), "oscb-chair safeguarding-secretariat");
    // The post that was named is told, too, and may answer without being an officer.
    EXPECT_EQ(recipients("response_due"),
              "cabinet-children director-children safeguarding-secretariat");
    EXPECT_EQ(act("director-children", response, "answer",
                  {{"comment", "Early help has grown by a tenth."},
                   {"evidence", "https://example.org/early-help.pdf"}})
                  .status,
              200);
    EXPECT_EQ(state(response), "returned");
    EXPECT_EQ(agenda_of("meeting-oscb"),
              "Response from CT: recommendation 1 of Canary annual report members");
    auto asking = app.browser("oscb-chair");
    EXPECT_TRUE(asking.get(response).has("OSCB, Thursday 24 January 2019"));
    EXPECT_TRUE(asking.page().has("Added to the agenda for OSCB"));
    EXPECT_TRUE(asking.page().has("Shiremoot"));
    EXPECT_TRUE(
        asking.get("/home").has("Confirm the response from Children&#39;s Trust, or send it back"));
    EXPECT_EQ(act("oscb-chair", response, "confirm").status, 200);
    EXPECT_EQ(state(response), "confirmed");
    EXPECT_TRUE(app.browser("cabinet-children").get(response).has("No further action needed"));
}

TEST_F(Responses, WhoLostTheSeatAnswersNoMore) {
    const auto response = owed_by_ct();
    act("cabinet-children", response, "accept", {{"owner", "director-children"}});
    auto former = app.browser("director-children");
    EXPECT_EQ(former.get(response).status, 200);
    end_seats(app, "2018-10-31", {{"person", "director-children"}, {"board", "CT"}});
    EXPECT_EQ(former.submit_only(response + "/answer", {{"comment", "Still here."}}).status, 404);
    EXPECT_EQ(former.get(response).status, 404);
}

TEST_F(Responses, AThirdBoardFindsNothing) {
    const auto response = owed_by_ct();
    for (const char* person : {"hib-chair", "growth-secretariat", "healthwatch", ""}) {
        auto browser = app.browser(person);
        EXPECT_NE(browser.get(response).status, 200) << person;
        EXPECT_FALSE(browser.page().has("Canary"));
        EXPECT_NE(browser.get(response + ".json").status, 200) << person;
        for (const char* list : {"/responses", "/responses.json", "/responses.csv"}) {
            browser.get(list);
            EXPECT_FALSE(browser.page().has("Canary")) << person << list;
        }
    }
    auto third = app.browser("hib-chair");
    EXPECT_EQ(third.get(response).status, 404);
    EXPECT_EQ(third.get(wanted).status, 404);
    third.get("/responses/new");
    const auto token = third.token_on_page();
    EXPECT_EQ(third.post_raw(response + "/accept", {{"version", "2"}}, token).status, 404);
    EXPECT_EQ(third.post_raw("/responses/deliver", {{"source", "item:report"}}, token).status, 404);
    auto stolen = wish("CT");
    stolen.emplace_back("source", "item:report");
    stolen.emplace_back("asking_board", "OSCB");
    EXPECT_EQ(third.post_raw("/responses/new", stolen, token).status, 404);
    EXPECT_TRUE(app.browser("oscb-chair").get("/responses.csv").has("Canary annual report,1,"));
    EXPECT_TRUE(
        app.browser("oscb-chair").get(response + ".json").has("\"required\":\"report_back\""));
}

TEST_F(Responses, AGroupIsTakenApartAndOneRecommendationKeepsItsNumber) {
    EXPECT_EQ(name(wish("CSPs", "act")).status, 200);
    EXPECT_EQ(rows(app, "response").list("number"), "1, 1, 1, 1");
    EXPECT_EQ(name(wish("HWB", "note")).status, 200);
    EXPECT_EQ(rows(app, "response", {{"owing_board", "HWB"}}).value("number"), "2");
    auto informed = wish("HIB", "none");
    EXPECT_EQ(name(with(informed, "number", "2")).status, 200);
    EXPECT_EQ(deliver().status, 200);
    EXPECT_EQ(rows(app, "response", {{"state", "due"}}).count(), 5);
    // What asks for no response is for information: nothing is owed, and nobody is chased.
    EXPECT_EQ(rows(app, "response", {{"owing_board", "HIB"}}).value("state"), "informed");
    auto again = app.browser("oscb-chair");
    again.get(wanted);
    const auto refused =
        again.post_raw("/responses/deliver", {{"source", "item:report"}}, again.token_on_page());
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.has("has already been delivered"));
}

TEST_F(Responses, ARecommendationThatIsNotWholeComesBackWithWhatWasTyped) {
    auto page = name(with(wish("CT"), "recommendation", " "));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("Enter the recommendation."));
    EXPECT_TRUE(name(with(wish("CT"), "due-year", "2018")).has("must be in the future"));
    EXPECT_TRUE(name(with(wish("CT"), "required", "")).has("Select the response you need."));
    EXPECT_TRUE(name(wish("")).has("Select the board that needs to respond."));
    EXPECT_TRUE(name(wish("OSCB")).has("This one is making the recommendation"));
    page = name(with(wish("CT"), "number", "0"));
    EXPECT_TRUE(page.has("Enter a whole number from 1 to 99."));
    EXPECT_TRUE(page.has("Report progress on early help."));
    EXPECT_EQ(rows(app, "response").count(), 0);
}

TEST_F(Responses, TheAgendaOfTheOwingBoardDeliversThePaper) {
    // OSCB asked for the item on the agenda of the Children's Trust, so it may name what it wants.
    add_meeting("meeting-ct", "CT", "2019-01-10", "private");
    add_request(
        app, "r", "OSCB", "CT",
        {{"title", "Report"}, {"detail", ""}, {"state", "accepted"}, {"created_by", "oscb-chair"}});
    put_item(app, "at-ct", "meeting-ct", "Annual report",
             {{"purpose", "note"},
              {"visibility", "members"},
              {"request", "r"},
              {"paper_status", "none"}});
    auto asking = app.browser("oscb-chair");
    ASSERT_EQ(asking.get("/responses/new?source=item:at-ct").status, 200);
    ASSERT_EQ(asking.submit("/responses/new", wish("CT")).status, 200);
    EXPECT_EQ(state(newest()), "named");
    auto ct = app.browser("safeguarding-secretariat");
    ct.get("/meetings/meeting-ct/publish");
    EXPECT_EQ(ct.submit("/meetings/meeting-ct/publish").status, 200);
    EXPECT_EQ(state(newest()), "due");
    EXPECT_NE(recipients("response_due"), "");
}

TEST_F(Responses, TwoPeopleAndTwoClicks) {
    const auto response = owed_by_ct();
    auto first = app.browser("cabinet-children");
    auto second = app.browser("safeguarding-secretariat");
    first.get(response);
    second.get(response);
    const auto token = first.token_on_page();
    const Fields fields{{"version", "2"}, {"comment", ""}};
    const auto done = first.post_raw(response + "/accept", fields, token);
    EXPECT_EQ(done.status, 303);
    // The same form once more: the answer that it had, and one step alone.
    EXPECT_EQ(first.post_raw(response + "/accept", fields, token).location(), done.location());
    EXPECT_EQ(steps_of(app, "response", "", {{"event", "accept"}}).count(), 1);
    const auto stale = second.submit(response + "/answer", {{"comment", "Kept words."}});
    EXPECT_EQ(stale.status, 409);
    EXPECT_TRUE(stale.has("This response has changed since you opened the page"));
    EXPECT_TRUE(stale.has("Kept words."));
    EXPECT_EQ(state(response), "accepted");
}

TEST_F(Responses, OnlyTheSideWhoseStepItIsTakesIt) {
    const auto response = owed_by_ct();
    auto asking = app.browser("oscb-chair");
    asking.get(response);
    EXPECT_FALSE(asking.page().offers(response + "/answer"));
    const auto refused = asking.post_raw(response + "/answer", {{"version", "2"}, {"comment", "x"}},
                                         asking.token_on_page());
    EXPECT_EQ(refused.status, 403);
    EXPECT_TRUE(refused.has("Only the board that needs to respond can respond."));
    auto owing = app.browser("cabinet-children");
    owing.get(response);
    EXPECT_EQ(owing
                  .post_raw(response + "/drop", {{"version", "2"}, {"comment", "x"}},
                            owing.token_on_page())
                  .status,
              403);
    EXPECT_EQ(owing.post_raw(response + "/place", {{"version", "2"}}, owing.token_on_page()).status,
              409);
    EXPECT_EQ(act("cabinet-children", response, "accept", {{"owner", "hib-chair"}}).status, 422);
    EXPECT_EQ(state(response), "due");
}

TEST_F(Responses, CarriedForwardAndSentBackWithTheirDays) {
    const auto response = owed_by_ct();
    auto page = act("cabinet-children", response, "carry_forward", {{"comment", "Not ready."}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("Enter a new date for the response."));
    const Fields day{
        {"comment", "Not ready."}, {"due-day", "1"}, {"due-month", "4"}, {"due-year", "2019"}};
    EXPECT_EQ(act("cabinet-children", response, "carry_forward", day).status, 200);
    page = app.browser("oscb-chair").get(response);
    EXPECT_TRUE(page.has("Due Monday 1 April 2019"));
    EXPECT_TRUE(page.has("Originally due"));
    EXPECT_TRUE(page.has("Due date changed from Friday 1 March 2019 to "));
    act("cabinet-children", response, "answer", {{"comment", "Half of it."}});
    EXPECT_NE(agenda_of("meeting-oscb"), "");
    EXPECT_EQ(act("oscb-chair", response, "send_back", {{"comment", "And the rest?"}}).status, 200);
    EXPECT_EQ(state(response), "sent_back");
    // The agenda is still being made: nothing stands on it that was sent back.
    EXPECT_EQ(agenda_of("meeting-oscb"), "");
    act("cabinet-children", response, "answer", {{"comment", "All of it."}});
    EXPECT_EQ(state(response), "returned");
    EXPECT_EQ(rows(app, "agenda_item", {{"title LIKE", "Response from CT%"}}).count(), 1);
}

TEST_F(Responses, TheListFiltersAndItsTwinsSayTheSame) {
    owed_by_ct();
    auto asking = app.browser("oscb-chair");
    EXPECT_TRUE(asking.get("/responses?board=ct&show=due").has("early help"));
    EXPECT_TRUE(asking.get("/responses?board=hib").has("No responses match your filters"));
    EXPECT_TRUE(asking.get("/responses?show=nonsense").has("Select a status from the list"));
    EXPECT_FALSE(asking.get("/responses.csv?show=confirmed").has("early help"));
    EXPECT_TRUE(asking.get("/responses.json?show=open").has("\"state\":\"due\""));
    EXPECT_TRUE(
        app.browser("leader-county").get("/responses").has("No responses are outstanding."));
}

}  // namespace
