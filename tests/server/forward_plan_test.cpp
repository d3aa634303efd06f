// The forward plan and the officers' agenda: what each reader may know of what comes to whom.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "server/forward_plan/forward_plan_queries.hpp"
#include "server/overview/officers_agenda_queries.hpp"
#include "server/partnership_register/return_words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/server/policy_fixture.hpp"

namespace {

using server::forward_plan::ForwardKind;
using tests::TestApp;
using workflows::make_day;
using workflows::Role;

server::base::Viewer viewer_of(const std::string& person,
                               const std::vector<server::base::Viewer::Seat>& seats) {
    server::base::Viewer viewer;
    viewer.person = person;
    viewer.seats = seats;
    return viewer;
}

std::vector<server::forward_plan::ForwardEntry> plan_of(
    TestApp& app, const server::base::Viewer& viewer,
    const server::forward_plan::PlanFilter& filter = {}) {
    return server::forward_plan::forward_plan(app.app(), *app.app().database.begin_read(), viewer,
                                              make_day(2018, 11, 1), filter);
}

std::size_t count(const std::vector<server::forward_plan::ForwardEntry>& plan, ForwardKind kind) {
    return static_cast<std::size_t>(std::count_if(
        plan.begin(), plan.end(), [&](const auto& entry) { return entry.kind == kind; }));
}

bool names(const std::vector<server::forward_plan::ForwardEntry>& plan, const std::string& title) {
    return std::any_of(plan.begin(), plan.end(),
                       [&](const auto& entry) { return entry.title == title; });
}

TEST(ForwardPlan, HasEighteenMonthsOfMeetingsAndReports) {
    TestApp app;
    const auto plan = plan_of(app, {});
    // Of autumn 2018 eight reports before any of them was dealt with, the 42 of 2019 and the 24 of
    // spring 2020.
    EXPECT_EQ(count(plan, ForwardKind::report), 8U + 42U + 24U);
    EXPECT_EQ(count(plan, ForwardKind::item), 0U);
    EXPECT_EQ(count(plan, ForwardKind::stop), 0U);
    for (const auto& entry : plan) {
        EXPECT_TRUE(entry.open);
        EXPECT_LE(entry.date.key(), "2020-04-30");
        EXPECT_GE(entry.date.key(), "2018-11");
    }
    EXPECT_TRUE(std::is_sorted(plan.begin(), plan.end(),
                               [](const auto& a, const auto& b) { return a.date < b.date; }));
}

TEST(ForwardPlan, IsFilteredByBoardAndReport) {
    TestApp app;
    const auto plan = plan_of(app, {});
    const auto chosen = [&](const char* board, const char* report) {
        const auto part = plan_of(app, {}, {board, report});
        std::size_t same = 0;
        for (const auto& entry : plan) {
            const bool is_in =
                (*board == 0 || entry.board == board) && (*report == 0 || entry.report == report);
            if (!is_in) continue;
            const bool there = same < part.size() && part[same].title == entry.title &&
                               part[same].state == entry.state && part[same].when == entry.when;
            EXPECT_TRUE(there) << entry.title;
            ++same;
        }
        EXPECT_EQ(part.size(), same) << "a part says what the whole says";
        return same;
    };
    EXPECT_GT(chosen("HWB", ""), 2U);
    EXPECT_EQ(chosen("", "OSCB Annual Report"), 6U);  // agreed by one, for information to two, in
                                                      // two autumns
    EXPECT_EQ(chosen("HWB", "OSCB Annual Report"), 2U);
    EXPECT_EQ(chosen("OEP", "OSCB Annual Report"), 0U);
}

TEST(ForwardPlan, ShowsWhatABoardKeepsToItselfOnlyToItsOwn) {
    TestApp app;
    policy::add_things(app);
    const auto secretariat = viewer_of("safeguarding-secretariat", {{"CT", Role::secretariat}});
    EXPECT_TRUE(names(plan_of(app, secretariat), "CANARY title"));
    EXPECT_TRUE(names(plan_of(app, secretariat), "CANARY document"));
    const auto other = viewer_of("growth-secretariat", {{"OGB", Role::secretariat}});
    EXPECT_FALSE(names(plan_of(app, other), "CANARY title"));
    EXPECT_FALSE(names(plan_of(app, other), "CANARY document"));
    // A member of a board that the document visits knows of it, and of no agenda in preparation.
    const auto visited = viewer_of("cabinet-community-safety", {{"TVESC", Role::lead_member}});
    EXPECT_TRUE(names(plan_of(app, visited), "CANARY document"));
    EXPECT_FALSE(names(plan_of(app, visited), "CANARY title"));
    for (const auto& entry : plan_of(app, secretariat)) {
        EXPECT_FALSE(entry.open && entry.title.starts_with("CANARY")) << entry.title;
    }
}

TEST(ForwardPlan, AcceptedRequestsAreOfBothSidesAlone) {
    TestApp app;
    policy::add_things(app);
    {
        const auto meeting = meeting_on(app, "HWB", "2019-03-21");
        rows(app, "agenda_request", {{"id", "request-ct"}})
            .set({{"state", "accepted"}, {"meeting", meeting}});
    }
    const auto asker = viewer_of("cabinet-children", {{"CT", Role::chair}});
    EXPECT_EQ(count(plan_of(app, asker), ForwardKind::request), 1U);
    const auto asked = viewer_of("hwb-secretariat", {{"HWB", Role::secretariat}});
    EXPECT_EQ(count(plan_of(app, asked), ForwardKind::request), 1U);
    const auto member = viewer_of("healthwatch", {{"HWB", Role::member}});
    EXPECT_EQ(count(plan_of(app, member), ForwardKind::request), 0U);
    EXPECT_EQ(count(plan_of(app, {}), ForwardKind::request), 0U);
}

TEST(ForwardPlanPage, IsPublicByMonthWithItsTwins) {
    TestApp app;
    auto browser = app.browser();
    const auto page = browser.get("/forward-plan");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.headers.at("cache-control"), "public, no-cache");
    EXPECT_TRUE(page.has("from November 2018 to April 2020"));
    EXPECT_TRUE(page.has(">March 2019</caption>"));
    EXPECT_TRUE(page.has("You are viewing public information"));
    EXPECT_TRUE(browser.get("/forward-plan?board=hwb&report=OSCB+Annual+Report")
                    .has("2 entries, including 2 annual reports."));
    EXPECT_EQ(browser.get("/forward-plan?board=nobody").status, 404);
    EXPECT_TRUE(browser.get("/forward-plan.json?board=hwb").has("\"months\":18"));
    EXPECT_TRUE(browser.get("/forward-plan.csv").body.starts_with("kind,date,when,board,"));
    EXPECT_NE(app.browser("healthwatch").get("/forward-plan").headers.at("cache-control"),
              "public, no-cache");
}

TEST(ForwardPlanPage, IsMadeAnewWhenAMeetingMoves) {
    TestApp app;
    auto browser = app.browser("hwb-secretariat");
    std::vector<std::string> cancelled;
    for (const char* board : {"HIB", "JMG-BCF"}) {
        const auto id =
            rows(app, "meeting", {{"planned", "2018-11-22"}, {"board", std::string(board)}})
                .value("id");
        EXPECT_TRUE(app.browser().get("/forward-plan").links_to("/meetings/" + id)) << board;
        cancelled.push_back(id);
        browser.get("/meetings/" + id + "/cancel");
        browser.submit("/meetings/" + id + "/cancel", {{"comment", "No room"}});
    }
    const auto page = app.browser().get("/forward-plan?board=hib");
    for (const auto& id : cancelled)
        EXPECT_FALSE(page.links_to("/meetings/" + id)) << id;
    EXPECT_FALSE(app.browser().get("/forward-plan").links_to("/meetings/" + cancelled.front()));
}

TEST(OfficersAgenda, GathersWhatIsOpenAsFarAsOneMaySeeIt) {
    TestApp app;
    policy::add_things(app);
    const auto page = app.browser("safeguarding-secretariat").get("/officers-agenda");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("CANARY request (from CT to HWB): sent"));
    EXPECT_TRUE(page.has("2018 annual return from the Children&apos;s Trust: draft") ||
                page.has("2018 annual return from the Children&#39;s Trust: draft"));
    EXPECT_TRUE(page.has("February 2019 (date to be confirmed) is provisional"));
    EXPECT_TRUE(
        page.has("The Cabinet Member for Public Health is due at HIB, JMG-BCF on Thursday"));
    EXPECT_TRUE(page.has("Child sexual exploitation: led by OSCB"));
    EXPECT_TRUE(page.has(
        "OSCB Annual Report, to agree: Tuesday 4 December 2018, suggested, not confirmed"));
    const auto other = app.browser("growth-secretariat").get("/officers-agenda");
    EXPECT_FALSE(other.has("CANARY"));
    EXPECT_TRUE(other.has("There are no open requests."));
    EXPECT_EQ(app.browser("healthwatch").get("/officers-agenda").status, 403);
    EXPECT_TRUE(app.browser("oscb-chair")
                    .get("/officers-agenda.json")
                    .has("{\"title\":\"Requests between your boards and others\""));
}

TEST(OfficersAgenda, AChairSeesNoReturnOfOtherBoards) {
    TestApp app;
    policy::add_things(app);
    const std::string returned = server::partnership_register::words::return_for(2018);
    EXPECT_FALSE(app.browser("hib-chair").get("/officers-agenda").has(returned));
    EXPECT_TRUE(app.browser("cabinet-children").get("/officers-agenda").has(returned));
}

}  // namespace
