// One draft round fourteen boards (protocol 7.3), and the reporting timetable (4.4, appendix B).
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "server/timetable/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/papers.hpp"
#include "workflows/core/date.hpp"

namespace {

using tests::Fields;
using tests::TestApp;

class Circulations : public testing::Test {
  protected:
    Circulations() {
        set_day(2016, 1, 11);
        auto owner = app.browser("hwb-secretariat");
        tests::add_document(owner, page);
    }
    void set_day(int year, unsigned month, unsigned day) {
        app.clock().set(workflows::make_day(year, month, day) + std::chrono::hours(9));
    }
    std::string stop(const std::string& board) { return stop_of(app, board); }
    std::string state(const std::string& board) {
        return rows(app, "circulation_stop", {{"board", board}}).value("state");
    }
    tests::Page act(const std::string& person, const std::string& board, const std::string& step,
                    const Fields& fields = {}) {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get(page).status, 200);
        return browser.submit("/stops/" + stop(board) + "/" + step, fields);
    }
    std::string recipients(const std::string& kind) { return tests::recipients(app, kind); }

    TestApp app;
    const std::string page = "/circulations/" + rows(app, "circulation").value("id");
};

// Above the list, for the owner: which boards meet too soon.
const std::string out_of_reach = "It is too late to issue papers to these boards";

TEST_F(Circulations, TheMapShowsFourteenStopsInOrderAndWhenPapersMustGoOut) {
    auto browser = app.browser("hwb-secretariat");
    const auto shown = browser.get(page);
    EXPECT_TRUE(shown.has("Agreed by 0 of 14 boards. Next: "));
    std::size_t stops = 0;
    for (auto at = shown.body.find("<li class=\"sm-stops__stop"); at != std::string::npos;
         at = shown.body.find("<li class=\"sm-stops__stop", at + 1))
        ++stops;
    EXPECT_EQ(stops, 14U);
    EXPECT_LT(shown.body.find("Wednesday 27 January 2016"),
              shown.body.find("Thursday 31 March 2016"));
    EXPECT_TRUE(shown.has("Thursday 28 January 2016, provisional"));
    EXPECT_TRUE(shown.has("sm-stops__stop--unsure"));
    // Easter: five clear days before Thursday 31 March begin on Monday 21 March.
    EXPECT_TRUE(shown.has("<time datetime=\"2016-03-21\">Monday 21 March 2016</time>"));
    EXPECT_FALSE(shown.has(out_of_reach));
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/circulations").has("Joint working protocol"));
}

TEST_F(Circulations, SaysWhichBoardsPapersCanNoLongerReach) {
    set_day(2016, 3, 22);
    const auto shown = app.browser("hwb-secretariat").get(page);
    EXPECT_TRUE(shown.has(out_of_reach));
    EXPECT_TRUE(shown.has(
        "Children&#39;s Trust: Too late to issue papers. The deadline was Monday 21 March 2016."));
}

TEST_F(Circulations, AStopIsIssuedAgreedAndCorrected) {
    auto done = act("hwb-secretariat", "OSCB", "issue");
    EXPECT_EQ(done.status, 200);
    EXPECT_TRUE(done.has("Papers issued"));
    EXPECT_EQ(recipients("stop_issued"), "oscb-chair safeguarding-secretariat");
    EXPECT_EQ(rows(app, "circulation_stop", {{"board", "OSCB"}}).value("version_issued"),
              "draft 6");
    // No outcome before the board has met.
    auto early = app.browser("oscb-chair");
    EXPECT_FALSE(early.get(page).offers("/stops/" + stop("OSCB") + "/outcome"));
    const auto refused =
        early.post_raw("/stops/" + stop("OSCB") + "/outcome",
                       {{"version", "2"}, {"outcome", "agree"}}, early.token_on_page());
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.has("You can record the outcome from the date of the meeting"));
    set_day(2016, 1, 27);
    done = act("oscb-chair", "OSCB", "outcome", {{"outcome", "agree_with_comments"}});
    EXPECT_EQ(done.status, 422);
    EXPECT_TRUE(done.has("Enter the board’s comments."));
    done = act("oscb-chair", "OSCB", "outcome",
               {{"outcome", "agree_with_comments"}, {"comment", "Name the lead officer."}});
    EXPECT_EQ(done.status, 200);
    EXPECT_TRUE(done.has("Agreed by 1 of 14 boards."));
    EXPECT_TRUE(done.has("Name the lead officer."));
    EXPECT_EQ(recipients("stop_outcome"), "clinical-chair-ccg hwb-secretariat leader-county");
    done = act("safeguarding-secretariat", "OSCB", "correct", {{"comment", "Wrong board."}});
    EXPECT_EQ(state("OSCB"), "issued");
    EXPECT_EQ(steps_of(app, "stop").list("event", "number"), "issue, agree_with_comments, correct");
}

TEST_F(Circulations, OnlyTheStopsBoardRecordsItsOutcome) {
    act("hwb-secretariat", "OSCB", "issue");
    set_day(2016, 1, 27);
    auto owner = app.browser("hwb-secretariat");
    EXPECT_FALSE(owner.get(page).offers("/stops/" + stop("OSCB") + "/outcome"));
    const Fields fields{{"version", "2"}, {"outcome", "agree"}};
    auto refused =
        owner.post_raw("/stops/" + stop("OSCB") + "/outcome", fields, owner.token_on_page());
    EXPECT_EQ(refused.status, 403);
    // A member of a board that it visits reads, and takes no step.
    auto member = app.browser("healthwatch");
    EXPECT_EQ(member.get(page).status, 200);
    EXPECT_FALSE(member.page().leads_below("/stops/"));
    EXPECT_EQ(member.post_raw("/stops/" + stop("OSCB") + "/outcome", fields, member.token_on_page())
                  .status,
              404);
    EXPECT_EQ(state("OSCB"), "issued");
}

TEST_F(Circulations, ABoardThatItDoesNotVisitSeesNothing) {
    for (const char* person : {"growth-secretariat", "oxlep-chair", ""}) {
        auto browser = app.browser(person);
        EXPECT_NE(browser.get(page).status, 200) << person;
        EXPECT_NE(browser.get(page + ".json").status, 200) << person;
        browser.get("/circulations");
        EXPECT_FALSE(browser.page().has("Joint working protocol")) << person;
    }
}

TEST_F(Circulations, ADeferralNeedsAnotherMeetingOfTheBoard) {
    auto page_after =
        act("hwb-secretariat", "HWB", "defer", {{"meeting", ""}, {"comment", "Too full."}});
    EXPECT_EQ(page_after.status, 422);
    EXPECT_TRUE(page_after.has("Select another of this board’s meetings."));
    const auto meeting = [&](const std::string& board) {
        return meeting_after(app, board, "2018-11-10");
    };
    page_after = act("hwb-secretariat", "HWB", "defer",
                     {{"meeting", meeting("CT")}, {"comment", "Too full."}});
    EXPECT_EQ(page_after.status, 422);
    page_after = act("hwb-secretariat", "HWB", "defer",
                     {{"meeting", meeting("HWB")}, {"comment", "Too full."}});
    EXPECT_EQ(page_after.status, 200);
    EXPECT_TRUE(page_after.has("Thursday 15 November 2018"));
    EXPECT_EQ(recipients("stop_deferred"), "clinical-chair-ccg hwb-secretariat leader-county");
}

TEST_F(Circulations, AStalePageIsToldAndADoubleClickIsOneStep) {
    auto slow = app.browser("hwb-secretariat");
    slow.get(page);
    auto twice = app.browser("hwb-secretariat");
    twice.get(page);
    auto again = twice;
    const auto path = "/stops/" + stop("OSCB") + "/issue";
    EXPECT_EQ(twice.submit_only(path).location(), again.submit_only(path).location());
    EXPECT_EQ(steps_of(app, "stop").count(), 1);
    const auto stale = slow.submit(path);
    EXPECT_EQ(stale.status, 409);
    EXPECT_TRUE(stale.has("This board’s entry has changed since you opened the page"));
}

TEST_F(Circulations, AnOfficerBeginsOneAndAddsStops) {
    set_day(2018, 11, 1);
    auto browser = app.browser("oscb-chair");
    browser.get("/circulations/new");
    auto shown = browser.submit("/circulations/new", {{"owner", "OSCB"}, {"document", "Plan"}});
    EXPECT_EQ(shown.status, 422);
    EXPECT_TRUE(shown.has("value=\"Plan\""));
    shown =
        browser.submit("/circulations/new", {{"version_label", "draft 1"}, {"purpose", "comment"}});
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(shown.has("No boards have been added."));
    const auto path =
        "/circulations/" + rows(app, "circulation", {{"document", "Plan"}}).value("id");
    shown = browser.submit(path + "/stops");
    EXPECT_EQ(shown.status, 422);
    EXPECT_TRUE(shown.has("href=\"#meeting-new\""));
    const auto meeting = meeting_on(app, "HWB", "2018-11-15");
    shown = browser.submit(path + "/stops", {{"meeting", meeting}});
    EXPECT_TRUE(shown.has("Next: Oxfordshire Health and Wellbeing Board on Thursday 15 November"));
    shown = browser.submit(path + "/stops", {{"meeting", meeting}});
    EXPECT_EQ(shown.status, 409);
    browser.get(path);
    shown = browser.submit(path + "/version", {{"version_label", "draft 2"}});
    EXPECT_EQ(shown.status, 422);
    EXPECT_TRUE(shown.has("Enter what changed."));
    shown =
        browser.submit(path + "/version",
                       {{"version_label", "draft 2"}, {"changed", "Commas"}, {"material", "no"}});
    EXPECT_TRUE(shown.has("Latest version: draft 2."));
    // The chair of a board that it visits does not change the document's way.
    auto visited = app.browser("leader-county");
    visited.get(path);
    EXPECT_EQ(
        visited.post_raw(path + "/stops", {{"meeting", meeting}}, visited.token_on_page()).status,
        404);
}

TEST_F(Circulations, AsData) {
    const auto json = app.browser("oscb-chair").get(page + ".json");
    EXPECT_TRUE(json.has("\"board\":\"CT\""));
    EXPECT_TRUE(json.has("\"papers_by\":\"2016-03-21\""));
    EXPECT_TRUE(app.browser("oscb-chair").get("/circulations.json").has("Joint working protocol"));
}

TEST(Timetable, ShowsElevenReportsForFourteenBoards) {
    TestApp app;
    auto browser = app.browser();
    const auto shown = browser.get("/timetable");
    ASSERT_EQ(shown.status, 200);
    EXPECT_TRUE(shown.has(server::timetable::words::reports_due_each_year(
        46, "15 Agree, 6 Consult, 25 Inform", "26 spring, 12 summer, 8 autumn")));
    const auto count = [&](const std::string& text) {
        std::size_t found = 0;
        for (auto at = shown.body.find(text); at != std::string::npos;
             at = shown.body.find(text, at + 1))
            ++found;
        return found;
    };
    EXPECT_EQ(count("<th scope=\"row\">"), 11U);
    EXPECT_EQ(count("<th scope=\"col\">"), 15U);
    EXPECT_EQ(count("sm-matrix__mark--agree"), 15U);
    EXPECT_TRUE(shown.has("JMG-BCF now receives JMG-OP’s reports"));
    const auto json = browser.get("/timetable.json");
    EXPECT_TRUE(json.has("\"cells\":31"));
}

// A succession counts in the year at whose end it has happened.
TEST(Timetable, OfAYearIsForTheBoardsThatStandAtItsEnd) {
    TestApp app;
    auto browser = app.browser();
    const std::string before = server::timetable::words::reports_due_in(
        46, 2017, "15 Agree, 6 Consult, 25 Inform", "26 spring, 12 summer, 8 autumn");
    EXPECT_TRUE(browser.get("/timetable?year=2017").has(before));
    const auto after = browser.get("/timetable?year=2019");
    EXPECT_TRUE(after.has(server::timetable::words::reports_due_in(
        42, 2019, "15 Agree, 4 Consult, 23 Inform", "24 spring, 10 summer, 8 autumn")));
    EXPECT_TRUE(after.has("JMG-ACSN"));
    EXPECT_FALSE(after.has("<abbr title=\"Learning Disability"));
    EXPECT_TRUE(browser.get("/timetable?year=2018").has("42 reports due in 2018"));
    for (const std::string wrong : {"1899", "2200", "x", "2019x", "-1", "99999999999"})
        EXPECT_EQ(browser.get("/timetable?year=" + wrong).status, 422) << wrong;
    EXPECT_TRUE(browser.get("/timetable").has("46 reports due each year"));
}

TEST(Timetable, AsData) {
    TestApp app;
    auto browser = app.browser();
    const auto plain = browser.get("/timetable.json");
    EXPECT_TRUE(plain.has("\"year\":null"));
    EXPECT_TRUE(
        plain.has("\"counts\":{\"obligations\":46,\"agree\":15,\"consult\":6,\"inform\":25,"
                  "\"spring\":26,\"summer\":12,\"autumn\":8,\"winter\":0}"));
    EXPECT_TRUE(browser.get("/timetable.json?year=2019")
                    .has("\"counts\":{\"obligations\":42,\"agree\":15,\"consult\":4,\"inform\":23,"
                         "\"spring\":24,\"summer\":10,\"autumn\":8,\"winter\":0}"));
    const auto csv = browser.get("/timetable.csv");
    EXPECT_EQ(csv.headers.at("content-type"), "text/csv; charset=utf-8");
    EXPECT_TRUE(
        csv.body.starts_with("report,board,purpose,season,state,meeting,date,lamp,words\n"));
    EXPECT_EQ(std::count(csv.body.begin(), csv.body.end(), '\n'), 47);
    const auto later = browser.get("/timetable.csv?year=2019").body;
    EXPECT_EQ(std::count(later.begin(), later.end(), '\n'), 43);
}

}  // namespace
