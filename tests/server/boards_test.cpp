// Boards: what the public sees of them, what their secretariats change, who sits on them.
#include <gtest/gtest.h>

#include <regex>

#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

bool shows_address(const tests::Page& page) {
    return page.has("@example.org");
}

TEST(Boards, AreListedByFamilyWithTheirNextMeeting) {
    TestApp app;
    const auto page = app.browser().get("/boards");
    EXPECT_EQ(page.status, 200);
    const auto family = page.body.find("Oxfordshire Health and Wellbeing Board</caption>");
    const auto others = page.body.find("Other boards</caption>");
    ASSERT_NE(family, std::string::npos);
    ASSERT_NE(others, std::string::npos);
    const auto hib = page.body.find("Health Improvement Partnership Board</a>");
    EXPECT_LT(family, hib);
    EXPECT_LT(hib, others);
    EXPECT_TRUE(page.has("<time datetime=\"2018-11-15\">Thursday 15 November 2018</time>"));
    EXPECT_TRUE(page.has("February 2019 (date to be confirmed) (provisional)"));
    EXPECT_TRUE(page.has("In private"));
}

TEST(Boards, SucceededOnesNameTheirSuccessorAndKeepTheirPage) {
    TestApp app;
    auto browser = app.browser();
    EXPECT_TRUE(browser.get("/boards").has(
        "Replaced by the Safer Oxfordshire Partnership from 1 April 2018"));
    const auto page = browser.get("/boards/jmg-op");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Replaced by the Better Care Fund Joint Management Group from 1 April"));
    EXPECT_TRUE(page.has("href=\"/boards/jmg-bcf\""));
    EXPECT_TRUE(page.has("Reporting timetable groups: JMGs"));
    EXPECT_TRUE(browser.get("/boards/jmg-bcf").has("Replaces"));
}

TEST(Boards, AreFoundByTheirCodeInCapitals) {
    TestApp app;
    auto browser = app.browser();
    EXPECT_EQ(browser.get("/boards/HWB").status, 303);
    EXPECT_EQ(browser.page().location(), "/boards/hwb");
    EXPECT_EQ(browser.get("/boards/HWB/meetings.ics").location(), "/boards/hwb/meetings.ics");
    EXPECT_EQ(browser.get("/boards/NOBODY").status, 404);
    EXPECT_EQ(app.browser("healthwatch").get("/boards/HWB/edit").location(), "/boards/hwb/edit");
    EXPECT_EQ(app.browser("healthwatch").get("/boards/hwb/edit").status, 403);
}

TEST(Boards, PagesSayWhatTheRegisterSays) {
    TestApp app;
    const auto page = app.browser().get("/boards/hwb");
    EXPECT_TRUE(page.has("Health and Social Care Act 2012"));
    EXPECT_TRUE(page.has("4 a year"));
    EXPECT_TRUE(page.has("Leader of the County Council"));
    EXPECT_TRUE(page.has("Strategic Director for People"));
    EXPECT_TRUE(page.has("href=\"/boards/hib\""));
    EXPECT_TRUE(page.has("/boards/hwb/meetings.ics"));
    EXPECT_TRUE(page.has("Wednesday 3 October 2018"));
    EXPECT_FALSE(page.links_to("/boards/hwb/edit"));
    EXPECT_EQ(app.browser().get("/boards/nothing").status, 404);
}

TEST(Boards, ShowNoAddressToThePublicOrToMembers) {
    TestApp app;
    app.browser("hwb-secretariat").get("/boards/hwb/edit");
    for (const std::string viewer : {"", "healthwatch", "leader-county"}) {
        for (const char* path : {"/boards", "/boards.json", "/boards/hwb", "/boards/hwb.json",
                                 "/boards/oscb", "/register"}) {
            const auto page = app.browser(viewer).get(path);
            EXPECT_EQ(page.status, 200) << path;
            EXPECT_FALSE(shows_address(page)) << path << " to " << viewer;
        }
    }
}

TEST(Boards, MembersAreShownToPeopleWhoAreSignedIn) {
    TestApp app;
    EXPECT_FALSE(app.browser().get("/boards/hwb").has("Healthwatch Representative"));
    EXPECT_TRUE(app.browser("healthwatch").get("/boards/hwb").has("Healthwatch Representative"));
}

TEST(Boards, AreDataToo) {
    TestApp app;
    const auto list = app.browser().get("/boards.json");
    EXPECT_EQ(list.headers.at("content-type"), "application/json; charset=utf-8");
    EXPECT_TRUE(list.has("\"count\":22"));
    const auto board = app.browser().get("/boards/sop.json");
    EXPECT_TRUE(board.has("\"date\":\"2019-02\""));
    EXPECT_TRUE(board.has("Chairman of the Safer Oxfordshire Partnership"));
    EXPECT_EQ(app.browser().get("/boards/nothing.json").status, 404);
}

TEST(Boards, AreCachedUntilTheyChange) {
    TestApp app;
    EXPECT_EQ(app.browser().get("/boards/hwb").headers.at("cache-control"), "public, no-cache");
    auto secretariat = app.browser("hwb-secretariat");
    secretariat.get("/boards/hwb/edit");
    secretariat.submit("/boards/hwb/edit", {{"website", "www.example.org/new-site"}});
    EXPECT_TRUE(app.browser().get("/boards/hwb").has("https://www.example.org/new-site"));
}

TEST(BoardEdit, SavesLeadTimesAndSaysSo) {
    TestApp app;
    auto browser = app.browser("hwb-secretariat");
    browser.get("/boards/hwb/edit");
    const auto page = browser.submit(
        "/boards/hwb/edit",
        {{"papers_due_days", "8"}, {"contact", "hwb@example.org"}, {"place", "County Hall"}});
    EXPECT_TRUE(page.has("Saved"));
    EXPECT_EQ(rows(app, "board", {{"code", "HWB"}}).value("papers_due_days contact place"),
              "8 hwb@example.org County Hall");
    EXPECT_EQ(rows(app, "audit", {{"action", "board.edit"}}).value("actor"), "hwb-secretariat");
    EXPECT_FALSE(app.browser().get("/boards/hwb").has("hwb@example.org"));
}

TEST(BoardEdit, NamesTheFieldAndKeepsWhatWasTyped) {
    TestApp app;
    auto browser = app.browser("hwb-secretariat");
    const std::vector<std::pair<std::string, std::string>> wrong{
        {"name", " "},
        {"papers_due_days", "-1"},
        {"agenda_out_clear_days", "five"},
        {"meetings_per_year", "61"},
        {"contact", "hwb@example.org\r\nBcc: all@example.org"},
        {"website", "javascript:alert(1)"},
        {"held_in", "secret"},
        {"clear_days_profile", "none"}};
    for (const auto& [field, value] : wrong) {
        browser.get("/boards/hwb/edit");
        const auto page =
            browser.submit("/boards/hwb/edit", {{"place", "Room CANARY"}, {field, value}});
        EXPECT_EQ(page.status, 422) << field;
        EXPECT_TRUE(page.has("href=\"#" + field)) << field;
        EXPECT_TRUE(page.has("Room CANARY")) << field;
    }
    EXPECT_EQ(count_audit(app, "board.edit"), 0);
}

TEST(BoardEdit, RefusesAStaleForm) {
    TestApp app;
    auto first = app.browser("hwb-secretariat");
    auto second = app.browser("hwb-secretariat");
    first.get("/boards/hwb/edit");
    second.get("/boards/hwb/edit");
    first.submit("/boards/hwb/edit", {{"place", "First"}});
    const auto page = second.submit("/boards/hwb/edit", {{"place", "Second"}});
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("This board has changed"));
    EXPECT_EQ(rows(app, "board", {{"code", "HWB"}}).value("place"), "First");
    // Sending the refused form again must not slip through either.
    EXPECT_EQ(second.submit("/boards/hwb/edit").status, 409);
}

TEST(BoardEdit, IsForItsSecretariatAndAdministrators) {
    TestApp app;
    EXPECT_EQ(app.browser("healthwatch").get("/boards/hwb/edit").status, 403);
    EXPECT_EQ(app.browser("growth-secretariat").get("/boards/hwb/edit").status, 403);
    EXPECT_EQ(app.browser().get("/boards/hwb/edit").location(), "/sign-in?next=/boards/hwb/edit");
    make_administrator(app, "environment-manager");
    EXPECT_EQ(app.browser("environment-manager").get("/boards/hwb/edit").status, 200);
}

TEST(Members, AreAddedFromADay) {
    TestApp app;
    auto browser = app.browser("hwb-secretariat");
    browser.get("/boards/hwb/members");
    const auto page = browser.submit("/boards/hwb/members", {{"person", "oscb-chair"},
                                                             {"role", "member"},
                                                             {"label", "without a vote"},
                                                             {"from_day-day", "15"},
                                                             {"from_day-month", "11"},
                                                             {"from_day-year", "2018"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("member (without a vote)"));
    EXPECT_TRUE(page.has("Thursday 15 November 2018"));
    EXPECT_EQ(
        rows(app, "membership", {{"board", "HWB"}, {"person", "oscb-chair"}}).value("from_day"),
        "2018-11-15");
}

TEST(Members, ASecondChairIsRefusedWhereTheBoardHasOne) {
    TestApp app;
    auto browser = app.browser("hwb-secretariat");
    browser.get("/boards/hwb/members");
    const auto page =
        browser.submit("/boards/hwb/members", {{"person", "healthwatch"}, {"role", "chair"}});
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("already has a chair: Leader of the County Council"));
    EXPECT_TRUE(page.has("href=\"#role"));
    EXPECT_EQ(rows(app, "membership", {{"board", "HWB"}, {"role", "chair"}}).count(), 1);
}

TEST(Members, AnEndedSeatIsShownApartAndFreesTheChair) {
    TestApp app;
    auto browser = app.browser("hwb-secretariat");
    const auto id = seat_of(app, "HWB", "leader-county", "chair");
    browser.get("/memberships/" + id + "/end");
    auto page =
        browser.submit("/memberships/" + id + "/end",
                       {{"to_day-day", "31"}, {"to_day-month", "10"}, {"to_day-year", "2018"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_LT(page.body.find("Past members</caption>"), page.body.find("Wednesday 31 October"));
    page = browser.submit("/boards/hwb/members", {{"person", "healthwatch"}, {"role", "chair"}});
    EXPECT_EQ(page.status, 200);
    // The former chair lost the rights of the seat with it.
    EXPECT_FALSE(app.browser("leader-county").get("/boards/hwb").links_to("/boards/hwb/edit"));
}

TEST(Members, EndingIsRefusedBeforeTheFirstDayOrFromAStaleForm) {
    TestApp app;
    auto browser = app.browser("hwb-secretariat");
    browser.get("/boards/hwb/members");
    browser.submit("/boards/hwb/members", {{"person", "oscb-chair"}, {"role", "member"}});
    const auto id = seat_of(app, "HWB", "oscb-chair");
    const auto address = "/memberships/" + id + "/end";
    browser.get(address);
    auto page = browser.submit(address, {{"to_day-day", "1"}, {"to_day-month", "2"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("must not be before the start date"));
    auto other = app.browser("hwb-secretariat");
    other.get(address);
    browser.get(address);
    browser.submit(address, {{"to_day-day", "30"}});
    page = other.submit(address, {{"to_day-day", "29"}});
    EXPECT_EQ(page.status, 409);
    EXPECT_EQ(rows(app, "membership", {{"id", id}}).value("to_day"), "2018-11-30");
}

TEST(Members, AreChangedByTheSecretariatOfThatBoardOnly) {
    TestApp app;
    const auto id = rows(app, "membership", {{"board", "HWB"}}).value("id");
    auto browser = app.browser("growth-secretariat");
    EXPECT_EQ(browser.get("/boards/hwb/members").status, 403);
    EXPECT_EQ(browser.get("/memberships/" + id + "/end").status, 403);
    browser.get("/boards/ogb/members");
    EXPECT_EQ(browser
                  .post_raw("/boards/hwb/members", {{"person", "growth-secretariat"}},
                            browser.token_on_page())
                  .status,
              403);
}

TEST(Register, FlagsRecordsOlderThanTheirLastMeeting) {
    TestApp app;
    const auto page = app.browser().get("/register");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("8 of 13 register entries"));
    const std::string tag = "Completed before its last meeting";
    std::size_t count = 0;
    for (auto at = page.body.find(tag); at != std::string::npos; at = page.body.find(tag, at + 1))
        ++count;
    EXPECT_EQ(count, 8U);
}

}  // namespace
