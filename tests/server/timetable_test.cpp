// The reporting timetable as a living grid (protocol 4.4, appendix B): slotting, what follows from
// the agenda, order, roll forward, and who may do what.
#include <gtest/gtest.h>

#include "server/timetable/obligation_commands.hpp"
#include "server/timetable/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/server/living_timetable.hpp"
#include "workflows/timetable/words.hpp"

namespace {

using tests::Fields;
using tests::LivingTimetable;

TEST_F(LivingTimetable, ShowsWhatIsProposedWhatIsNotAndWhatWouldMendIt) {
    const auto shown = app.browser().get("/timetable?year=2019");
    EXPECT_TRUE(shown.has(server::timetable::words::counts_today(
        "5 with a suggested meeting, 37 without a meeting")));
    EXPECT_TRUE(shown.has("proposed, 21 Mar"));
    EXPECT_TRUE(shown.has(workflows::timetable::words::no_meeting("March to May 2019")));
    EXPECT_TRUE(shown.has("How to place the 37 reports that have no meeting"));
    EXPECT_TRUE(shown.has("All boards are in the right order."));
    EXPECT_TRUE(
        shown.has("Spring is March to May, summer June to August, autumn September to "
                  "December, winter January to February."));
    EXPECT_FALSE(shown.leads_below("/obligations/")) << "the public may not open them";
    EXPECT_FALSE(shown.links_to("/timetable/seasons"));
    auto secretary = app.browser("hwb-secretariat");
    secretary.get("/timetable?year=2019");
    EXPECT_TRUE(secretary.page().has(server::timetable::words::confirm_suggestions(5)));
    EXPECT_TRUE(secretary.page().has(to_hwb));
    EXPECT_TRUE(secretary.page().has("/meetings/new?board=hib"));
    EXPECT_FALSE(secretary.page().links_to("/meetings/new?board=csp-ox"))
        << "of another secretariat";
}

TEST_F(LivingTimetable, AsDataSaysTheSame) {
    auto browser = app.browser();
    const auto json = browser.get("/timetable.json?year=2019").body;
    EXPECT_NE(json.find("\"proposed\":5,\"unslotted\":37,\"at_risk\":0"), std::string::npos)
        << json;
    EXPECT_NE(json.find("\"state\":\"expected\",\"meeting\":\"\",\"date\":\"\",\"lamp\":"
                        "\"proposed\",\"words\":\"" +
                        workflows::timetable::words::suggested("Thursday 21 March 2019") +
                        "\","
                        "\"proposed\":\"" +
                        march + "\",\"path\":\"" + to_hwb + "\""),
              std::string::npos);
    EXPECT_NE(json.find("\"key\":\"csa-approval\""), std::string::npos);
    const auto plain = browser.get("/timetable.json").body;
    EXPECT_NE(plain.find("\"state\":\"\",\"meeting\":\"\""), std::string::npos);
    const auto csv = browser.get("/timetable.csv?year=2019").body;
    EXPECT_NE(csv.find("Joint Strategic Needs Assessment,HWB,agree,spring,expected,,,proposed," +
                       workflows::timetable::words::suggested("Thursday 21 March 2019") + "\n"),
              std::string::npos)
        << csv;
}

TEST_F(LivingTimetable, SlottingPutsItOnTheAgendaAndAsksTheAuthor) {
    const auto done = act("hwb-secretariat", to_hwb, "slot");
    EXPECT_EQ(done.status, 200) << done.body;
    EXPECT_TRUE(done.has("On an agenda on Thursday 21 March 2019. Papers must be sent by"));
    EXPECT_EQ(state("HWB"), "slotted");
    EXPECT_EQ(rows(app, "agenda_item", {{"meeting", march}})
                  .value("title purpose owner paper_status visibility"),
              std::string(jsna) + " agree director-people expected public");
    EXPECT_EQ(recipients("paper_wanted"), "director-people");
    EXPECT_TRUE(app.browser().get("/timetable?year=2019").has("on an agenda, 21 Mar"));
    EXPECT_EQ(steps_of(app, "obligation").list("event", "number"), "expect, slot");
    EXPECT_TRUE(app.browser("leader-county").get(path("HWB", jsna)).has("Put on an agenda, by "));
}

TEST_F(LivingTimetable, ADoubleClickSlotsOnce) {
    auto browser = app.browser("hwb-secretariat");
    browser.get(to_hwb);
    auto again = browser;
    auto late = app.browser("leader-county");
    late.get(to_hwb);
    EXPECT_EQ(browser.submit(to_hwb + "/slot").status, 200);
    EXPECT_EQ(again.submit_only(to_hwb + "/slot").status, 303);
    EXPECT_EQ(count("obligation"), 1);
    EXPECT_EQ(count("agenda_item"), 1);
    // A page opened before is stale; nothing happens twice.
    act("hwb-secretariat", path("HWB", jsna), "unslot");
    EXPECT_EQ(late.submit(to_hwb + "/slot").status, 409);
}

TEST_F(LivingTimetable, OnlyTheBoardThatReceivesItChoosesTheMeeting) {
    const auto to_ct = named("joint-strategic-needs-assessment", "ct", "inform");
    plan("CT", "2019-04-30");
    for (const std::string person :
         {"hib-chair", "growth-secretariat", "assistant-chief-executive"})
        EXPECT_EQ(app.browser(person).get(to_ct).status, 404) << person;
    EXPECT_NE(app.browser().get(to_ct).status, 200);
    // A member reads; whose report it is reads too, and may not choose for the other board.
    EXPECT_FALSE(app.browser("police-lpa-commander").get(to_ct).offers(to_ct + "/slot"));
    auto owner = app.browser("hwb-secretariat");
    EXPECT_EQ(owner.get(to_ct).status, 200);
    EXPECT_FALSE(owner.page().offers(to_ct + "/slot"));
    const auto meeting = tests::meeting_on(app, "CT", "2019-04-30");
    const Fields fields{{"version", "1"}, {"meeting", meeting}};
    owner.get("/home");
    EXPECT_EQ(owner.post_raw(to_ct + "/slot", fields, owner.token_on_page()).status, 403);
    auto secretary = app.browser("safeguarding-secretariat");
    secretary.get(to_ct);
    const auto other = secretary.submit(to_ct + "/slot", {{"meeting", march}});
    EXPECT_EQ(other.status, 422);
    EXPECT_TRUE(other.has(workflows::timetable::words::select_meeting));
    EXPECT_EQ(secretary.submit(to_ct + "/slot", {{"meeting", meeting}}).status, 200);
    EXPECT_EQ(state("CT"), "slotted");
}

TEST_F(LivingTimetable, AnotherSeasonNeedsAReason) {
    const auto june = tests::meeting_on(app, "HWB", "2019-06-13");
    const auto refused = act("hwb-secretariat", to_hwb, "slot", {{"meeting", june}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has(workflows::timetable::words::out_of_season("March to May 2019")));
    const auto done = act("hwb-secretariat", to_hwb, "slot",
                          {{"meeting", june}, {"comment", "The census came late"}});
    EXPECT_TRUE(done.has("out of season. " +
                         workflows::timetable::words::suggested("Thursday 21 March 2019")));
    const auto moved = act("hwb-secretariat", path("HWB", jsna), "slot", {{"meeting", march}});
    EXPECT_EQ(moved.status, 200);
    EXPECT_EQ(rows(app, "agenda_item", {{"meeting", june}}).count(), 0);
    EXPECT_EQ(rows(app, "agenda_item", {{"meeting", march}}).count(), 1);
}

TEST_F(LivingTimetable, UnslottingRemovesTheItemAndStrikesAPublishedOne) {
    act("hwb-secretariat", to_hwb, "slot");
    act("hwb-secretariat", path("HWB", jsna), "unslot");
    EXPECT_EQ(state("HWB"), "expected");
    EXPECT_EQ(count("agenda_item"), 0);
    act("hwb-secretariat", path("HWB", jsna), "slot");
    auto secretary = app.browser("hwb-secretariat");
    secretary.get("/meetings/" + march + "/publish");
    ASSERT_EQ(secretary.submit("/meetings/" + march + "/publish").status, 200);
    EXPECT_EQ(state("HWB"), "slotted") << "without its paper it did not go out";
    act("hwb-secretariat", path("HWB", jsna), "unslot");
    EXPECT_EQ(rows(app, "agenda_item").value("struck"), "1");
}

TEST_F(LivingTimetable, FollowsItsAgendaItem) {
    act("hwb-secretariat", to_hwb, "slot");
    auto secretary = app.browser("hwb-secretariat");
    const auto form = "/items/" + item() + "/papers";
    {
        const auto tx = app.app().database.begin_write();
        const auto row = db::find_item(*tx, item());
        db::set_paper_status(*tx, *row, workflows::PaperStatus::received);
        ASSERT_TRUE(server::timetable::follow_paper(*tx, row->id));
        tx->commit();
    }
    EXPECT_EQ(state("HWB"), "prepared");
    secretary.get("/meetings/" + march + "/publish");
    ASSERT_EQ(secretary.submit("/meetings/" + march + "/publish").status, 200);
    EXPECT_EQ(state("HWB"), "delivered");
    EXPECT_EQ(rows(app, "obligation").value("version_label"), "agenda version 1");
    EXPECT_EQ(steps_of(app, "obligation").list("event", "number"),
              "expect, slot, prepare, deliver");
    // The outcome waits for the day, and is the one that the timetable asks for.
    const auto page = path("HWB", jsna);
    EXPECT_FALSE(app.browser("hwb-secretariat").get(page).offers(page + "/agree"));
    set_day(2019, 3, 21);
    EXPECT_FALSE(app.browser("hwb-secretariat").get(page).offers(page + "/inform"));
    EXPECT_EQ(act("leader-county", page, "agree").status, 200);
    EXPECT_TRUE(app.browser().get("/timetable?year=2019").has("agreed, 21 Mar"));
    act("leader-county", page, "await_response",
        {{"comment", "Say what you will do."},
         {"respond_by-day", "1"},
         {"respond_by-month", "6"},
         {"respond_by-year", "2019"}});
    EXPECT_EQ(state("HWB"), "response_due");
    EXPECT_TRUE(
        app.browser("leader-county").get(page).has("The response is due by Saturday 1 June"));
    act("leader-county", page, "respond", {{"comment", "We fund two more nurses."}});
    EXPECT_EQ(state("HWB"), "responded");
}

TEST_F(LivingTimetable, AnItemTakenOffByHandIsExpectedAgain) {
    act("hwb-secretariat", to_hwb, "slot");
    auto secretary = app.browser("hwb-secretariat");
    const auto form = "/items/" + item() + "/remove";
    secretary.get(form);
    EXPECT_EQ(secretary.submit(form).status, 200);
    EXPECT_EQ(state("HWB"), "expected");
    EXPECT_EQ(steps_of(app, "obligation").newest("comment"),
              server::timetable::words::item_removed);
}

TEST_F(LivingTimetable, ACancelledMeetingPutsItAtRiskAndNothingIsLost) {
    plan("HWB", "2019-05-23");
    act("hwb-secretariat", to_hwb, "slot");
    auto secretary = app.browser("hwb-secretariat");
    secretary.get("/meetings/" + march + "/cancel");
    secretary.submit("/meetings/" + march + "/cancel",
                     {{"comment", "Election"}, {"reason", "Election"}});
    ASSERT_EQ(rows(app, "meeting", {{"id", march}}).value("state"), "cancelled");
    const auto shown = app.browser("hwb-secretariat").get("/timetable?year=2019");
    EXPECT_TRUE(
        shown.has(workflows::timetable::words::its_meeting_cancelled(" on Thursday 21 March 2019") +
                  " " + workflows::timetable::words::suggested("Thursday 23 May 2019")));
    EXPECT_EQ(grid().timetable.obligations.size(), 42U);
    EXPECT_EQ(state("HWB"), "slotted");
    EXPECT_EQ(act("hwb-secretariat", path("HWB", jsna), "slot").status, 200);
    EXPECT_EQ(rows(app, "obligation").value("meeting"),
              tests::meeting_on(app, "HWB", "2019-05-23"));
}

TEST_F(LivingTimetable, AllProposalsAreConfirmedFromAPageThatSaysHowMany) {
    auto secretary = app.browser("hwb-secretariat");
    secretary.get("/timetable/proposals?year=2019");
    EXPECT_TRUE(secretary.page().has(server::timetable::words::reports_to_place(5)));
    auto again = secretary;
    const auto done = secretary.submit("/timetable/proposals");
    EXPECT_EQ(done.status, 200);
    EXPECT_TRUE(done.has(
        server::timetable::words::counts_today("1 on track, 37 without a meeting, 4 at risk")));
    // The explicit dependency of domain 6.2: the Children's Trust deals with its plan before.
    EXPECT_TRUE(done.has("s Trust (to agree), which has no meeting for this report yet."))
        << done.body;
    EXPECT_EQ(count("agenda_item"), 5);
    again.submit("/timetable/proposals");
    EXPECT_EQ(count("agenda_item"), 5);
    secretary.get("/timetable/proposals?year=2019");
    EXPECT_TRUE(secretary.page().has(server::timetable::words::nothing_to_confirm));
    // What was not shown is not confirmed.
    auto other = app.browser("safeguarding-secretariat");
    plan("CT", "2019-03-25");
    other.get("/timetable/proposals?year=2019");
    plan("OSCB", "2019-03-26");
    const auto stale = other.submit("/timetable/proposals");
    EXPECT_EQ(stale.status, 409);
    EXPECT_TRUE(stale.has(server::timetable::words::suggestions_changed));
    EXPECT_EQ(count("agenda_item"), 5);
}

TEST_F(LivingTimetable, RollsForwardOnce) {
    auto secretary = app.browser("hwb-secretariat");
    secretary.get("/timetable/roll-forward?year=2019");
    EXPECT_TRUE(secretary.page().has(server::timetable::words::set_up_reports(42, 2019)));
    secretary.submit("/timetable/roll-forward");
    EXPECT_EQ(count("obligation"), 42);
    secretary.get("/timetable/roll-forward?year=2019");
    EXPECT_TRUE(secretary.page().has(server::timetable::words::nothing_to_set_up));
    secretary.get("/home");
    secretary.post_raw("/timetable/roll-forward", {{"year", "2019"}}, secretary.token_on_page());
    EXPECT_EQ(count("obligation"), 42);
    EXPECT_EQ(steps_of(app, "obligation").count(), 42);
    EXPECT_EQ(count("outbox"), 0);
    EXPECT_TRUE(app.browser().get("/timetable?year=2019").has("5 with a suggested meeting, 37"));
}

TEST_F(LivingTimetable, WaivedWithAReasonAndReinstated) {
    const auto refused = act("hwb-secretariat", to_hwb, "waive");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has(workflows::timetable::words::enter_reason));
    act("hwb-secretariat", to_hwb, "waive", {{"comment", "Merged with the strategy"}});
    EXPECT_EQ(state("HWB"), "waived");
    EXPECT_TRUE(app.browser().get("/timetable?year=2019").has("1 waived"));
    act("hwb-secretariat", path("HWB", jsna), "reinstate", {{"comment", "A mistake"}});
    EXPECT_EQ(state("HWB"), "expected");
}

TEST_F(LivingTimetable, SaysWhichBoardsAreOutOfOrder) {
    plan("CT", "2019-06-20");
    const std::string plan_report = "children-and-young-peoples-plan";
    act("hwb-secretariat", named(plan_report, "hwb", "agree"), "slot",
        {{"meeting", tests::meeting_on(app, "HWB", "2019-06-13")}});
    act("safeguarding-secretariat", named(plan_report, "ct", "agree"), "slot",
        {{"meeting", tests::meeting_on(app, "CT", "2019-06-20")}, {"comment", "Later this year"}});
    const std::string words = workflows::timetable::words::order_source(
        workflows::timetable::words::out_of_order(
            "Children and Young People&#39;s Plan",
            "Oxfordshire Health and Wellbeing Board (to agree)", "Thursday 13 June 2019",
            "Children&#39;s Trust (to agree)", "Thursday 20 June 2019"),
        "protocol 4.4 and appendix B");
    EXPECT_TRUE(app.browser().get("/timetable?year=2019").has(words));
    EXPECT_TRUE(app.browser().get("/timetable/reports/" + plan_report + "?year=2019").has(words));
    EXPECT_TRUE(
        app.browser().get("/timetable.json?year=2019").has("\"rule\":\"stated\",\"first\":\"CT\""));
}

TEST_F(LivingTimetable, AContradictionWithoutSourcesIsShownAllTheSame) {
    tests::rows(app, "timetable_contradiction_source").remove();
    const auto page = app.browser().get("/timetable?year=2019");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Inconsistencies in the protocol"));
}

TEST_F(LivingTimetable, ContradictionsStayAndSayHowTheyWereSettled) {
    const auto open = app.browser().get("/timetable?year=2019");
    EXPECT_TRUE(open.has("2.14: Each community safety partnership approves it"));
    EXPECT_TRUE(
        open.has(std::string("Appendix A: ") + workflows::timetable::words::osab_appendix_a));
    EXPECT_TRUE(open.has("4.8: The needs assessment and the strategic intelligence assessment"));
    auto secretary = app.browser("hwb-secretariat");
    const std::string form = "/timetable/contradictions/csa-approval";
    secretary.get(form);
    EXPECT_EQ(secretary.submit(form).status, 422);
    secretary.get(form);
    secretary.submit(form, {{"reason", "The partnerships approve it by letter."}});
    const auto settled = app.browser().get("/timetable");
    EXPECT_TRUE(settled.has("2.14: Each community safety partnership approves it"));
    const std::string settled_on =
        server::timetable::words::resolved_on("Thursday 1 November 2018", "");
    EXPECT_TRUE(settled.has(settled_on + "The partnerships approve it by letter."));
    secretary.get(form);
    secretary.submit(form);
    EXPECT_FALSE(app.browser().get("/timetable").has(settled_on));
    secretary.get("/timetable/contradictions/new");
    const auto added =
        secretary.submit("/timetable/contradictions/new", {{"report", "OSCB Business Plan"},
                                                           {"words", "They name other months."},
                                                           {"clause", "002, 4"},
                                                           {"says", "Each quarter."},
                                                           {"clause_2", "Appendix B"},
                                                           {"says_2", "In autumn."}});
    EXPECT_EQ(added.status, 200);
    EXPECT_TRUE(app.browser().get("/timetable").has("They name other months."));
}

TEST_F(LivingTimetable, SeasonsAreTheCountysToSay) {
    auto secretary = app.browser("hwb-secretariat");
    secretary.get("/timetable/seasons");
    const auto refused = secretary.submit("/timetable/seasons", {{"autumn_last", "11"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has(workflows::timetable::words::month_in_none("December")));
    secretary.get("/timetable/seasons");
    EXPECT_EQ(
        secretary.submit("/timetable/seasons", {{"autumn_last", "11"}, {"winter_first", "12"}})
            .status,
        200);
    EXPECT_TRUE(app.browser().get("/timetable?year=2019").has("winter December to February"));
}

TEST_F(LivingTimetable, TheAuthorOfAReportIsAskedForItsPaper) {
    auto secretary = app.browser("hwb-secretariat");
    const std::string form = "/timetable/reports/joint-strategic-needs-assessment";
    secretary.get(form);
    EXPECT_EQ(secretary.submit(form, {{"author", "director-public-health"}}).status, 200);
    act("hwb-secretariat", to_hwb, "slot");
    EXPECT_EQ(recipients("paper_wanted"), "director-public-health");
    EXPECT_FALSE(app.browser().get(form).offers(form));
    EXPECT_EQ(app.browser().get("/timetable/reports/none").status, 404);
}

TEST_F(LivingTimetable, TheOfficeSaysWhichBoardComesFirst) {
    auto secretary = app.browser("hwb-secretariat");
    EXPECT_TRUE(secretary.get("/timetable/orders").has("s Plan: CT before HWB (protocol"));
    const Fields order{{"report", jsna}, {"first", "CT"}, {"then", "HWB"}, {"source", ""}};
    EXPECT_TRUE(
        secretary.submit("/timetable/orders", order).has(server::timetable::words::enter_source));
    secretary.get("/timetable/orders");
    EXPECT_TRUE(
        secretary
            .submit("/timetable/orders",
                    {{"report", jsna}, {"first", "CT"}, {"then", "HWB"}, {"source", "minute 12"}})
            .has("Joint Strategic Needs Assessment: CT before HWB (minute 12)."));
    const std::string informed = "(for information), which has no meeting for this report yet.";
    EXPECT_TRUE(app.browser().get("/timetable.json?year=2019").has(informed));
    EXPECT_EQ(count_audit(app, "timetable.order"), 1);
    const auto end =
        secretary.post_raw("/timetable/orders/end",
                           {{"ended_report", jsna}, {"ended_first", "CT"}, {"ended_then", "HWB"}},
                           secretary.token_on_page());
    EXPECT_EQ(end.status, 303);
    EXPECT_FALSE(secretary.get("/timetable/orders").has("minute 12"));
    EXPECT_FALSE(app.browser().get("/timetable.json?year=2019").has(informed));
}

}  // namespace
