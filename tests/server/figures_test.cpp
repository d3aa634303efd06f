// The pictures on their pages and as files: the same numbers in picture, caption, table and CSV.
#include <gtest/gtest.h>

#include <algorithm>

#include "db/session.hpp"
#include "server/planning/words.hpp"
#include "templates/figures/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"
#include "workflows/core/date.hpp"

namespace {

namespace figure_words = templates::figures::figure_words;

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
    const auto path = "/circulations/" + rows(app, "circulation").value("id");
    auto browser = app.browser("hwb-secretariat");
    const auto page = browser.get(path);
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(
        page.has("<figcaption class=\"sm-fig__caption\">14 boards from Wednesday 27 January "
                 "2016 to Thursday 31 March 2016: 7 outcome not recorded, 7 still to "
                 "meet.</figcaption>"));
    EXPECT_TRUE(page.has("aria-label=\"Chart of the route, scrolls sideways\""));
    EXPECT_TRUE(page.has("href=\"" + path + ".csv\""));
    EXPECT_TRUE(page.has(">Today, 25 Feb</text>"));
    EXPECT_EQ(count(page.body, ", provisional</text>"), 4U);

    const auto svg = browser.get(path + ".svg");
    EXPECT_EQ(svg.headers.at("content-type"), "image/svg+xml; charset=utf-8");
    EXPECT_EQ(svg.headers.at("content-disposition").find("attachment; filename=\"circulation-"),
              0U);
    EXPECT_TRUE(svg.has("<title>Joint working protocol, draft 6: 14 boards from "));
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
    const auto path = "/circulations/" + rows(app, "circulation").value("id");
    for (const char* ending : {".svg", ".csv"}) {
        EXPECT_EQ(app.browser("oscb-chair").get(path + ending).status, 200);
        EXPECT_EQ(app.browser("growth-secretariat").get(path + ending).status, 404);
    }
}

// How the year planner marks a day on which somebody is due at two meetings.
const std::string clash = ", clash</span>";
const std::string twice = "diary clashes on";

// The county's meetings of 2018, as the import has them: 22 Nov and four more days hold a clash.
TEST_F(Figures, YearPlannerIsATableOfLinksThatEverybodyMayRead) {
    const auto page = app.browser().get("/planner?year=2018");
    ASSERT_EQ(page.status, 200);
    const auto meetings =
        rows(app, "meeting", {{"planned >=", "2018-01-01"}, {"planned <=", "2018-12-31"}}).count();
    EXPECT_TRUE(page.has("<figcaption class=\"sm-fig__caption\">" + std::to_string(meetings) +
                         " meetings for "));
    const auto undated = rows(app, "meeting", {{"planned", ""}}).count();
    EXPECT_EQ(static_cast<int>(count(page.body, "class=\"sm-chip")), meetings + undated);
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
    EXPECT_TRUE(page.has("There are " + twice + " 4 dates."));
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
    EXPECT_TRUE(
        browser.get("/planner?year=1985").has(server::planning::words::none_scheduled(1985)));
    EXPECT_TRUE(browser.get("/planner.svg?year=1985").has(figure_words::nothing_to_show));
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
    EXPECT_TRUE(page.has(
        "22 boards: 8 report to the HWB, 4 report to the OxSCP, 10 report to no other board."));
    const std::string succeeded = "been replaced.";
    EXPECT_FALSE(page.has(succeeded));
    set_day(2018, 11, 1);
    EXPECT_TRUE(app.browser().get("/boards/map").has(succeeded));
}

TEST_F(Figures, AgesOfRequestsAreOfTheViewersOwnBoards) {
    const std::string old = "1538384400", young = "1540803600", passed = "2018-10-20";
    add_request(app, "r1", "OSCB", "HWB",
                {{"title", "<b>Old</b> & open"}, {"consider_by", passed}, {"created_at", old}});
    add_request(app, "r2", "CT", "HWB", {{"title", "Young"}, {"created_at", young}});
    add_request(
        app, "r3", "HWB", "OSAB",
        {{"title", "Closed"}, {"state", "closed"}, {"consider_by", passed}, {"created_at", old}});
    add_request(app, "r4", "CT", "OSAB",
                {{"title", "Of others"}, {"consider_by", passed}, {"created_at", old}});
    auto browser = app.browser("leader-county");
    const auto page = browser.get("/requests");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(
        page.has("2 open requests, 1 overdue. Half have been open for 3 days or less, and nine in "
                 "ten for 31 days or less."));
    EXPECT_TRUE(page.has("OSCB to HWB: &lt;b&gt;Old&lt;/b&gt; &amp; open</text>"));
    EXPECT_TRUE(page.has(figure_words::days_overdue(31, 12)));
    EXPECT_FALSE(page.has("Of others"));
    const auto csv = browser.get("/requests.csv");
    EXPECT_EQ(lines_of(csv.body), 4);
    EXPECT_TRUE(
        csv.has("OSCB,HWB,agenda_item,<b>Old</b> & open,sent,2018-10-01,31,2018-10-20,"
                "2018-12-20,yes"));
    EXPECT_TRUE(csv.has("HWB,OSAB,agenda_item,Closed,closed,2018-10-01,,"));
    EXPECT_FALSE(csv.has("Of others"));
    EXPECT_FALSE(browser.get("/requests.svg").has("Of others"));
    EXPECT_TRUE(browser.get("/requests.svg?board=oscb").has("<title>1 open request"));
    EXPECT_TRUE(app.browser("hib-chair").get("/requests.svg").has(figure_words::nothing_to_show));
    EXPECT_FALSE(app.browser("hib-chair").get("/requests").has("sm-fig"));
}

TEST_F(Figures, TimetableIsAPictureOfAllItsObligations) {
    auto browser = app.browser();
    const auto all = browser.get("/timetable.svg");
    EXPECT_TRUE(all.has("<title>46 reports due each year"));
    EXPECT_EQ(count(all.body, ">Agree</text>"), 15U);
    EXPECT_EQ(count(all.body, ">Consult</text>"), 6U);
    EXPECT_EQ(count(all.body, ">Inform</text>"), 25U);
    const auto year = browser.get("/timetable.svg?year=2019");
    EXPECT_TRUE(year.has("<title>42 reports due in 2019"));
    EXPECT_EQ(count(year.body, ">Inform</text>"), 23U);
    EXPECT_NE(browser.get("/timetable.svg?year=soon").status, 200);
    EXPECT_TRUE(browser.get("/timetable?year=2019").has("href=\"/timetable.svg?year=2019\""));
}

class ForwardPlanFigure : public Figures {
  protected:
    // Slots one report of autumn 2019: at OSCB to agree on 10 October, at HWB for information.
    void slot(const std::string& hwb_day) {
        add_meeting(app, "oscb-1", "OSCB", "2019-10-10");
        const auto add = [&](const std::string& id, const std::string& board,
                             const std::string& purpose, const std::string& meeting) {
            add_obligation(app, id, "OSCB Annual Report", board,
                           {{"year", "2019"},
                            {"purpose", purpose},
                            {"state", "slotted"},
                            {"meeting", meeting}});
        };
        add("o1", "OSCB", "agree", "oscb-1");
        add("o2", "HWB", "inform", meeting_on(app, "HWB", hwb_day));
    }
};

// As imported nothing is at a meeting yet: 8 of autumn 2018, 42 of 2019, 24 of spring 2020; where a
// board meets in the season its meeting is proposed.
TEST_F(ForwardPlanFigure, ShowsReportsBeforeTheyHaveAMeeting) {
    const auto page = app.browser().get("/forward-plan");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(page.has(
        "74 reports for 12 boards: 0 with a meeting, 11 with a suggested meeting and 63 without "
        "a meeting. None is out of order.</figcaption>"));
    EXPECT_EQ(count(page.body, "?</text>"), 74U);
    EXPECT_TRUE(page.has("href=\"/forward-plan.svg\""));
    EXPECT_TRUE(app.browser().get("/forward-plan.svg").has("<title>74 reports for 12 boards"));
}

TEST_F(ForwardPlanFigure, MarksABoardThatIsToldBeforeTheOwnerAgrees) {
    slot("2019-09-26");
    auto browser = app.browser();
    const auto page = browser.get("/forward-plan");
    EXPECT_TRUE(
        page.has("2 with a meeting, 11 with a suggested meeting and 61 without a meeting. 1 report "
                 "is out of order"));
    EXPECT_EQ(count(page.body, "!</text>"), 1U);
    EXPECT_EQ(count(page.body, "<path d=\"M"), count(page.body, " Q") + count(page.body, " A7,7"));
    // What the filter hides still counts.
    const auto hwb = browser.get("/forward-plan.svg?board=hwb");
    EXPECT_TRUE(hwb.has("1 with a meeting, "));
    EXPECT_TRUE(hwb.has("1 report is out of order"));
    EXPECT_TRUE(browser.get("/forward-plan.svg?board=oep").has(figure_words::nothing_to_show));
    EXPECT_EQ(browser.get("/forward-plan.svg?board=none").status, 404);
}

TEST_F(ForwardPlanFigure, FollowsAReportThatComesInOrder) {
    slot("2019-12-05");
    const auto page = app.browser().get("/forward-plan");
    EXPECT_TRUE(
        page.has("2 with a meeting, 11 with a suggested meeting and 61 without a meeting. None is "
                 "out of order."));
    EXPECT_EQ(count(page.body, " Q"), 1U);
}

}  // namespace
