// Where the answers of boards go, who is reminded of them, and who takes them over (protocol 4.3).
#include <gtest/gtest.h>

#include "db/responses.hpp"
#include "server/base/jobs.hpp"
#include "server/digest/digest_commands.hpp"
#include "server/letters/reminders.hpp"
#include "server/responses/response_commands.hpp"
#include "server/site/site.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/letter_checks.hpp"
#include "tests/server/response_fixture.hpp"

namespace {

using tests::Fields;
using tests::Responses;

TEST_F(Responses, AnAnswerWaitsForAMeetingAndFollowsItWhenItIsCancelled) {
    cancel_meetings(app, {{"board", "OSCB"}});
    auto tx = app.app().database.begin_read();
    EXPECT_FALSE(server::responses::meeting_for_answer(app.app(), *tx, "OSCB"));
    tx.reset();
    const auto response = owed_by_ct();
    EXPECT_EQ(act("cabinet-children", response, "answer", {{"comment", "Done."}}).status, 200);
    EXPECT_EQ(state(response), "answered");
    EXPECT_TRUE(app.browser("oscb-chair")
                    .get(response)
                    .has("The response will be added once there is one."));
    EXPECT_EQ(server::responses::place_waiting_answers(app.app()), 0);

    add_meeting("first", "OSCB", "2019-02-07", "private");
    server::base::JobRunner(app.app(), server::site::jobs()).run_pending();
    EXPECT_EQ(state(response), "returned");
    EXPECT_NE(agenda_of("first"), "");
    // Only once, however often the job runs.
    EXPECT_EQ(server::responses::place_waiting_answers(app.app()), 0);
    EXPECT_EQ(rows(app, "agenda_item", {{"meeting", "first"}}).count(), 1);

    add_meeting("second", "OSCB", "2019-03-07", "private");
    cancel_meetings(app, {{"id", "first"}});
    EXPECT_EQ(server::responses::place_waiting_answers(app.app()), 1);
    EXPECT_EQ(state(response), "returned");
    EXPECT_NE(agenda_of("second"), "");
    EXPECT_TRUE(
        app.browser("oscb-chair").get(response).has("The response will go to the next meeting."));
}

TEST_F(Responses, AnAgendaThatIsOutTakesNoAnswer) {
    add_meeting("next", "OSCB", "2019-02-07", "private");
    rows(app, "meeting", {{"id", "meeting-oscb"}}).set({{"published", "1"}});
    const auto response = owed_by_ct();
    act("cabinet-children", response, "answer", {{"comment", "Done."}});
    EXPECT_EQ(agenda_of("meeting-oscb"), "");
    EXPECT_NE(agenda_of("next"), "");
}

TEST_F(Responses, ThePlaceholderIsAsPrivateAsItsSource) {
    add_meeting("public", "HWB", "2018-12-20", "public");
    cancel_meetings(app, {{"board", "HWB"}, {"id <>", "public"}});
    const auto answered = [&](const std::string& visibility) {
        put_item(app, "i-" + visibility, "public", "Secret " + visibility,
                 {{"purpose", "agree"}, {"visibility", visibility}});
        auto asking = app.browser("leader-county");
        asking.get("/responses/new?source=item:i-" + visibility);
        EXPECT_EQ(asking.submit("/responses/new", wish("CT")).status, 200);
        EXPECT_EQ(asking.submit("/responses/deliver").status, 200);
        const auto response = newest();
        act("cabinet-children", response, "answer", {{"comment", "Canary answer."}});
        return rows(app, "agenda_item",
                    {{"id", rows(app, "response", {{"id", response.substr(11)}}).value("item")}})
            .value("visibility");
    };
    EXPECT_EQ(answered("public"), "public");
    EXPECT_EQ(answered("members"), "members");
    EXPECT_EQ(answered("exempt"), "exempt");
    // No letter says what an exempt report is called, recommends or was answered.
    EXPECT_EQ(count_letters_with(app, "Secret exempt"), 0);
    EXPECT_NE(count_mail(app, "", {{"subject LIKE", "%a private item%"}}), 0);
}

TEST_F(Responses, TheOwingBoardIsRemindedUntilItAnswers) {
    const auto response = owed_by_ct();
    act("cabinet-children", response, "accept", {{"owner", "director-children"}});
    const auto reminded = [&] {
        while (server::letters::run_due(app.app()).more) {
        }
        return count_mail(app, "matter_due", {{"subject_id", response.substr(11)}});
    };
    set_day(2019, 2, 14);
    EXPECT_EQ(reminded(), 0);
    set_day(2019, 2, 15);  // ten working days before Friday 1 March
    EXPECT_EQ(reminded(), 2);
    EXPECT_EQ(recipients("matter_due"),
              "community-safety-secretariat director-children safeguarding-secretariat")
        << "with whom a provisional meeting is to be confirmed";
    EXPECT_EQ(reminded(), 2);
    set_day(2019, 3, 4);  // the working day after
    EXPECT_EQ(reminded(), 4);
    EXPECT_TRUE(app.browser("cabinet-children").get("/responses?show=overdue").has("early help"));
    act("director-children", response, "answer", {{"comment", "Here it is."}});
    set_day(2019, 3, 15);
    EXPECT_EQ(reminded(), 4);
    EXPECT_FALSE(app.browser("cabinet-children").get("/responses?show=overdue").has("early help"));
}

TEST_F(Responses, TheQuarterlyDigestSaysWhatIsUnanswered) {
    const auto response = owed_by_ct();
    set_day(2019, 1, 2);  // the first working day of the quarter
    EXPECT_GT(server::digest::send_quarter_digest(app.app()), 0);
    // Both sides, once each, and nobody of a third board.
    EXPECT_EQ(recipients("quarter_digest"), "cabinet-children oscb-chair safeguarding-secretariat");
    app.restart();
    set_day(2019, 1, 3);
    EXPECT_EQ(server::digest::send_quarter_digest(app.app()), 0);
    auto owing = app.browser("cabinet-children");
    EXPECT_TRUE(owing.get("/digest").has("Recommendation 1 of Canary annual report"));
    EXPECT_FALSE(app.browser("hib-chair").get("/digest").has("Canary"));
    EXPECT_TRUE(app.browser("oscb-chair").get("/digest.csv").has("OSCB and CT"));
    act("cabinet-children", response, "answer", {{"comment", "Done."}});
    act("oscb-chair", response, "confirm");
    EXPECT_TRUE(owing.get("/digest").has("Confirmed"));
    set_day(2019, 4, 1);
    EXPECT_FALSE(owing.get("/digest").has("Canary"));
    EXPECT_EQ(server::digest::send_quarter_digest(app.app()), 0);
}

// What is named in a report at the board that owns it falls due when the report reaches the board
// that owes it (protocol 4.3, 4.7).
TEST_F(Responses, WhatIsNamedInAReportIsDeliveredWithTheReportToEachBoard) {
    add_obligation(app, "own", "OSCB Annual Report", "OSCB",
                   {{"purpose", "agree"}, {"state", "agreed"}});
    add_obligation(app, "ob", "OSCB Annual Report", "CT");
    add_meeting("ct", "CT", "2018-12-13", "private");
    auto asking = app.browser("oscb-chair");
    asking.get("/responses/new?source=obligation:own");
    EXPECT_EQ(asking.submit("/responses/new", wish("CT")).status, 200);
    EXPECT_EQ(state(newest()), "named");
    rows(app, "obligation", {{"id", "ob"}}).set({{"state", "slotted"}, {"meeting", "ct"}});
    EXPECT_EQ(act("oscb-chair", "/obligations/ob", "deliver", {{"version_label", "final"}}).status,
              200);
    EXPECT_EQ(state(newest()), "due");
}

TEST_F(Responses, TheLetterOfTheQuarterCountsAsItsPage) {
    owed_by_ct();
    EXPECT_EQ(name(wish("HIB")).status, 200);
    EXPECT_EQ(deliver().status, 200);
    const auto settled = "/responses/" + rows(app, "response", {{"owing_board", "CT"}}).value("id");
    set_day(2019, 1, 2);
    act("cabinet-children", settled, "answer", {{"comment", "Done."}});
    act("oscb-chair", settled, "confirm");
    EXPECT_TRUE(app.browser("oscb-chair").get("/digest").has("1 open, 1 with feedback,"));
    EXPECT_GT(server::digest::send_quarter_digest(app.app()), 0);
    const auto letter = tests::letter_part(
        newest_letter(app, {{"template", "quarter_digest"}, {"person", "oscb-chair"}}),
        "text/plain");
    EXPECT_NE(letter.find("1 open, feedback received on 1"), std::string::npos) << letter;
}

TEST_F(Responses, AReportOfTheTimetableAsksAndIsRespondedTo) {
    add_obligation(app, "ob", "OSCB Annual Report", "CT", {{"state", "informed"}});
    const Fields wish{{"comment", "Say how the plan takes it up."},
                      {"respond_by-day", "1"},
                      {"respond_by-month", "3"},
                      {"respond_by-year", "2019"}};
    EXPECT_EQ(act("oscb-chair", "/obligations/ob", "await_response", wish).status, 200);
    const auto response = newest();
    EXPECT_EQ(state(response), "due");
    EXPECT_EQ(recipients("response_due"), "cabinet-children safeguarding-secretariat");
    EXPECT_TRUE(app.browser("oscb-chair").get("/obligations/ob").has(response));
    EXPECT_EQ(act("cabinet-children", response, "answer", {{"comment", "In chapter 3."}}).status,
              200);
    const auto obligation = [&] { return rows(app, "obligation", {{"id", "ob"}}).value("state"); };
    EXPECT_EQ(obligation(), "response_due");
    EXPECT_EQ(act("oscb-chair", response, "confirm").status, 200);
    EXPECT_EQ(obligation(), "responded");
}

TEST_F(Responses, WhatIsSaidOnTheReportIsTheAnswer) {
    add_obligation(app, "ob", "OSCB Annual Report", "HWB", {{"state", "delivered"}});
    add_row(app, "response",
            {{"id", "r"},
             {"source_kind", "obligation"},
             {"source", "ob"},
             {"source_title", "OSCB Annual Report 2018"},
             {"asking_board", "OSCB"},
             {"owing_board", "HWB"},
             {"recommendation", "Fund it."},
             {"required", "act"},
             {"due", "2019-03-01"},
             {"first_due", "2019-03-01"},
             {"delivered_on", "2018-10-20"},
             {"created_by", ""}});
    rows(app, "obligation").set({{"state", "response_due"}, {"respond_by", "2019-03-01"}});
    EXPECT_EQ(act("leader-county", "/obligations/ob", "respond", {{"comment", "Funded."}}).status,
              200);
    EXPECT_EQ(rows(app, "response").value("state answer"), "returned Funded.");
    EXPECT_NE(agenda_of("meeting-oscb"), "");
}

TEST_F(Responses, ASuccessorTakesOverWhatIsOpen) {
    EXPECT_EQ(name(wish("CT")).status, 200);
    EXPECT_EQ(name(wish("HWB")).status, 200);
    EXPECT_EQ(name(wish("HIB")).status, 200);
    EXPECT_EQ(deliver().status, 200);
    const auto of = [&](const std::string& board) {
        return "/responses/" + rows(app, "response", {{"owing_board", board}}).value("id");
    };
    const auto settled = of("HIB");
    EXPECT_EQ(act("oscb-chair", settled, "drop", {{"comment", "Not needed."}}).status, 200);
    const auto moved = of("CT");
    auto tx = app.app().database.begin_write();
    EXPECT_EQ(db::hand_over_responses(*tx, "CT", "HIB").size(), 1U);
    tx->commit();
    tx.reset();
    EXPECT_EQ(app.browser("hib-chair").get(moved).status, 200);
    EXPECT_TRUE(app.browser("hib-chair").get(moved).has("HIB takes over from CT."));
    EXPECT_EQ(app.browser("cabinet-children").get(moved).status, 404);
    // What two boards that become one owed each other is settled.
    tx = app.app().database.begin_write();
    EXPECT_EQ(db::hand_over_responses(*tx, "OSCB", "HWB").size(), 2U);
    tx->commit();
    tx.reset();
    EXPECT_EQ(state(of("HWB")), "dropped");
    EXPECT_EQ(state(moved), "due");
    EXPECT_EQ(rows(app, "response", {{"id", settled.substr(11)}}).value("asking_board"), "OSCB");
}

}  // namespace
