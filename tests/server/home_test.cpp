// The to-do list: who finds what on it, and what an empty one says.
#include <gtest/gtest.h>

#include "db/meetings.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using namespace std::chrono_literals;
using tests::TestApp;
using workflows::make_day;

void add_request(TestApp& app, const std::string& id, const std::string& asking,
                 const std::string& asked, const std::string& state,
                 const std::string& consider_by) {
    add_request(app, id, asking, asked,
                {{"title", "Title of " + id},
                 {"detail", ""},
                 {"consider_by", consider_by},
                 {"answer_by", "2018-12-01"},
                 {"state", state}});
}

TEST(Home, NeedsSignIn) {
    TestApp app;
    EXPECT_EQ(app.browser().get("/home").location(), "/sign-in?next=/home");
}

TEST(Home, ShowsASecretariatItsAgendasAndPapersByDueDay) {
    TestApp app;
    const auto page = app.browser("hwb-secretariat").get("/home");
    EXPECT_EQ(page.status, 200);
    const auto papers = page.body.find("Add agenda items for Thursday 15 November 2018");
    const auto agenda = page.body.find("Publish the agenda for Thursday 15 November 2018");
    ASSERT_NE(papers, std::string::npos);
    ASSERT_NE(agenda, std::string::npos);
    EXPECT_LT(papers, agenda);
    EXPECT_TRUE(page.has("Due Wed 7 Nov 2018"));
    EXPECT_TRUE(page.has("Confirm the provisional meeting on January 2019"));
    EXPECT_TRUE(page.has(">OSCA</td>"));
    // Another secretariat's work.
    const auto publish = "/meetings/" + meeting_on(app, "OEP", "2018-11-02") + "/publish";
    EXPECT_FALSE(page.links_to(publish));
    EXPECT_TRUE(app.browser("growth-secretariat").get("/home").links_to(publish));
    EXPECT_TRUE(app.browser("growth-secretariat").get("/home").has("Overdue since"));
}

TEST(Home, DropsAnAgendaThatIsPublished) {
    TestApp app;
    rows(app, "meeting", {{"board", "HWB"}, {"planned", "2018-11-15"}}).set({{"published", "1"}});
    const auto publish = "/meetings/" + meeting_on(app, "HWB", "2018-11-15") + "/publish";
    EXPECT_FALSE(app.browser("hwb-secretariat").get("/home").links_to(publish));
}

TEST(Home, ShowsEachSideOfARequestItsOwnMove) {
    TestApp app;
    add_request(app, "r-open", "OSCB", "HWB", "sent", "2018-11-09");
    add_request(app, "r-back", "HWB", "OSCB", "returned", "2018-11-09");
    add_request(app, "r-done", "OSCB", "HWB", "closed", "2018-11-09");
    for (const char* viewer : {"hwb-secretariat", "leader-county"}) {
        const auto page = app.browser(viewer).get("/home");
        EXPECT_TRUE(page.has("Title of r-open")) << viewer;
        EXPECT_TRUE(page.has("Due Fri 9 Nov 2018")) << viewer;
        EXPECT_TRUE(page.has("Title of r-back")) << viewer;
        EXPECT_FALSE(page.has("Title of r-done")) << viewer;
    }
    EXPECT_FALSE(app.browser("oscb-chair").get("/home").has("Title of r-open"));
    EXPECT_FALSE(app.browser("healthwatch").get("/home").has("Title of r-"));
    EXPECT_FALSE(app.browser("osab-chair").get("/home").has("Title of r-"));
}

TEST(Home, ShowsAnAuthorThePapersWanted) {
    TestApp app;
    const auto meeting = meeting_on(app, "HWB", "2018-11-15");
    put_item(app, "item-a", meeting, "CANARY paper",
             {{"owner", "healthwatch"}, {"visibility", "exempt"}});
    const auto page = app.browser("healthwatch").get("/home");
    EXPECT_TRUE(page.has("Send your report: CANARY paper"));
    EXPECT_TRUE(page.links_to("/items/item-a/papers"));
    const auto collect = "/meetings/" + meeting + "/agenda";
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/home").links_to(collect));
    EXPECT_FALSE(app.browser("director-adults").get("/home").has("CANARY"));
    rows(app, "agenda_item", {{"id", "item-a"}}).set({{"paper_status", "received"}});
    EXPECT_FALSE(app.browser("healthwatch").get("/home").has("CANARY"));
    EXPECT_FALSE(app.browser("hwb-secretariat").get("/home").links_to(collect));
}

TEST(Home, ShowsStopsOfACirculationToBothSecretariats) {
    TestApp app;
    app.clock().set(std::chrono::sys_days(make_day(2016, 1, 18)) + 9h);
    const auto page = app.browser("hwb-secretariat").get("/home");
    EXPECT_TRUE(page.has("/circulations/"));
    EXPECT_TRUE(app.browser("safeguarding-secretariat").get("/home").has("/circulations/"));
}

TEST(Home, ShowsMembersTheirNextMeetingsAndSaysWhenNothingWaits) {
    TestApp app;
    const auto page = app.browser("healthwatch").get("/home");
    EXPECT_TRUE(page.has("You have no outstanding tasks."));
    EXPECT_TRUE(page.has("Oxfordshire Health and Wellbeing Board, <time datetime=\"2018-11-15\">"));
    EXPECT_FALSE(page.links_to("/meetings/" + meeting_on(app, "OGB", "2018-11-27")));
    EXPECT_TRUE(page.links_to("/meetings/" + meeting_on(app, "HWB", "2018-11-15")));
    // Always invited to the Children's Trust without a seat on it.
    EXPECT_TRUE(app.browser("oscb-chair").get("/home").has("2018-12-12"));
}

TEST(Home, AnEmptyListNamesWhatComesNext) {
    TestApp app;
    for (const auto& meeting : rows(app, "meeting", {{"planned <", "2018-11-01"}}).each("id"))
        add_row(app, "draft_minutes",
                {{"meeting", meeting},
                 {"circulated_on", "2018-10-31"},
                 {"recorded_at", "0"},
                 {"recorded_by", ""}});
    rows(app, "timetable_cell").remove();  // the reports of spring want a meeting by February
    const auto page = app.browser("safeguarding-secretariat").get("/home");
    EXPECT_TRUE(page.has("You have no tasks due in the next 14 days. Next: ")) << page.body;
}

}  // namespace
