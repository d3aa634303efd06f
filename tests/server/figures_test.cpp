// The pictures on their pages and as files: the same numbers in picture, caption, table and CSV.
#include <gtest/gtest.h>

#include <algorithm>

#include "db/session.hpp"
#include "tests/harness/test_app.hpp"
#include "workflows/core/date.hpp"

namespace {

using tests::TestApp;

std::ptrdiff_t lines_of(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

class Figures : public testing::Test {
  protected:
    void set_day(int year, unsigned month, unsigned day) {
        app.clock().set(workflows::make_day(year, month, day) + std::chrono::hours(9));
    }
    TestApp app;
};

TEST_F(Figures, CirculationIsALineThroughFourteenBoards) {
    set_day(2016, 2, 25);
    const auto path = "/circulations/" + app.query("SELECT id FROM circulation");
    auto browser = app.browser("hwb-secretariat");
    const auto page = browser.get(path);
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(
        page.has("<figcaption class=\"sm-fig__caption\">14 stops from Wednesday 27 January "
                 "2016 to Thursday 31 March 2016: 7 met without an answer, 7 still to "
                 "come.</figcaption>"));
    EXPECT_TRUE(page.has("aria-label=\"Picture of the way round, scrolls sideways\""));
    EXPECT_TRUE(page.has("href=\"" + path + ".csv\""));
    EXPECT_TRUE(page.has(">Today, 25 Feb</text>"));
    EXPECT_EQ(count(page.body, ", provisional</text>"), 4U);

    const auto svg = browser.get(path + ".svg");
    EXPECT_EQ(svg.headers.at("content-type"), "image/svg+xml; charset=utf-8");
    EXPECT_EQ(svg.headers.at("content-disposition").find("attachment; filename=\"circulation-"),
              0U);
    EXPECT_TRUE(svg.has("<title>Joint working protocol, draft 6: 14 stops from "));
    EXPECT_FALSE(svg.has("<a "));

    const auto csv = browser.get(path + ".csv");
    EXPECT_EQ(csv.headers.at("content-type"), "text/csv; charset=utf-8");
    EXPECT_EQ(lines_of(csv.body), 15);
    EXPECT_TRUE(
        csv.has("HWB,Oxfordshire Health and Wellbeing Board,2016-03-03,confirmed,,planned,"
                "2016-02-24,"));
    EXPECT_EQ(count(csv.body, ",provisional,"), 4U);
}

TEST_F(Figures, OfACirculationAreOnlyForTheBoardsItVisits) {
    const auto path = "/circulations/" + app.query("SELECT id FROM circulation");
    for (const char* ending : {".svg", ".csv"}) {
        EXPECT_EQ(app.browser("oscb-chair").get(path + ending).status, 200);
        EXPECT_EQ(app.browser("growth-secretariat").get(path + ending).status, 404);
    }
}

// How the year planner marks a day on which somebody is due at two meetings.
const std::string clash = ", clash</span>";
const std::string twice = "is wanted twice";

// The county's meetings of 2018, as the import has them: 22 Nov and four more days hold a clash.
TEST_F(Figures, YearPlannerIsATableOfLinksThatEverybodyMayRead) {
    const auto page = app.browser().get("/planner?year=2018");
    ASSERT_EQ(page.status, 200);
    const auto meetings = app.query(
        "SELECT COUNT(*) FROM meeting WHERE planned BETWEEN '2018-01-01' AND '2018-12-31'");
    EXPECT_TRUE(page.has("<figcaption class=\"sm-fig__caption\">" + meetings + " meetings of "));
    EXPECT_EQ(count(page.body, "class=\"sm-chip"),
              std::stoul(meetings) +
                  std::stoul(app.query("SELECT COUNT(*) FROM meeting WHERE planned = ''")));
    EXPECT_TRUE(page.has("HIB, Thursday 22 November 2018, 2pm to 4pm, in public"));
    EXPECT_TRUE(page.has("<span class=\"sm-planner__holiday\">30 Good Friday</span>"));
    EXPECT_TRUE(page.has("<span class=\"sm-planner__today\">Today: 1</span>"));
    EXPECT_FALSE(page.has(clash));
    EXPECT_FALSE(page.has(twice));
    EXPECT_FALSE(page.leads_to("/meetings/new"));
    EXPECT_FALSE(page.has("JMG-LD</abbr>")) << "succeeded in April without a meeting";
}

TEST_F(Figures, YearPlannerMarksClashesForThoseWhoMayReadThem) {
    auto browser = app.browser("hwb-secretariat");
    const auto page = browser.get("/planner?year=2018");
    EXPECT_TRUE(page.has("HIB, Thursday 22 November 2018, 2pm to 4pm, in public" + clash));
    EXPECT_TRUE(page.has("Somebody " + twice + " on 4 days."));
    EXPECT_TRUE(page.links_to("/meetings/new"));
    const auto csv = browser.get("/planner.csv?year=2018");
    EXPECT_TRUE(csv.has("HIB,2018-11-22,"));
    EXPECT_EQ(count(csv.body, ",yes,"), count(page.body, clash));
    EXPECT_EQ(count(app.browser().get("/planner.csv?year=2018").body, ",yes,"), 0U);
    EXPECT_FALSE(app.browser().get("/planner.json?year=2018").has("\"clash\""));
    EXPECT_TRUE(browser.get("/planner.json?year=2018").has("\"clash\":true"));
}

TEST_F(Figures, YearPlannerKnowsItsYears) {
    auto browser = app.browser();
    EXPECT_TRUE(browser.get("/planner").has("Year planner 2018</h1>"));
    EXPECT_TRUE(browser.get("/planner").links_to("/planner?year=2019"));
    EXPECT_TRUE(browser.get("/planner?year=1985").has("No meetings are planned in 1985."));
    EXPECT_TRUE(browser.get("/planner.svg?year=1985").has("Nothing to draw"));
    EXPECT_FALSE(browser.get("/planner?year=2199").links_to("/planner?year=2200"));
    EXPECT_FALSE(browser.get("/planner?year=1900").links_to("/planner?year=1899"));
    EXPECT_NE(browser.get("/planner?year=2200").status, 200);
    EXPECT_NE(browser.get("/planner.csv?year=x").status, 200);
    EXPECT_TRUE(browser.get("/meetings").has("href=\"/planner\""));
}

// On 1 November 2018: 22 boards, of which five were succeeded on 1 April.
TEST_F(Figures, MapOfTheBoardsSaysWhoReportsToWhomToday) {
    const auto page = app.browser().get("/boards/map");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(page.has(
        "<figcaption class=\"sm-fig__caption\">17 boards: 4 report to the HWB, 4 report "
        "to the SOP, 9 report to no other board. 5 boards have been replaced.</figcaption>"));
    EXPECT_EQ(count(page.body, "<polyline"), 13U);
    EXPECT_EQ(count(page.body, "stroke-dasharray=\"6 4\"/>\n<") > 0, true);
    EXPECT_TRUE(
        page.has("<a class=\"govuk-link\" href=\"/boards/hwb\">HWB: Oxfordshire Health and "
                 "Wellbeing Board</a>"));
    const auto csv = app.browser().get("/boards/map.csv");
    EXPECT_EQ(lines_of(csv.body), 23);
    EXPECT_TRUE(
        csv.has("CSP-OX,Oxford Safer Communities Partnership,Safer Oxfordshire Partnership,"
                "SOP,,,"));
    EXPECT_TRUE(
        csv.has("JMG-LD,Learning Disability Joint Management Group,Oxfordshire Health and "
                "Wellbeing Board,,JMG-ACSN,2018-04-01,"));
    EXPECT_TRUE(app.browser().get("/boards/map.svg").has("<title>17 boards: 4 report to the HWB"));
    EXPECT_TRUE(app.browser().get("/boards").has("href=\"/boards/map\""));
}

// Before the succession nothing was succeeded, and the CSPs reported to the partnership of old.
TEST_F(Figures, MapOfTheBoardsGoesByTheDay) {
    set_day(2018, 3, 31);
    const auto page = app.browser().get("/boards/map");
    EXPECT_TRUE(page.has("22 boards: 8 report to the HWB, 4 to the OxSCP, 10 to no other board."));
    const std::string succeeded = "were succeeded";
    EXPECT_FALSE(page.has(succeeded));
    set_day(2018, 11, 1);
    EXPECT_TRUE(app.browser().get("/boards/map").has(succeeded));
}

TEST_F(Figures, AgesOfRequestsAreOfTheViewersOwnBoards) {
    const auto tx = app.app().database.begin_write();
    for (const auto* row :
         {"('r1', 'OSCB', 'HWB', '<b>Old</b> & open', '2018-10-20', 'sent', 1538384400)",
          "('r2', 'CT', 'HWB', 'Young', '2018-11-20', 'sent', 1540803600)",
          "('r3', 'HWB', 'OSAB', 'Closed', '2018-10-20', 'closed', 1538384400)",
          "('r4', 'CT', 'OSAB', 'Of others', '2018-10-20', 'sent', 1538384400)"})
        tx->session().execute_script(
            "INSERT INTO agenda_request(id, kind, asking_board, asked_board, title, detail, "
            "purpose,"
            " response, consider_by, answer_by, state, created_at, created_by) SELECT column1,"
            " 'agenda_item', column2, column3, column4, 'Detail', 'discuss', 'note', column5,"
            " '2018-12-20', column6, column7, 'hib-chair' FROM (VALUES " +
            std::string(row) + ")");
    tx->commit();
    auto browser = app.browser("leader-county");
    const auto page = browser.get("/requests");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(
        page.has("2 requests are open: half of them for 3 days or fewer, nine in ten for 31 "
                 "days or fewer. 1 is past its day."));
    EXPECT_TRUE(page.has("OSCB to HWB: &lt;b&gt;Old&lt;/b&gt; &amp; open</text>"));
    EXPECT_TRUE(page.has("31 days, 12 late"));
    EXPECT_FALSE(page.has("Of others"));
    const auto csv = browser.get("/requests.csv");
    EXPECT_EQ(lines_of(csv.body), 4);
    EXPECT_TRUE(
        csv.has("OSCB,HWB,agenda_item,<b>Old</b> & open,sent,2018-10-01,31,2018-10-20,"
                "2018-12-20,yes"));
    EXPECT_TRUE(csv.has("HWB,OSAB,agenda_item,Closed,closed,2018-10-01,,"));
    EXPECT_FALSE(csv.has("Of others"));
    EXPECT_FALSE(browser.get("/requests.svg").has("Of others"));
    EXPECT_TRUE(browser.get("/requests.svg?board=oscb").has("<title>1 request is open"));
    EXPECT_TRUE(app.browser("hib-chair").get("/requests.svg").has("Nothing to draw"));
    EXPECT_FALSE(app.browser("hib-chair").get("/requests").has("sm-fig"));
}

TEST_F(Figures, TimetableIsAPictureOfAllItsObligations) {
    auto browser = app.browser();
    const auto all = browser.get("/timetable.svg");
    EXPECT_TRUE(all.has("<title>31 cells, 46 obligations a year"));
    EXPECT_EQ(count(all.body, ">Agree</text>"), 15U);
    EXPECT_EQ(count(all.body, ">Consult</text>"), 6U);
    EXPECT_EQ(count(all.body, ">Inform</text>"), 25U);
    const auto year = browser.get("/timetable.svg?year=2019");
    EXPECT_TRUE(year.has("<title>31 cells, 42 obligations in 2019"));
    EXPECT_EQ(count(year.body, ">Inform</text>"), 23U);
    EXPECT_NE(browser.get("/timetable.svg?year=soon").status, 200);
    EXPECT_TRUE(browser.get("/timetable?year=2019").has("href=\"/timetable.svg?year=2019\""));
}

class ForwardPlanFigure : public Figures {
  protected:
    // Slots one report of autumn 2019: at OSCB to agree on 10 October, at HWB for information.
    void slot(const std::string& hwb_day) {
        const auto tx = app.app().database.begin_write();
        tx->session().execute_script(
            "INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES"
            " ('oscb-1', 'OSCB', '2019-10-10', 'confirmed', 'meeting', 'private');"
            "INSERT INTO obligation(id, year, report, board, purpose, season, state, meeting,"
            " created_at) VALUES"
            " ('o1', 2019, 'OSCB Annual Report', 'OSCB', 'agree', 'autumn', 'slotted', 'oscb-1', "
            "0),"
            " ('o2', 2019, 'OSCB Annual Report', 'HWB', 'inform', 'autumn', 'slotted',"
            " (SELECT id FROM meeting WHERE board = 'HWB' AND planned = '" +
            hwb_day + "'), 0);");
        tx->commit();
    }
};

// As imported nothing is at a meeting yet: 8 of autumn 2018, 42 of 2019, 24 of spring 2020; where a
// board meets in the season its meeting is proposed.
TEST_F(ForwardPlanFigure, ShowsReportsBeforeTheyHaveAMeeting) {
    const auto page = app.browser().get("/forward-plan");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(page.has(
        "74 reports come to 12 boards: 0 at a meeting, 11 proposed for one, 63 without one "
        "yet. None is out of order.</figcaption>"));
    EXPECT_EQ(count(page.body, "?</text>"), 74U);
    EXPECT_TRUE(page.has("href=\"/forward-plan.svg\""));
    EXPECT_TRUE(app.browser().get("/forward-plan.svg").has("<title>74 reports come to 12 boards"));
}

TEST_F(ForwardPlanFigure, MarksABoardThatIsToldBeforeTheOwnerAgrees) {
    slot("2019-09-26");
    auto browser = app.browser();
    const auto page = browser.get("/forward-plan");
    EXPECT_TRUE(
        page.has("2 at a meeting, 11 proposed for one, 61 without one yet. 1 is out of order"));
    EXPECT_EQ(count(page.body, "!</text>"), 1U);
    EXPECT_EQ(count(page.body, "<path d=\"M"), count(page.body, " Q") + count(page.body, " A7,7"));
    // What the filter hides still counts.
    const auto hwb = browser.get("/forward-plan.svg?board=hwb");
    EXPECT_TRUE(hwb.has("1 at a meeting, "));
    EXPECT_TRUE(hwb.has("1 is out of order"));
    EXPECT_TRUE(browser.get("/forward-plan.svg?board=oep").has("Nothing to draw"));
    EXPECT_EQ(browser.get("/forward-plan.svg?board=none").status, 404);
}

TEST_F(ForwardPlanFigure, FollowsAReportThatComesInOrder) {
    slot("2019-12-05");
    const auto page = app.browser().get("/forward-plan");
    EXPECT_TRUE(
        page.has("2 at a meeting, 11 proposed for one, 61 without one yet. None is out of order."));
    EXPECT_EQ(count(page.body, " Q"), 1U);
}

}  // namespace
