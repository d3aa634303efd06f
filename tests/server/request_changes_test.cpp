// Requests that change on their way: offers, second sendings, withdrawals, and the meeting that was
// planned because of one.
#include <gtest/gtest.h>

#include <array>

#include "tests/harness/county_fixture.hpp"
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
    EXPECT_TRUE(page.has("Select what you suggest"));
    act("leader-county", request, "offer",
        {{"offer", "meeting"}, {"meeting", meeting("HWB", "2019-06-13")}});
    EXPECT_EQ(state(request), "offered");
    act("oscb-chair", request, "insist");
    EXPECT_EQ(state(request), "considering");
    act("leader-county", request, "offer", {{"offer", "chairs_meeting"}});
    page = act("oscb-chair", request, "agree");
    EXPECT_TRUE(page.has("A provisional meeting has been added"));
    EXPECT_EQ(rows(app, "meeting", {{"kind", "chairs"}}).value("state planned"), "provisional ");
    EXPECT_EQ(letter_subject("request_offer_agreed"), "Suggestion agreed: Placement costs");
}

class ChangedRequest : public Requests {
  protected:
    // What the last step says in the thread.
    std::string thread() { return steps_of(app, "request").newest("comment"); }
};

TEST_F(ChangedRequest, KeepsTitleTextAndDaysThatWereEdited) {
    const auto request = send(item_request());
    act("leader-county", request, "ask_more", {{"comment", "Which placements?"}});
    auto browser = app.browser("oscb-chair");
    EXPECT_TRUE(browser.get(request).has("value=\"Placement costs\""));
    for (const auto& [field, value, words] : std::vector<std::array<std::string, 3>>{
             {"title", " ", "Enter a title."},
             {"title", std::string(201, 'x'), "Title must be"},
             {"answer_by-year", "2018", "must be on or after the decision date"},
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
    EXPECT_EQ(rows(app, "agenda_request").value("state answer_by title detail"),
              "sent 2019-03-28 Placement costs out of county Only those.");
    EXPECT_EQ(thread(),
              "Narrower now.\nPrevious title: Placement costs.\nDecision previously needed by "
              "Monday 12 November 2018.\nResponse previously needed by Thursday 21 March "
              "2019.\nPrevious details: Costs rise.");
    EXPECT_TRUE(page.has("Previous details: Costs rise."));
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
    EXPECT_EQ(thread(), "Decision previously needed by Monday 12 November 2018.");
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
    EXPECT_EQ(rows(app, "agenda_request").value("title"), "Placement costs of health");
}

TEST_F(Requests, AJointMeetingIsPlannedWhenAccepted) {
    const auto request = send(with(item_request("Thresholds"), "kind", "joint_meeting"));
    const auto page = act("leader-county", request, "accept");
    EXPECT_EQ(page.status, 200) << page.body;
    EXPECT_EQ(rows(app, "meeting", {{"kind", "joint"}}).value("board state"), "HWB provisional");
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
        return rows(app, "meeting", {{"kind", "joint"}}).value(column);
    }
    void set_joint(const tests::Fields& values) {
        rows(app, "meeting", {{"kind", "joint"}}).set(values);
    }
};

TEST_F(JointMeeting, IsCancelledWhenTheRequestIsWithdrawn) {
    const auto request = accepted();
    const auto page = act("oscb-chair", request, "withdraw", {{"comment", "Settled by phone."}});
    EXPECT_EQ(joint("state"), "cancelled");
    EXPECT_EQ(joint("cancel_reason"), "The request for this meeting has been withdrawn.");
    EXPECT_TRUE(page.has("The provisional meeting arranged for this request has been cancelled."));
    EXPECT_TRUE(page.has("/meetings/" + joint("id"))) << "still linked";
    EXPECT_EQ(count_audit(app, "meeting.cancel"), 1);
    EXPECT_EQ(recipients("meeting_cancelled"), "") << "nobody had been told of it";
}

TEST_F(JointMeeting, IsCancelledWhenTheRequestIsReopenedAndPlannedAnew) {
    const auto request = accepted();
    const auto first = joint("id");
    act("leader-county", request, "reopen", {{"comment", "Wrong boards."}});
    EXPECT_EQ(joint("state"), "cancelled");
    EXPECT_EQ(joint("cancel_reason"), "The request for this meeting has been reopened.");
    act("leader-county", request, "accept");
    EXPECT_EQ(rows(app, "meeting", {{"kind", "joint"}}).list("state"), "cancelled, provisional");
    EXPECT_NE(rows(app, "agenda_request").value("meeting"), first);
}

TEST_F(JointMeeting, IsCancelledWhenAnAnsweredRequestIsReopened) {
    const auto request = accepted();
    act("leader-county", request, "answer", {{"comment", "By letter."}});
    act("oscb-chair", request, "reopen", {{"comment", "We need to meet."}});
    EXPECT_EQ(joint("state"), "cancelled");
}

TEST_F(JointMeeting, ThatIsConfirmedStaysAndTheThreadSaysSo) {
    const auto request = accepted();
    set_joint({{"state", "confirmed"}, {"planned", "2019-02-07"}});
    const auto page = act("oscb-chair", request, "withdraw", {{"comment", "Settled."}});
    EXPECT_EQ(joint("state"), "confirmed");
    EXPECT_TRUE(
        page.has("The meeting arranged for it, Thursday 7 February 2019, is "
                 "still confirmed."));
    EXPECT_TRUE(page.has("cancel it on the manage meeting page"));
}

TEST_F(JointMeeting, ThatWasHeldKeepsItsRequest) {
    const auto request = accepted();
    set_joint({{"state", "held"}, {"planned", "2018-10-30"}});
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
    act("oscb-chair", request, "withdraw", {{"comment", "Settled."}});
    EXPECT_EQ(joint("state"), "cancelled");
    const auto told = count_mail(app, "meeting_moved");
    EXPECT_EQ(count_mail(app, "meeting_cancelled"), told);
}

}  // namespace
