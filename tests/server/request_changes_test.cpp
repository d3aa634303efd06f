// Requests that change on their way: offers, second sendings, withdrawals, and the meeting that was
// planned because of one.
#include <gtest/gtest.h>

#include <array>

#include "db/session.hpp"
#include "tests/server/request_fixture.hpp"

namespace {

using tests::item_request;
using tests::Requests;
using tests::with;

TEST_F(Requests, OffersReturnsAndReopening) {
    const auto request = send(item_request());
    act("leader-county", request, "ask_more", {{"comment", "Which placements?"}});
    EXPECT_EQ(state(request), "returned");
    auto page = act("oscb-chair", request, "resend",
                    {{"details", "Out of county."}, {"comment", "Added."}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Out of county."));
    page = act("leader-county", request, "offer");
    EXPECT_TRUE(page.has("Choose what to offer"));
    act("leader-county", request, "offer",
        {{"offer", "meeting"}, {"meeting", meeting("HWB", "2019-06-13")}});
    EXPECT_EQ(state(request), "offered");
    act("oscb-chair", request, "insist");
    EXPECT_EQ(state(request), "considering");
    act("leader-county", request, "offer", {{"offer", "chairs_meeting"}});
    page = act("oscb-chair", request, "agree");
    EXPECT_TRUE(page.has("A provisional meeting is planned"));
    EXPECT_EQ(app.query("SELECT state || planned FROM meeting WHERE kind = 'chairs'"),
              "provisional");
    EXPECT_EQ(letter_subject("request_offer_agreed"), "Suggestion agreed: Placement costs");
}

class ChangedRequest : public Requests {
  protected:
    // What the last step says in the thread.
    std::string thread() {
        return app.query(
            "SELECT comment FROM case_event WHERE kind = 'request' ORDER BY number DESC LIMIT 1");
    }
};

TEST_F(ChangedRequest, KeepsTitleTextAndDaysThatWereEdited) {
    const auto request = send(item_request());
    act("leader-county", request, "ask_more", {{"comment", "Which placements?"}});
    auto browser = app.browser("oscb-chair");
    EXPECT_TRUE(browser.get(request).has("value=\"Placement costs\""));
    for (const auto& [field, value, words] : std::vector<std::array<std::string, 3>>{
             {"title", " ", "Enter a title."},
             {"title", std::string(201, 'x'), "Shorten the title"},
             {"answer_by-year", "2018", "must not be before the day to consider"},
             {"answer_by-month", "13", "Enter a real date"}}) {
        browser.get(request);
        const auto page =
            browser.submit(request + "/resend", {{"comment", "Changed."}, {field, value}});
        EXPECT_EQ(page.status, 422) << field;
        EXPECT_TRUE(page.has(words)) << field << page.body;
        EXPECT_TRUE(page.has(value)) << field;
    }
    EXPECT_EQ(state(request), "returned");
    browser.get(request);
    const auto page =
        browser.submit(request + "/resend", {{"title", "Placement costs out of county"},
                                             {"details", "Only those."},
                                             {"comment", "Narrower now."},
                                             {"consider_by-day", "12"},
                                             {"consider_by-month", "2"},
                                             {"consider_by-year", "2019"},
                                             {"answer_by-day", "28"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(app.query("SELECT title || '|' || detail || '|' || answer_by || '|' || state FROM "
                        "agenda_request"),
              "Placement costs out of county|Only those.|2019-03-28|sent");
    EXPECT_EQ(thread(),
              "Narrower now.\n"
              "The title was: Placement costs.\n"
              "It was to be considered by Monday 12 November 2018.\n"
              "The answer was wanted by Thursday 21 March 2019.\n"
              "The text was: Costs rise.");
    EXPECT_TRUE(page.has("The text was: Costs rise."));
}

TEST_F(ChangedRequest, SentAgainAsItWasSaysNothingOfChanges) {
    const auto request = send(with(item_request(), "details", "One line.\r\nAnother."));
    act("leader-county", request, "ask_more", {{"comment", "Which placements?"}});
    EXPECT_EQ(act("oscb-chair", request, "resend", {{"comment", "All."}}).status, 200);
    EXPECT_EQ(thread(), "All.");
}

TEST_F(ChangedRequest, AnyStepThatSetsANewDayKeepsTheOldOne) {
    const auto request = send(item_request());
    act("leader-county", request, "offer", {{"offer", "chairs_meeting"}});
    const auto page =
        act("oscb-chair", request, "insist",
            {{"consider_by-day", "20"}, {"consider_by-month", "12"}, {"consider_by-year", "2018"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(thread(), "It was to be considered by Monday 12 November 2018.");
}

TEST_F(Requests, ARefusedRequestCanBeChangedAndSentAgain) {
    const auto request = send(item_request());
    act("leader-county", request, "decline", {{"comment", "Not ours."}});
    EXPECT_FALSE(app.browser("leader-county").get(request).offers(request + "/resend"));
    const auto page = act("oscb-chair", request, "resend",
                          {{"title", "Placement costs of health"}, {"comment", "Yours in part."}});
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(state(request), "sent");
    EXPECT_EQ(recipients("request_resent"), "clinical-chair-ccg hwb-secretariat leader-county");
    EXPECT_EQ(app.query("SELECT title FROM agenda_request"), "Placement costs of health");
}

TEST_F(Requests, AJointMeetingIsPlannedWhenAccepted) {
    const auto request = send(with(item_request("Thresholds"), "kind", "joint_meeting"));
    const auto page = act("leader-county", request, "accept");
    EXPECT_EQ(page.status, 200) << page.body;
    EXPECT_EQ(app.query("SELECT board || state FROM meeting WHERE kind = 'joint'"),
              "HWBprovisional");
}

class JointMeeting : public Requests {
  protected:
    // Asked for by OSCB, accepted by HWB: a provisional joint meeting stands.
    std::string accepted() {
        const auto request = send(with(item_request("Thresholds"), "kind", "joint_meeting"));
        act("leader-county", request, "accept");
        EXPECT_EQ(joint("state"), "provisional");
        return request;
    }
    std::string joint(const std::string& column) {
        return app.query("SELECT " + column + " FROM meeting WHERE kind = 'joint'");
    }
    void set_joint(const std::string& sql) {
        auto tx = app.app().database.begin_write();
        tx->session().execute_script("UPDATE meeting SET " + sql + " WHERE kind = 'joint'");
        tx->commit();
    }
};

TEST_F(JointMeeting, IsCancelledWhenTheRequestIsWithdrawn) {
    const auto request = accepted();
    const auto page = act("oscb-chair", request, "withdraw", {{"comment", "Settled by phone."}});
    EXPECT_EQ(joint("state"), "cancelled");
    EXPECT_EQ(joint("cancel_reason"), "The request that it was planned for was withdrawn.");
    EXPECT_TRUE(page.has("The provisional meeting that was planned for it is cancelled."));
    EXPECT_TRUE(page.has("/meetings/" + joint("id"))) << "still linked";
    EXPECT_EQ(app.query("SELECT COUNT(*) FROM audit WHERE action = 'meeting.cancel'"), "1");
    EXPECT_EQ(recipients("meeting_cancelled"), "") << "nobody had been told of it";
}

TEST_F(JointMeeting, IsCancelledWhenTheRequestIsReopenedAndPlannedAnew) {
    const auto request = accepted();
    const auto first = joint("id");
    act("leader-county", request, "reopen", {{"comment", "Wrong boards."}});
    EXPECT_EQ(joint("state"), "cancelled");
    EXPECT_EQ(joint("cancel_reason"), "The request that it was planned for is open again.");
    act("leader-county", request, "accept");
    EXPECT_EQ(app.query("SELECT GROUP_CONCAT(state) FROM (SELECT state FROM meeting WHERE kind = "
                        "'joint' ORDER BY state)"),
              "cancelled,provisional");
    EXPECT_NE(app.query("SELECT meeting FROM agenda_request"), first);
}

TEST_F(JointMeeting, IsCancelledWhenAnAnsweredRequestIsReopened) {
    const auto request = accepted();
    act("leader-county", request, "answer", {{"comment", "By letter."}});
    act("oscb-chair", request, "reopen", {{"comment", "We need to meet."}});
    EXPECT_EQ(joint("state"), "cancelled");
}

TEST_F(JointMeeting, ThatIsConfirmedStaysAndTheThreadSaysSo) {
    const auto request = accepted();
    set_joint("state = 'confirmed', planned = '2019-02-07'");
    const auto page = act("oscb-chair", request, "withdraw", {{"comment", "Settled."}});
    EXPECT_EQ(joint("state"), "confirmed");
    EXPECT_TRUE(
        page.has("The meeting arranged for it, Thursday 7 February 2019, is "
                 "still confirmed."));
    EXPECT_TRUE(page.has("cancel it on the manage meeting page"));
}

TEST_F(JointMeeting, ThatWasHeldKeepsItsRequest) {
    const auto request = accepted();
    set_joint("state = 'held', planned = '2018-10-30'");
    const auto page = act("oscb-chair", request, "withdraw", {{"comment", "Settled."}});
    EXPECT_EQ(page.status, 409);
    EXPECT_EQ(state(request), "accepted");
}

TEST_F(JointMeeting, CancelledWithItsRequestIsToldToThoseWhoHeardOfIt) {
    const auto request = accepted();
    auto secretary = app.browser("hwb-secretariat");
    const auto move = "/meetings/" + joint("id") + "/move";
    secretary.get(move);
    secretary.submit(move, {{"date-day", "7"},
                            {"date-month", "2"},
                            {"date-year", "2019"},
                            {"comment", "A day is found"}});
    ASSERT_EQ(joint("planned"), "2019-02-07");
    set_joint("planned = planned");
    act("oscb-chair", request, "withdraw", {{"comment", "Settled."}});
    EXPECT_EQ(joint("state"), "cancelled");
    const auto told = app.query("SELECT COUNT(*) FROM outbox WHERE template = 'meeting_moved'");
    EXPECT_EQ(app.query("SELECT COUNT(*) FROM outbox WHERE template = 'meeting_cancelled'"), told);
}

}  // namespace
