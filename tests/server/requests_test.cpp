// Requests between chairs (protocol 4.5 a to c, 4.6), through the pages, as each side sees them.
#include <gtest/gtest.h>

#include <array>
#include <set>

#include "db/meetings.hpp"
#include "server/letters/letter.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/server/request_fixture.hpp"
#include "workflows/circulation/circulation.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace {

using tests::Fields;
using tests::item_request;
using tests::Requests;
using tests::TestApp;
using tests::with;

TEST_F(Requests, AnItemIsAskedForAcceptedAndAnswered) {
    const auto request = send(item_request());
    EXPECT_EQ(recipients("request_sent"), "clinical-chair-ccg hwb-secretariat leader-county");
    EXPECT_EQ(letter_subject("request_sent"),
              "Request from the Oxfordshire Safeguarding Children Board: Placement costs");

    auto asked = app.browser("leader-county");
    EXPECT_TRUE(asked.get("/requests").has("With your boards"));
    EXPECT_TRUE(asked.page().has("Placement costs"));
    EXPECT_TRUE(asked.page().has("Decision needed by Monday 12 November 2018 (in 11 days)"));
    auto page =
        act("leader-county", request, "accept", {{"meeting", meeting("HWB", "2019-03-21")}});
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(state(request), "accepted");
    EXPECT_EQ(letter_subject("request_accepted"),
              "Request accepted for Thursday 21 March 2019: Placement costs");
    EXPECT_EQ(recipients("request_accepted"), "oscb-chair safeguarding-secretariat");
    const auto item =
        rows(app, "agenda_item",
             {{"meeting", meeting("HWB", "2019-03-21")}, {"request", request.substr(10)}});
    EXPECT_EQ(item.list("title purpose owner"), "Placement costs discuss oscb-chair");
    EXPECT_EQ(rows(app, "agenda_request", {{"item", item.value("id")}}).count(), 1);

    EXPECT_EQ(act("leader-county", request, "answer", {{"comment", "Agreed."}}).status, 200);
    // Not closed before the asker has what the minutes say (protocol 4.3).
    auto asking = app.browser("oscb-chair");
    EXPECT_TRUE(asking.get(request).has(
        "With Oxfordshire Health and Wellbeing Board, to send an extract from the minutes"));
    EXPECT_FALSE(asking.page().offers(request + "/close"));
    const auto early =
        asking.post_raw(request + "/close", {{"version", "3"}}, asking.token_on_page());
    EXPECT_EQ(early.status, 409);
    EXPECT_TRUE(early.has("Ask HWB to send it, then close this request."));
    EXPECT_TRUE(
        app.browser("hwb-secretariat").get("/home").has("Send an extract from the minutes"));
    EXPECT_EQ(act("hwb-secretariat", request, "send_extract",
                  {{"comment", "Minute 9: the costs are shared equally."}})
                  .status,
              200);
    EXPECT_EQ(recipients("request_extract"), "oscb-chair safeguarding-secretariat");
    EXPECT_TRUE(app.browser("oscb-chair").get(request).has("the costs are shared equally"));
    EXPECT_EQ(act("oscb-chair", request, "close").status, 200);
    EXPECT_EQ(state(request), "closed");
    EXPECT_TRUE(app.browser("oscb-chair").get(request).has("No further action needed"));
}

TEST_F(Requests, ASecretariatActsOnBehalfOfItsChair) {
    const auto request = send(item_request(), "safeguarding-secretariat");
    EXPECT_EQ(steps_of(app, "request").value("on_behalf"),
              rows(app, "person", {{"key", "oscb-chair"}}).value("post"));
    EXPECT_EQ(
        rows(app, "audit", {{"action", "request.send"}}).value("actor on_behalf"),
        "safeguarding-secretariat " + rows(app, "person", {{"key", "oscb-chair"}}).value("post"));
    EXPECT_TRUE(app.browser("leader-county").get(request).has(", on behalf of "));
    // Acknowledging is the secretariat's own.
    act("hwb-secretariat", request, "acknowledge");
    EXPECT_EQ(steps_of(app, "request", "", {{"number", "2"}}).value("on_behalf"), "");
}

TEST_F(Requests, LateAcceptanceNeedsAReason) {
    const auto request = send(item_request());
    const auto november = meeting("HWB", "2018-11-15");
    auto page = act("leader-county", request, "accept", {{"meeting", november}});
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("The deadline for requests for this meeting was"));
    page = act("leader-county", request, "accept_late", {{"meeting", november}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("Enter the reason for accepting this request after the deadline."));
    EXPECT_TRUE(page.has("href=\"#comment-accept_late\""));
    EXPECT_EQ(state(request), "sent");
    page = act("leader-county", request, "accept_late",
               {{"meeting", november}, {"comment", "The inspection cannot wait."}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Reason for accepting late"));
    EXPECT_EQ(state(request), "accepted");
}

TEST_F(Requests, NoItemForAMeetingThatIsPastCancelledOrAnotherBoards) {
    const auto request = send(item_request());
    const auto try_meeting = [&](const std::string& id) {
        const auto page = act("leader-county", request, "accept", {{"meeting", id}});
        EXPECT_EQ(page.status, 422);
        return page;
    };
    EXPECT_TRUE(
        try_meeting(meeting("HWB", "2018-05-10")).has("This meeting has already taken place"));
    EXPECT_TRUE(
        try_meeting(meeting("CT", "2018-12-12")).has("of the board that received the request"));
    EXPECT_TRUE(try_meeting("nonsense").has("Select a meeting"));
    const auto march = meeting("HWB", "2019-03-21");
    auto tx = app.app().database.begin_write();
    auto row = db::load_meeting(*tx, march).value();
    row.state = workflows::MeetingState::cancelled;
    ASSERT_TRUE(db::save_meeting(*tx, row));
    tx->commit();
    tx.reset();
    EXPECT_TRUE(try_meeting(march).has("This meeting has been cancelled"));
    EXPECT_EQ(rows(app, "agenda_item").count(), 0);
}

TEST_F(Requests, OnlyTheAskedSideAnswersAndOnlyTheAskingSideWithdraws) {
    const auto request = send(item_request());
    auto asking = app.browser("oscb-chair");
    asking.get(request);
    EXPECT_FALSE(asking.page().offers(request + "/accept"));
    EXPECT_FALSE(asking.page().offers(request + "/escalate"));  // not before the day has passed
    const Fields fields{{"version", "1"}, {"comment", "no"}};
    auto refused = asking.post_raw(request + "/decline", fields, asking.token_on_page());
    EXPECT_EQ(refused.status, 403);
    EXPECT_TRUE(
        refused.has("Only the chair or secretariat of the board that received the request"));
    EXPECT_TRUE(refused.has("Your text was not sent"));
    auto asked = app.browser("leader-county");
    asked.get(request);
    EXPECT_EQ(asked.post_raw(request + "/withdraw", fields, asked.token_on_page()).status, 403);
    EXPECT_EQ(asked.post_raw(request + "/send", fields, asked.token_on_page()).status, 404);
    EXPECT_EQ(state(request), "sent");
}

TEST_F(Requests, AThirdBoardSeesNeitherTheRequestNorItsTitle) {
    const auto request = send(item_request("Canary costs"));
    for (const char* person : {"osab-chair", "growth-secretariat", "healthwatch", ""}) {
        auto browser = app.browser(person);
        EXPECT_NE(browser.get(request).status, 200) << person;
        EXPECT_FALSE(browser.page().has("Canary"));
        EXPECT_NE(browser.get(request + ".json").status, 200);
        EXPECT_FALSE(browser.page().has("Canary"));
        browser.get("/requests");
        EXPECT_FALSE(browser.page().has("Canary")) << person;
        browser.get("/requests.json");
        EXPECT_FALSE(browser.page().has("Canary")) << person;
    }
    auto third = app.browser("osab-chair");
    third.get("/requests/new");
    EXPECT_EQ(third
                  .post_raw(request + "/decline", {{"version", "1"}, {"comment", "x"}},
                            third.token_on_page())
                  .status,
              404);
    // Nobody asks in the name of a board that is not theirs.
    EXPECT_EQ(third.submit_only("/requests/new", item_request()).status, 422);
    auto json = app.browser("oscb-chair").get(request + ".json");
    EXPECT_EQ(json.status, 200);
    EXPECT_TRUE(json.has("\"title\":\"Canary costs\""));
    EXPECT_TRUE(app.browser("leader-county").get("/requests.json").has("Canary"));
}

TEST_F(Requests, SilencePastTheDayCanBeEscalated) {
    const auto request = send(item_request());
    set_day(2018, 11, 12);
    auto asking = app.browser("oscb-chair");
    asking.get(request);
    auto early = asking.post_raw(request + "/escalate", {{"version", "1"}}, asking.token_on_page());
    EXPECT_EQ(early.status, 409);
    EXPECT_TRUE(early.has("if there is no decision by Monday 12 November 2018"));
    set_day(2018, 11, 13);
    auto later = app.browser("oscb-chair");
    EXPECT_TRUE(later.get(request).has("Overdue: decision was needed by"));
    EXPECT_EQ(later.submit(request + "/escalate").status, 200);
    EXPECT_EQ(state(request), "escalated");
    EXPECT_EQ(count_mail(app, "request_escalated"), 5);
}

TEST_F(Requests, TheTimetableIsSaidFirst) {
    auto browser = app.browser("oscb-chair");
    browser.get("/requests/new");
    const auto fields = item_request("OSCB Annual Report");
    auto page = browser.submit("/requests/new", fields);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("already receives the OSCB Annual Report every autumn"));
    EXPECT_TRUE(page.has("value=\"OSCB Annual Report\""));
    EXPECT_EQ(rows(app, "agenda_request").count(), 0);
    page = browser.submit("/requests/new", {{"send_anyway", "yes"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Request sent"));
    EXPECT_EQ(rows(app, "agenda_request").value("title"), "OSCB Annual Report");
}

TEST_F(Requests, KeepsWhatWasTypedWhenRefused) {
    auto browser = app.browser("oscb-chair");
    browser.get("/requests/new");
    auto page = browser.submit("/requests/new", with(item_request(), "consider_by-month", "13"));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("Enter a real date"));
    EXPECT_TRUE(page.has("value=\"13\""));
    EXPECT_TRUE(page.has("value=\"Placement costs\""));
    EXPECT_TRUE(page.has("href=\"#consider_by-day\""));
    for (const auto& [field, value, words] : std::vector<std::array<std::string, 3>>{
             {"kind", "", "Select what you are requesting."},
             {"to_board", "OSCB", "Select a different board."},
             {"title", " ", "Enter a title."},
             {"consider_by-year", "2017", "must be in the future"},
             {"answer_by-year", "2018", "must be on or after"},
             {"wanted_meeting", meeting("CT", "2018-12-12"),
              "of the board that received the request"}}) {
        browser.get("/requests/new");
        page = browser.submit("/requests/new", with(item_request(), field, value));
        EXPECT_EQ(page.status, 422) << field;
        EXPECT_TRUE(page.has(words)) << field;
    }
    EXPECT_EQ(rows(app, "agenda_request").count(), 0);
}

TEST_F(Requests, ADoubleClickIsOneRequestAndOneStep) {
    auto browser = app.browser("oscb-chair");
    browser.get("/requests/new");
    auto again = browser;
    const auto first = browser.submit_only("/requests/new", item_request());
    const auto second = again.submit_only("/requests/new", item_request());
    EXPECT_EQ(first.location(), second.location());
    EXPECT_EQ(rows(app, "agenda_request").count(), 1);
    EXPECT_EQ(count_mail(app), 3);
}

TEST_F(Requests, AStalePageIsTold) {
    const auto request = send(item_request());
    auto slow = app.browser("leader-county");
    slow.get(request);
    act("hwb-secretariat", request, "acknowledge");
    const auto page = slow.submit(request + "/decline", {{"comment", "Not ours."}});
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("This request has changed since you opened the page"));
    EXPECT_TRUE(page.has("Not ours."));
    EXPECT_EQ(state(request), "considering");
}

TEST_F(Requests, WithdrawalTakesTheItemOffOrStrikesIt) {
    const auto march = meeting("HWB", "2019-03-21");
    const auto first = send(item_request("First"));
    const auto second = send(item_request("Second"));
    act("leader-county", first, "accept", {{"meeting", march}});
    act("leader-county", second, "accept", {{"meeting", march}});
    act("oscb-chair", first, "withdraw", {{"comment", "Settled."}});
    EXPECT_EQ(rows(app, "agenda_item").list("title position"), "Second 1");
    auto tx = app.app().database.begin_write();
    auto row = db::load_meeting(*tx, march).value();
    row.published = 1;
    ASSERT_TRUE(db::save_meeting(*tx, row));
    tx->commit();
    tx.reset();
    const auto page = act("oscb-chair", second, "withdraw", {{"comment", "Settled too."}});
    EXPECT_TRUE(page.has("The item has been struck through on the agenda."));
    EXPECT_EQ(rows(app, "agenda_item").value("struck"), "1");
    EXPECT_EQ(state(second), "withdrawn");
}

TEST_F(Requests, TheListIsFilteredByStateAndBoard) {
    const auto declined = send(item_request("Declined one"));
    act("leader-county", declined, "decline", {{"comment", "Not ours."}});
    send(item_request("Waiting one"));
    send(with(item_request("For the other board"), "to_board", "HIB"));
    auto browser = app.browser("oscb-chair");
    const auto shows = [&](const std::string& query) {
        browser.get("/requests" + query);
        EXPECT_EQ(browser.page().status, 200);
        std::string seen;
        for (const auto* title : {"Declined one", "Waiting one", "For the other board"})
            seen += browser.page().has(title) ? title[0] : '-';
        auto data = browser.get("/requests.json" + query);
        std::string in_json;
        for (const auto* title : {"Declined one", "Waiting one", "For the other board"})
            in_json += data.has(title) ? title[0] : '-';
        EXPECT_EQ(seen, in_json) << query;
        return seen;
    };
    EXPECT_EQ(shows(""), "DWF");
    EXPECT_EQ(shows("?state=sent"), "-WF");
    EXPECT_EQ(shows("?board=hwb&state="), "DW-");
    EXPECT_EQ(shows("?board=HIB&state=sent"), "--F");
    EXPECT_EQ(shows("?board=HIB&state=closed"), "---");
    EXPECT_TRUE(
        browser.get("/requests?board=hib&state=closed").has("No requests match your filters"));
    EXPECT_TRUE(browser.page().has("<option value=\"closed\" selected>"));
    // A value that names nothing is said, and the list is whole.
    EXPECT_EQ(shows("?state=nonsense&board=hib"), "DWF");
    EXPECT_TRUE(browser.page().has("\"errors\":[\"Select a status from the list."));
    EXPECT_EQ(shows("?board=nonsense"), "DWF");
    EXPECT_TRUE(browser.get("/requests?board=nonsense").has("Select a board from the list."));
    EXPECT_TRUE(browser.page().has("href=\"#board\""));
}

TEST(RequestLetters, EveryMailOfTheWorkflowsHasAKindAndItsTemplates) {
    TestApp app(TestApp::County::empty);
    std::set<std::string> mails{"request_overdue"};
    for (const auto& step : workflows::request_steps())
        if (!step.letter.empty()) mails.emplace(step.letter);
    for (const auto& step : workflows::stop_steps())
        if (!step.letter.empty()) mails.emplace(step.letter);
    EXPECT_EQ(mails.size(), 25U);
    for (const auto& mail : mails) {
        EXPECT_NO_THROW(server::letters::letter_kind(mail)) << mail;
        EXPECT_TRUE(app.app().templates.has("letters/" + mail + ".txt")) << mail;
        EXPECT_TRUE(app.app().templates.has("letters/" + mail + ".html")) << mail;
    }
}

}  // namespace
